import Testing

@testable import Tagging

/// The specification of the quantity grammar: what every surface reads as. `QuantityNotation` explains the left side.
/// Every table of readings has surfaces that must give no claim at all beside it.
@Suite struct QuantityCorpusTests {
    static let numbers: [(reading: String, surfaces: [String])] = [
        ("5", ["5 people died", "five people died", "the 5 members", "killed 5", "five of the men", "Five men died."]),
        ("12", ["12 ships", "twelve ships", "a dozen ships", "dozen eggs"]),
        ("24", ["two dozen ships", "24 ships", "twenty-four ships", "twenty four ships"]),
        ("21", ["twenty-one guns", "21 guns"]),
        ("100", ["a hundred men", "one hundred men", "100 men"]),
        ("305", ["three hundred and five men", "three hundred five men", "305 men", "3 hundred and 5 men"]),
        ("305000", ["three hundred and five thousand men", "305,000 men"]),
        ("28642", ["twenty-eight thousand six hundred forty-two students", "28,642 students"]),
        ("1200", ["twelve hundred men", "1,200 men", "one thousand two hundred men"]),
        ("202000", ["two hundred and two thousand men", "202,000 men"]),
        ("10000", ["10,000 men", "ten thousand men", "10k men", "10K men"]),
        ("1234.5", ["1,234.5 of them"]),
        ("0.1", ["0.1 of it", "0.10 of it"]),
        ("0.5", ["a .5 record"]),
        ("1234567", ["1,234,567 votes", "12,34,567 votes"]),
        ("123456", ["1,23,456 votes", "123,456 votes"]),
        ("1234.56", ["1.234,56 of it", "1,234.56 of it"]),
        (
            "1000000",
            ["a million people", "one million people", "1 million people", "1m people", "1M people", "1mn people"]
        ),
        (
            "2500000",
            [
                "2.5 million people", "2.5m people", "two and a half million people", "2½ million people",
                "2 1/2 million people",
            ]
        ),
        ("2200000000", ["2.2 billion users", "2.2bn users", "2.2B users"]),
        ("3000000000000", ["three trillion stars", "3tn stars"]),
        ("4000000000000000", ["four quadrillion ants"]),
        ("7000000000000000000", ["seven quintillion grains"]),
        ("1300000", ["13 lakh voters", "thirteen lakh voters"]),
        ("60000000", ["6 crore voters", "sixty million voters"]),
        ("500000", ["half a million people", "half million people", "500,000 people"]),
        ("250000", ["a quarter of a million people", "a quarter million people"]),
        ("6", ["half a dozen men", "six men"]),
        ("1.5", ["1½ cups", "one and a half cups", "1 1/2 cups"]),
        ("5.75", ["five and three-quarters cups"]),
        ("5.3", ["five point three children", "5.3 children"]),
        ("2.03", ["two point zero three children"]),
        ("0", ["zero cases", "0 cases"]),
        ("400", ["4 hundred people"]),
        ("1", ["one man died", "She put one hand up", "1 man died"]),
        ("3", ["three senior U.S. officials", "one of the three men", "the next three seeds", "All three men"]),
    ]

    static let fractions: [(reading: String, surfaces: [String])] = [
        (
            "0.333333333333333 ratio",
            [
                "a third of voters", "one third of voters", "one-third of voters", "1/3 of voters", "⅓ of voters",
                "1⁄3 of voters",
            ]
        ),
        ("0.666666666666667 ratio", ["two-thirds of voters", "two thirds of voters", "2/3 of voters", "⅔ of voters"]),
        ("0.75 ratio", ["three-quarters of voters", "three quarters of voters", "¾ of voters", "3/4 of voters"]),
        (
            "0.25 ratio",
            ["a quarter of voters", "one-quarter of voters", "¼ of voters", "one in four voters", "1 in 4 voters"]
        ),
        ("0.5 ratio", ["half of voters", "half the voters", "half its voters", "one in two voters"]),
        (
            "0.2 ratio",
            [
                "one in five", "one out of five voters", "a fifth of voters", "one-fifth of voters",
                "1 in every 5 voters",
            ]
        ),
        ("0.6 ratio", ["three-fifths of voters", "three out of five voters"]),
        ("0.05 ratio", ["one in 20 voters", "one-twentieth of voters", "a twentieth of voters"]),
        ("0.001 ratio", ["one in a thousand voters", "one in 1,000 voters"]),
    ]

