import CPlanted
import Dispatch
import Foundation
import Testing

/// A race, an overflow and an undefined sum on purpose. They run only when `make check` asks for them by SAYSO_PLANTED, and a
/// sanitizer must then end the run; otherwise the gate is known to be blind.
@Suite struct PlantedFaultTests {
    private static let planted = ProcessInfo.processInfo.environment["SAYSO_PLANTED"]

    @Test(.enabled(if: planted == "race")) func aRace() {
        let number = UnsafeMutablePointer<Int>.allocate(capacity: 1)
        number.initialize(to: 0)
        let address = UInt(bitPattern: number)
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            for _ in 0..<10_000 { UnsafeMutablePointer<Int>(bitPattern: address)?.pointee &+= 1 }
        }
        print("the planted race counted to \(number.pointee)")
        number.deallocate()
    }

    @Test(.enabled(if: planted == "overflow")) func anOverflow() { planted_overflow() }

    @Test(.enabled(if: planted == "undefined")) func anUndefinedSum() {
        print("the planted sum is \(planted_sum(.max))")
    }
}
