package import Messages
import Threads

/// OPS-5: how many calls of each method ended how, and after how long. Counting one costs some nanoseconds on the thread that
/// answers it.
package final class CallCounts: Sendable {
    /// Milliseconds.
    package static let bounds: [UInt64] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]

    private static let methods = Method.allCases
    private static let codes = ErrorCode.allCases
    /// The numbers of a method: its times, its successes, and its failures by code.
    private static let size = Histogram.size(bounds) + 1 + codes.count

    private let counters = ThreadCounters(count: methods.count * size)
    /// The place of a method by its number, and of a code by its.
    private let places: [Int32]
    private let codePlaces: [Int32]

    init() {
        places = Self.places(Self.methods.map { Int($0.rawValue) })
        codePlaces = Self.places(Self.codes.map { Int($0.rawValue) })
    }

    private static func places(_ numbers: [Int]) -> [Int32] {
        var places = [Int32](repeating: 0, count: 1 + (numbers.max() ?? 0))
        for (place, number) in numbers.enumerated() { places[number] = Int32(place) }
        return places
    }

    /// - Parameters:
    ///   - code: nil for a success.
    ///   - tookMs: from its arrival to its answer; a clock that was set back counts as 0.
    func note(_ method: Method, _ code: ErrorCode?, tookMs: Int64) {
        let first = Int(places[Int(method.rawValue)]) * Self.size
        Histogram(Self.bounds, from: first).note(UInt64(max(0, tookMs)), in: counters)
        let outcome = code.map { 1 + Int(codePlaces[Int($0.rawValue)]) } ?? 0
        counters.add(to: first + Histogram.size(Self.bounds) + outcome)
    }

    /// The calls of one method since the start.
    package struct OfMethod: Sendable {
        package let method: Method
        /// The names of errors, or `ok`, and how often.
        package let outcomes: [(outcome: String, count: UInt64)]
        package let times: (upTo: [UInt64], count: UInt64, sum: UInt64)
    }

    /// The methods that were called.
    package func read() -> [OfMethod] {
        let sums = counters.sums()
        return Self.methods.enumerated().compactMap { place, method in
            let times = Histogram(Self.bounds, from: place * Self.size).read(sums)
            guard times.count > 0 else { return nil }
            let first = place * Self.size + Histogram.size(Self.bounds)
            let counts = sums[first..<first + 1 + Self.codes.count]
            let outcomes = zip(["ok"] + Self.codes.map(\.name), counts).filter { $1 > 0 }
            return OfMethod(method: method, outcomes: outcomes.map { ($0, $1) }, times: times)
        }
    }
}