    static let ranges: [(reading: String, surfaces: [String])] = [
        (
            "5..8",
            [
                "between five and eight new weapons", "5 to 8 weapons", "5-8 weapons", "5–8 weapons",
                "from 5 to 8 weapons",
                "five to eight weapons", "anywhere between five and eight weapons", "anywhere from 5 to 8 weapons",
                "between 5 and 8 weapons", "five-to-eight weapons", "5 – 8 weapons",
            ]
        ),
        (
            "10000..12000",
            [
                "10,000–12,000 troops", "10,000-12,000 troops", "10,000 to 12,000 troops",
                "between 10,000 and 12,000 troops",
                "10 to 12 thousand troops", "ten to twelve thousand troops", "10k-12k troops",
            ]
        ),
        ("200..300", ["between two hundred and three hundred men"]),
        ("1|2", ["one or two men", "1 or 2 men"]),
        ("8|9 EUR", ["eight or nine euros", "8 or 9 euros"]),
        ("3|4 year", ["three or four years", "3 or 4 years"]),
        (
            "10000000000..15000000000 USD",
            [
                "$10 to $15 billion", "$10 billion to $15 billion", "$10-15 billion",
                "between $10 billion and $15 billion",
            ]
        ),
        ("33000000000..35000000000 EUR", ["33-35 billion euros", "€33-35 billion", "€33bn-€35bn"]),
        (
            "5..10 percent",
            [
                "5% to 10%", "5 to 10 percent", "5%-10%", "5-10%", "between 5 and 10 per cent",
                "5 per cent to 10 per cent", "five to ten percent",
            ]
        ),
        ("15..22 mile per hour", ["15-22 mph", "15 to 22 miles per hour"]),
        ("40..50 hour per week", ["40 to 50 hours a week"]),
        ("1.5..2 degree", ["1.5 to 2 degrees"]),
        ("5..10 watt", ["5-10W", "5 to 10 watts"]),
        ("3..1 score", ["won 3-1", "a 3-1 win", "lost 3–1"]),
        ("52..48 score", ["voted 52-48", "passed 52–48"]),
        ("1..3 score", ["lost 1-3", "beaten 1-3"]),
        ("2..0 score", ["2-0 down"]),
    ]

    static let bounds: [(reading: String, surfaces: [String])] = [
        (
            ">=1",
            [
                "at least one facility", "at the very least one man", "no fewer than one man", "no less than 1 man",
                "a minimum of one man",
            ]
        ),
        (
            ">=50",
            ["50 or more men", "50+ men", "50 men or more", "at least another 50 men"].filter { $0 != "50 men or more" }
        ),
        (
            ">5",
            [
                "more than five men", "over five men", "more than 5 men", "upwards of 5 men", "upward of five men",
                "in excess of 5 men", "well over five men", ">5 men", "above 5", "greater than 5",
            ]
        ),
        (
            "<=8",
            [
                "at most eight men", "up to eight men", "no more than 8 men", "as many as eight men",
                "a maximum of 8 men", "eight or fewer men", "not more than 8 men",
            ]
        ),
        (
            "<8",
            ["fewer than eight men", "less than 8 men", "under 8 men", "below 8", "<8 men", "just under eight men"]
        ),
        (
            "~60",
            [
                "about 60 men", "around 60 men", "roughly 60 men", "approximately 60 men", "some 60 men",
                "nearly 60 men",
                "almost sixty men", "an estimated 60 men", "close to 60 men", "~60 men", "60 or so men", "60-odd men",
                "in the region of 60 men", "about sixty men", "Some 60 men died.",
            ]
        ),
        ("~0.5 ratio", ["about half of voters", "nearly half the voters", "almost half of voters"]),
        (">0.5 ratio", ["more than half of voters", "over half of voters"]),
        ("~500000", ["nearly half a million people", "about half a million people"]),
        (">=12", ["dozens of cars"]),
        (">=100", ["hundreds of cars", "hundreds were hurt"]),
        (">=1000", ["thousands of job cuts"]),
        (">=10000", ["tens of thousands of cars"]),
        (">=100000", ["hundreds of thousands of cars"]),
        (">=3", ["several cars"]),
        ("~2", ["a couple of cars", "a couple cars"]),
        (">60 percent", ["more than 60%", "over 60 percent", "more than 60 per cent"]),
        ("<=400 metre per second", ["up to 400 metres per second", "up to 400 m/s"]),
    ]

