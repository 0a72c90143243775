/// Hours or credits in tenths: 15 is 1.5.
package struct Tenths: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let count: UInt32

    package init(_ count: UInt32) { self.count = count }

    package static let zero = Tenths(0)

    package static func < (left: Tenths, right: Tenths) -> Bool { left.count < right.count }

    /// Returns nil beyond `UInt32`.
    package func adding(_ other: Tenths) -> Tenths? {
        let (sum, overflow) = count.addingReportingOverflow(other.count)
        return overflow ? nil : Tenths(sum)
    }

    /// Returns nil if the sum exceeds `UInt32`.
    package static func sum(_ values: some Sequence<Tenths>) -> Tenths? {
        var total = Tenths.zero
        for value in values {
            guard let next = total.adding(value) else { return nil }
            total = next
        }
        return total
    }

    package var description: String { "\(count / 10).\(count % 10)" }
}
