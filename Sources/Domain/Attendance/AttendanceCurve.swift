/// How many had come, at ends of equal spans of time that a person thinks in.
package struct AttendanceCurve: Sendable {
    package let points: [(ms: Int64, count: Int)]

    private static let minutes: [Int64] = [1, 2, 5, 10, 15, 30, 60, 120, 360, 1440, 10_080]
    private static let most: Int64 = 40

    /// - Parameter arrivals: UTC milliseconds, in order.
    package init(_ arrivals: [Int64]) {
        guard let first = arrivals.first, let last = arrivals.last else {
            points = []
            return
        }
        let whole = (last - first) / 60_000
        let span = (Self.minutes.first { whole / $0 < Self.most } ?? whole / Self.most + 1) * 60_000
        var (points, come): ([(ms: Int64, count: Int)], Int) = ([], 0)
        var end = first - first % span
        repeat {
            end += span
            while come < arrivals.count, arrivals[come] < end { come += 1 }
            points.append((end, come))
        } while end <= last
        self.points = points
    }
}
