import CPlanted
import Dispatch
import Foundation
import Synchronization
import Testing

/// A race, an overflow and an undefined sum on purpose. They run only when `make check` asks for them by SAYSO_PLANTED, and a
/// sanitizer must then end the run; otherwise the gate is known to be blind.
@Suite struct PlantedFaultTests {
    private final class Arrival: Sendable {
        let count = Atomic<Int>(0)
    }

    private static let planted = ProcessInfo.processInfo.environment["SAYSO_PLANTED"]

    @Test(.enabled(if: planted == "race")) func aRace() {
        let number = UnsafeMutablePointer<Int>.allocate(capacity: 1)
        number.initialize(to: 0)
        let address = UInt(bitPattern: number)
        let arrived = Arrival()
        let group = DispatchGroup()
        for label in ["one", "other"] {
            DispatchQueue(label: label).async(group: group) {
                // Until both are there, so that they are two threads. A relaxed order parts nothing.
                arrived.count.add(1, ordering: .relaxed)
                while arrived.count.load(ordering: .relaxed) < 2 {}
                for _ in 0..<100 { UnsafeMutablePointer<Int>(bitPattern: address)?.pointee &+= 1 }
            }
        }
        group.wait()
        print("the planted race counted to \(number.pointee)")
        number.deallocate()
    }

    @Test(.enabled(if: planted == "overflow")) func anOverflow() { planted_overflow() }

    @Test(.enabled(if: planted == "undefined")) func anUndefinedSum() {
        print("the planted sum is \(planted_sum(.max))")
    }
}
