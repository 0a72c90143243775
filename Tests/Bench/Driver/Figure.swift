import Foundation

/// Prints a line of figures: `work=echo ratio=0.91 …`.
func report(_ work: String, _ figures: KeyValuePairs<String, Double>) {
    let texts = figures.map { name, value in "\(name)=\(text(value))" }
    FileHandle.standardOutput.write(Data(((["work=\(work)"] + texts).joined(separator: " ") + "\n").utf8))
}

/// Formats a value with three significant digits, and whole numbers as such.
private func text(_ value: Double) -> String {
    guard value.isFinite else { return "\(value)" }
    if value == value.rounded() || abs(value) >= 100 { return String(format: "%.0f", value) }
    return String(format: abs(value) >= 10 ? "%.1f" : abs(value) >= 0.1 ? "%.2f" : "%.3f", value)
}

func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return .nan }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/// Interleaved rounds of one load on a yardstick and on Rollcall, and their medians.
struct Rounds {
    static let count = 3
    private(set) var theirs: [Load.Figures] = []
    private(set) var ours: [Load.Figures] = []

    init(theirs yardstick: () throws -> Load.Figures, ours run: () throws -> Load.Figures) rethrows {
        for _ in 0..<Self.count {
            theirs.append(try yardstick())
            ours.append(try run())
        }
    }

    var perSecond: Double { median(ours.map(\.perSecond)) }
    var yardstickPerSecond: Double { median(theirs.map(\.perSecond)) }
    /// Ours divided by theirs: above 1 Rollcall is faster.
    var ratio: Double { perSecond / yardstickPerSecond }
    /// Processor time per operation, ours divided by theirs: below 1 Rollcall needs less.
    var processorRatio: Double { median(ours.map(\.processorUs)) / median(theirs.map(\.processorUs)) }
    var p99Us: Double { median(ours.map(\.p99Us)) }
    var yardstickP99Us: Double { median(theirs.map(\.p99Us)) }
}
