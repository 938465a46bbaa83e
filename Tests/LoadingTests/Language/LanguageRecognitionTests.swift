import Testing
import TextModel

@testable import Loading

struct LanguageRecognitionTests {
    private let recognition = LanguageRecognition()

    @Test(arguments: [
        "The bridge over the river reopened on Wednesday after eleven months of repairs, and the city said that it was safe.",
        "“We have lost more than 40 boats,” said Ann Lee, who has been the head of the harbour office since it was founded.",
        "President Emmanuel Macron and Chancellor Angela Merkel met in Aix-la-Chapelle, where they signed a treaty that had been in the making for a year.",
    ])
    func english(text: String) {
        #expect(recognition.answer(Array(text.utf8)) == .english)
    }

    @Test(arguments: [
        (
            "de",
            "Die Brücke über den Fluss wurde am Mittwoch nach elf Monaten wieder für den Verkehr geöffnet, und die Stadt sagte, dass sie nun sicher ist."
        ),
        (
            "fr",
            "Le pont sur la rivière a été rouvert mercredi après onze mois de travaux, et la ville a assuré que les voitures peuvent y passer sans danger."
        ),
        (
            "es",
            "El puente sobre el río se abrió de nuevo el miércoles después de once meses de obras, y la ciudad dijo que los coches pueden pasar por él sin peligro."
        ),
        (
            "it",
            "Il ponte sul fiume è stato riaperto mercoledì dopo undici mesi di lavori, e la città ha detto che le auto possono passare senza pericolo per i cittadini."
        ),
        (
            "pt",
            "A ponte sobre o rio foi reaberta na quarta-feira depois de onze meses de obras, e a cidade disse que os carros já podem passar por ela sem perigo."
        ),
        (
            "nl",
            "De brug over de rivier is woensdag na elf maanden van herstel weer open voor het verkeer, en de stad zei dat zij nu niet meer in gevaar is."
        ),
        (
            "sv",
            "Bron över floden är öppen igen efter elva månader av arbete, och staden sade att det inte är farligt för bilar att köra på den nu."
        ),
        (
            "pl",
            "Most na rzece został otwarty w środę po jedenastu miesiącach prac, a miasto podało, że nie ma już zagrożenia dla ludzi i że jest to bezpieczne."
        ),
        (
            "tr",
            "Nehrin üzerindeki köprü on bir ay sonra çarşamba günü bir törenle açıldı ve belediye, köprünün artık çok daha güvenli olduğunu ve her yıl için denetleneceğini söyledi, ancak bu kadar değil."
        ),
        (
            "id",
            "Jembatan di atas sungai itu dibuka kembali pada hari Rabu setelah sebelas bulan, dan pemerintah kota mengatakan bahwa jembatan ini tidak akan ditutup untuk para warga."
        ),
    ])
    func others(language: String, text: String) {
        #expect(recognition.answer(Array(text.utf8)) == .other(language))
    }

    @Test(arguments: [
        "Мост через реку открыли в среду после одиннадцати месяцев ремонта", "桥梁在维修十一个月后于星期三重新开放，市政府表示它现在是安全的",
        "أعيد فتح الجسر فوق النهر يوم الأربعاء بعد أحد عشر شهرا من الإصلاحات",
    ])
    func otherScripts(text: String) {
        #expect(recognition.answer(Array(text.utf8)) == .other(nil))
    }

    @Test(arguments: ["", "1,234 5.6", "Café Müller", "Émile.", "“…”"])
    func whatCannotBeToldIsNotSaid(text: String) {
        #expect(recognition.answer(Array(text.utf8)) == nil)
    }

    @Test func anArticleInAnotherLanguageIsARejectThatCountsForNothing() {
        let german = String(repeating: "Die Brücke ist wieder offen, und das ist gut für die Stadt. ", count: 5)
        let record = LoadedRecord.article(Article(givenID: "a", text: Array(german.utf8)))
        #expect(record.inEnglish.reject?.code == .otherLanguage)
        #expect(record.inEnglish.reject?.givenID == "a")
        #expect(!RejectCode.otherLanguage.countsAgainstLimit)
        let english = LoadedRecord.article(Article(text: Array("The bridge is open again, and that is good.".utf8)))
        #expect(english.inEnglish == english)
    }
}