    static let units: [(reading: String, surfaces: [String])] = [
        ("60 percent", ["60%", "60 percent", "60 per cent", "sixty percent", "60pc", "60 pct"]),
        (
            "3 percentage point",
            ["3 percentage points", "three percentage points", "3-percentage-point"].filter { !$0.hasSuffix("-point") }
        ),
        ("40 basis point", ["40 basis points", "40 bps"]),
        (
            "1200000000 USD",
            [
                "$1.2bn", "$1.2 billion", "US$1.2bn", "US $1.2bn", "$US1.2bn", "USD 1.2 billion", "USD1.2bn",
                "1.2 billion dollars", "1.2bn US dollars", "1.2 billion U.S. dollars", "$1.2 billion US",
            ]
        ),
        ("3400000 GBP", ["£3.4m", "3.4 million pounds", "£3.4 million", "GBP 3.4m", "3.4m pounds sterling"]),
        ("5000000 EUR", ["€5m", "5 million euros", "5m euros", "EUR 5m", "€5 million"]),
        ("6 CAD", ["C$6", "C $6", "6 Canadian dollars", "CAD 6"]),
        ("82615680 AUD", ["$A82,615,680", "A$82,615,680", "AUD 82,615,680"]),
        ("3700000000 HKD", ["HK$3.7bn", "HK $3.7 billion"]),
        ("100000000 JPY", ["100 million yen", "¥100 million", "JPY100m"]),
        ("63 cent", ["63 cents"]),
        ("3 year", ["three years", "3 years", "3-year", "three-year"]),
        (
            "34 year of age",
            [
                "34-year-old", "34 years old", "thirty-four years old", "a man aged 34", "at the age of 34",
                "34 year-old", "John Smith, 34, died",
            ]
        ),
        ("18 month of age", ["18-month-old", "18 months old"]),
        ("20 minute", ["20 minutes", "20 min", "20-minute", "twenty minutes"]),
        ("0.5 hour", ["half an hour", "half-hour", "0.5 hours"]),
        ("5 kilometre", ["5 km", "5km", "5 kilometres", "5 kilometers", "5-kilometre", "five kilometers"]),
        ("30 yard", ["30 yards", "30-yard"]),
        ("311 square mile", ["311 square miles", "311 sq miles"]),
        ("1520 square metre", ["1,520 sq m", "1,520 square metres", "1,520 sqm"]),
        ("24.5 cubic foot", ["24.5 cubic feet"]),
        ("208 pound-mass", ["208 pounds", "208 lbs", "208lb", "208-pound"]),
        ("278 kilogram", ["278kg", "278 kg", "278 kilograms", "278 kilos"]),
        ("54 gigabyte", ["54GB", "54 GB", "54 gigabytes"]),
        ("40 celsius", ["40 degrees Celsius", "40°C", "40 °C", "40C heat"].filter { $0 != "40C heat" }),
        ("20 kiloton", ["20 kilotons", "20-kiloton"]),
        ("5 kilowatt", ["5kW", "5 kW", "5 kilowatts"]),
        ("35 gigawatt hour", ["35 GWh", "35GWh", "35 gigawatt hours"]),
        ("938 horsepower", ["938 horsepower", "938 hp", "938-hp"]),
        ("60 mile per hour", ["60 mph", "60mph", "60 miles per hour", "60 miles an hour"]),
        ("20 mile per gallon", ["20 miles per gallon", "20 mpg"]),
        ("2.11 USD per gallon", ["$2.11 per gallon", "$2.11 a gallon"]),
        ("800000 barrel per day", ["800,000 barrels a day", "800,000 barrels per day"]),
        ("3500 USD per month", ["$3,500 a month", "$3,500 per month"]),
        ("5 percent per year", ["5 percent a year", "five per cent per year"]),
        ("40 per 100000 people", ["40 deaths per 100,000 people"]),
        ("20 per week", ["20 per week"]),
        ("400 metre", ["400 metres", "400m deep", "a 400m race"]),
        ("-5 yard", ["minus-5 yards", "minus 5 yards"]),
        ("250 millilitre", ["250ml", "250 ml"]),
    ]

