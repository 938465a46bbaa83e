import Foundation

/// F1 in percent that must be reached, measure by measure, and the gold for which that holds.
struct QualityFloors: Equatable {
    /// SHA-256 of the gold, in hexadecimal.
    var gold: String
    var floors: [String: Double]

    /// How far below the measured figure a floor is set: what a retrained model may lose elsewhere gained.
    static let room = 1.5

    /// Reads lines of name, tab, value.
    init?(_ text: String) {
        gold = ""
        floors = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let cells = line.split(separator: "\t").map(String.init)
            guard cells.count == 2 else { return nil }
            if cells[0] == "gold" {
                gold = cells[1]
            } else {
                guard let floor = Double(cells[1]) else { return nil }
                floors[cells[0]] = floor
            }
        }
        if gold.isEmpty { return nil }
    }

    init(gold: String, floors: [String: Double]) {
        self.gold = gold
        self.floors = floors
    }

    var text: String {
        (["# F1 in percent on the annotated samples; see QualityFloorTests.", "gold\t\(gold)"]
            + floors.sorted { $0.key < $1.key }.map { "\($0.key)\t\(String(format: "%.1f", $0.value))" })
            .joined(separator: "\n") + "\n"
    }

    /// The floors for new figures.
    /// - Parameter lowering: whether they may be lower than the ones before; otherwise these stand where they are higher.
    func updated(gold: String, measured: [String: Double], lowering: Bool) -> QualityFloors {
        var updated = QualityFloors(gold: gold, floors: [:])
        for (name, figure) in measured {
            let floor = max(0, ((figure - Self.room) * 10).rounded(.down) / 10)
            updated.floors[name] = lowering ? floor : max(floor, floors[name] ?? 0)
        }
        return updated
    }
}
