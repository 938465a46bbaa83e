import Crypto
import Foundation

/// What rows depend on besides the article, as text for fingerprints.
enum ProgramIdentity {
    /// The version, and the executable's size and time: a program that was built anew may tag otherwise, even when nobody
    /// changed its version.
    static let program: String = {
        var parts = ["sayso \(saysoVersion)"]
        var status = stat()
        if stat("/proc/self/exe", &status) == 0 {
            parts.append("program \(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)")
        }
        return parts.joined(separator: "; ")
    }()

    /// The program, and the options that change rows.
    static func text(minimumConfidence: Double) -> String { "\(program); confidence \(minimumConfidence)" }
}

/// The options of a recipe that decide what becomes of its articles, as text.
enum RecipeIdentity {
    /// What is read from a file.
    static func reading(_ recipe: Recipe) -> String {
        "articles \(recipe.limits.articleBytes); records \(recipe.limits.recordBytes); "
            + "others \(recipe.otherLanguages.rawValue)"
    }

    /// What is read, and which rows it gives.
    static func rows(_ recipe: Recipe) -> String { reading(recipe) + "; confidence \(recipe.minimumConfidence)" }

    /// What the files of a generation depend on besides its rows.
    static func files(_ recipe: Recipe) -> [UInt8] {
        let text =
            "\(ProgramIdentity.program); bom \(recipe.csv.bom); safe \(recipe.csv.spreadsheetSafe); "
            + "duplicates \(recipe.duplicates.rawValue)"
        return Array(SHA256.hash(data: Data(text.utf8)))
    }
}