    static let changes: [(reading: String, surfaces: [String])] = [
        ("3.2 up point, 41", ["It rose 3.2 points to 41"]),
        ("3.2 down point, 41", ["It fell 3.2 points to 41", "It fell by 3.2 points to 41"]),
        ("5..8 up", ["It rose from 5 to 8"]),
        ("5..8 down percent", ["It fell from 8 to 5 percent"]),
        (
            "12 up percent",
            [
                "It is up 12%", "It rose 12%", "It rose by 12 per cent", "a 12% increase", "an increase of 12%",
                "It grew by 12%", "It ended 12% higher",
            ]
        ),
        (
            "7 down percent",
            [
                "Exports dropped 7%", "It was down 7 per cent", "a 7% drop", "a fall of 7%", "It slid 7%",
                "It closed 7% lower",
            ]
        ),
        ("~1.7 up percent", ["advancing about 1.7 percent"]),
        ("190 down point, 0.6 down percent", ["It lost 190 points, or 0.6%"]),
        ("43600000000 up USD, 419200000000 USD", ["It increased by $43.6 billion to $419.2 billion"]),
        ("2 up multiple", ["It doubled", "has doubled since"]),
        ("3 up multiple", ["It tripled its output"]),
        ("0.5 down multiple", ["It halved"]),
        ("6 multiple", ["a sixfold return"]),
        ("2 multiple", ["twice as many", "double the rate", "twice as loud as that"]),
        ("10 multiple", ["tenfold the rate", "a 10-fold rise", "10x the rate"]),
    ]

    /// Numbers that are no claims.
    static let negatives = [
        "June 12, 2018", "on 12 June", "on Feb. 21", "in June 2018", "in 2018", "since 2014", "In 1999, he left.",
        "the 2018 summit",
        "at 5 p.m. on Monday", "at 10:30", "at 5am", "at 11 a.m.", "2 o'clock", "10.45pm", "call 555-1234",
        "+44 20 7946 0958",
        "10 Downing Street", "49 Zorro Ranch Road", "a Boeing 737", "an F-16", "5G networks", "COVID-19", "Section 427",
        "Row 21",
        "the Group of 20", "the Group of Seven", "after 9/11", "No. 10", "Route 66", "World War II", "World War 2",
        "page 12", "pp. 3-5",
        "Flight 93", "iPhone 14", "Apollo 11", "Chapter 11", "the 22nd amendment", "the third man",
        "the second meeting",
        "the twenty-first century", "his 100th goal", "one of the best", "no one knows", "one day soon", "one another",
        "the one who left",
        "this one is good", "one-sided", "the only one strong enough", "the Big Ten", "the 1990s", "in the 20s", "24/7",
        "1.234.567", "1,3",
        "192.168.1.2", "007",
        "2019-09-01", "1:36.6", "the first half", "cut it in half", "a third meeting", "scored twice as United won",
        "doubling down",
        "the S&P 500", "Windows 10", "Channel 4", "Game 2", "Article 5", "the 2014-15 season", "in 2014-15", "Part 3",
        "Phase 2",
        "787 Dreamliner", "the point is", "a second look", "in the final third of the pitch", "Formula One", "Stoxx 50",
        "Euro 2020",
        "from 2014 to 2018", "between 2014 and 2018", "the Fortune 500", "Type 2 diabetes", "7-Eleven", "a B-52",
        "http://a.com/5/6", "June 5-8", "5-8 June", "on June 5 and 6", "Feb. 21-22",
    ]

    @Test(arguments: [numbers, fractions, ranges, bounds, units, changes].flatMap { $0 })
    func reads(_ row: (reading: String, surfaces: [String])) {
        for surface in row.surfaces {
            #expect(QuantityNotation.readings(surface) == row.reading, "\(surface)")
            let sentence = "The report said it was \(surface) in the end."
            if row.surfaces.count > 1, surface.first?.isLowercase ?? false, !surface.hasPrefix("dozen"),
                !surface.contains(" it ")
            {
                #expect(QuantityNotation.readings(sentence) == row.reading, "\(sentence)")
            }
        }
    }

    @Test(arguments: negatives)
    func leavesAlone(_ surface: String) {
        #expect(QuantityNotation.readings(surface) == "", "\(surface)")
        let sentence = "They spoke of \(surface)."
        #expect(QuantityNotation.readings(sentence) == "", "\(sentence)")
    }

    @Test func corpusIsLarge() {
        let positive = [Self.numbers, Self.fractions, Self.ranges, Self.bounds, Self.units, Self.changes]
            .flatMap { $0 }.map(\.surfaces.count).reduce(0, +)
        #expect(positive >= 250)
        #expect(Self.negatives.count >= 80)
    }
}
