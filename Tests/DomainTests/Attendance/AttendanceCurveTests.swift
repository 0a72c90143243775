import Domain
import Testing

@Suite struct AttendanceCurveTests {
    private let minute: Int64 = 60_000

    @Test("RPT-1 a curve ends with everybody, never falls, and has at most forty-two points of equal spans")
    func spans() {
        #expect(AttendanceCurve([]).points.isEmpty)
        let one = AttendanceCurve([90_500]).points
        #expect(one.map(\.ms) == [120_000] && one.map(\.count) == [1])
        let morning = AttendanceCurve((0..<120).map { 28_800_000 + $0 * minute }).points
        #expect(morning.last?.count == 120 && morning.count <= 42)
        #expect(Set(zip(morning, morning.dropFirst()).map { $1.ms - $0.ms }) == [5 * minute])
        #expect(morning.map(\.count) == morning.map(\.count).sorted())
        #expect(AttendanceCurve([0, 1 << 40]).points.last?.count == 2)
    }
}
