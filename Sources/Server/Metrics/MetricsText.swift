/// The text format of Prometheus, version 0.0.4: families of samples, each with its help and type.
struct MetricsText {
    enum Kind: String { case counter, gauge, histogram }

    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    private(set) var text = ""
    private var name = ""

    /// Begins a family; its samples follow.
    mutating func family(_ name: String, _ kind: Kind, _ help: String) {
        self.name = name
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
    }

    mutating func sample(_ value: Number, _ labels: (name: String, value: String)...) {
        write(name, labels, value)
    }

    /// - Parameters:
    ///   - bounds: the upper bounds, in units of which `perSecond` are a second.
    ///   - times: how many there were up to each bound, in all, and their sum.
    mutating func histogram(
        _ bounds: [UInt64], perSecond: UInt64, _ times: (upTo: [UInt64], count: UInt64, sum: UInt64),
        _ labels: (name: String, value: String)...
    ) {
        for (bound, count) in zip(bounds, times.upTo) {
            let limit = Number(parts: bound, perUnit: perSecond)
            write(name + "_bucket", labels + [("le", limit.text)], Number(count))
        }
        write(name + "_bucket", labels + [("le", "+Inf")], Number(times.count))
        write(name + "_sum", labels, Number(parts: times.sum, perUnit: perSecond))
        write(name + "_count", labels, Number(times.count))
    }

    private mutating func write(_ name: String, _ labels: [(name: String, value: String)], _ value: Number) {
        text += name
        if !labels.isEmpty {
            text += "{" + labels.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",") + "}"
        }
        text += " \(value.text)\n"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }

    /// A value, written as a decimal.
    struct Number {
        let text: String

        init(_ count: some BinaryInteger) { text = String(count) }

        /// - Parameter unit: a power of ten.
        init(parts: some BinaryInteger, perUnit unit: some BinaryInteger) {
            let (whole, rest) = parts.quotientAndRemainder(dividingBy: type(of: parts).init(unit))
            let digits = String(unit).count - 1
            let fraction = String(rest.magnitude)
            let padded = String(repeating: "0", count: max(0, digits - fraction.count)) + fraction
            let kept = padded.reversed().drop { $0 == "0" }.reversed()
            text = String(whole) + (kept.isEmpty ? "" : "." + String(kept))
        }
    }
}
