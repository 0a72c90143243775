import Domain
import Testing

@Suite struct RoundTests {
    /// Hours from the first instant of 2026.
    static func period(_ from: Int64, _ to: Int64) -> IntakeWindow {
        let start: Int64 = 1_767_196_800_000
        return IntakeWindow(from: Instant(start + from * 3_600_000), to: Instant(start + to * 3_600_000))
    }

    static func round(
        name: String = "第一批", kind: IntakeKind = .specialty, needsUnitApproval: Bool = false,
        enrolment: IntakeWindow = period(0, 10),
        levels: [IntakePlan.Level] = [.init(.county, period(0, 20)), .init(.province, period(0, 30))],
        admission: IntakeWindow = period(30, 40),
        batches: [IntakePlan.Batch] = [batch()]
    ) throws(Refusal) -> IntakePlan {
        try IntakePlan(
            name: name, kind: kind, needsUnitApproval: needsUnitApproval, enrolment: enrolment, levels: levels,
            admission: admission, batches: batches)
    }

    static func batch(
        _ name: String = "第一志愿", preferences: Int = 3, types: Set<UInt64> = [1, 2], categories: Set<UInt64> = [11, 12]
    ) -> IntakePlan.Batch {
        .init(name: name, preferences: preferences, personTypes: types, baseCategories: categories)
    }

    @Test("REC-3a a window takes its first instant in and its end out")
    func window() throws {
        let period = Self.period(0, 10)
        let what = Phrase("enrolment", "报名")
        func code(_ milliseconds: Int64) -> Refusal? {
            refusal { () throws(Refusal) in try period.check(Instant(milliseconds), what, zone: .china) }
        }
        let (from, to) = (period.from.milliseconds, period.to.milliseconds)
        #expect(code(from - 1)?.code == .tooEarly)
        #expect(code(from - 1)?.text == "enrolment opens at 2026-01-01 00:00:00")
        #expect(code(from) == nil)
        #expect(code(to - 1) == nil)
        #expect(code(to)?.code == .tooLate)
        #expect(code(to)?.wording?.zh == "报名已于 2026-01-01 10:00:00 截止")
    }

    @Test("REC-3b levels are any of county, city and province, each once, in any order")
    func levels() throws {
        func levels(_ levels: [IntakeLevel], unit: Bool = false) -> Refusal? {
            refusal { () throws(Refusal) in
                _ = try Self.round(
                    needsUnitApproval: unit, levels: levels.map { .init($0, Self.period(1, 20)) })
            }
        }
        #expect(levels([.county, .city, .province]) == nil)
        #expect(levels([.province, .county]) == nil)
        #expect(levels([.city]) == nil)
        #expect(levels([])?.field == "levels")
        #expect(levels([.city, .city])?.field == "levels")
        #expect(levels([.unit, .city])?.field == "levels")
        #expect(levels([.unit, .city], unit: true) == nil)
        #expect(levels([.city, .unit], unit: true)?.field == "levels")
        #expect(levels([.city], unit: true)?.field == "levels")
        #expect(levels([.unit], unit: true)?.field == "levels")
    }

    @Test("REC-2, REC-3a what is missing, beyond its bounds or out of order in a round is refused by its field")
    func bounds() {
        func field(_ body: () throws(Refusal) -> IntakePlan) -> String? {
            refusal { () throws(Refusal) in _ = try body() }?.field
        }
        #expect(field { () throws(Refusal) in try Self.round() } == nil)
        #expect(field { () throws(Refusal) in try Self.round(name: " ") } == "name")
        #expect(field { () throws(Refusal) in try Self.round(batches: []) } == "batches")
        #expect(field { () throws(Refusal) in try Self.round(batches: [Self.batch(), Self.batch()]) } == "batches")
        for count in [0, 21] {
            #expect(
                field { () throws(Refusal) in try Self.round(batches: [Self.batch(preferences: count)]) }
                    == "batches.preferences")
        }
        #expect(
            field { () throws(Refusal) in try Self.round(batches: [Self.batch(types: [])]) } == "batches.person_types")
        #expect(
            field { () throws(Refusal) in try Self.round(batches: [Self.batch(categories: [])]) }
                == "batches.base_categories")
        #expect(field { () throws(Refusal) in try Self.round(enrolment: Self.period(5, 5)) } == "enrolment")
        #expect(field { () throws(Refusal) in try Self.round(admission: Self.period(30, 29)) } == "admission")
        #expect(field { () throws(Refusal) in try Self.round(admission: Self.period(0, 29)) } == "admission")
        #expect(
            field { () throws(Refusal) in try Self.round(enrolment: Self.period(1, 10)) } == "levels")
    }

    @Test("REC-1 an open round's windows may move and its batches grow; kind, levels and choices stay")
    func changes() throws {
        let round = try Self.round()
        func code(_ new: IntakePlan) -> ErrorCode? {
            refusal { () throws(Refusal) in try round.checkChange(to: new) }?.code
        }
        #expect(code(try Self.round(name: "改名", enrolment: Self.period(0, 15))) == nil)
        #expect(code(try Self.round(batches: [Self.batch(preferences: 4, types: [1, 2, 3])])) == nil)
        #expect(code(try Self.round(batches: [Self.batch(), Self.batch("第二志愿")])) == nil)
        #expect(code(try Self.round(kind: .base)) == .wrongState)
        #expect(code(try Self.round(levels: [.init(.county, Self.period(0, 20))])) == .wrongState)
        #expect(code(try Self.round(batches: [Self.batch(preferences: 2)])) == .wrongState)
        #expect(code(try Self.round(batches: [Self.batch(types: [1])])) == .wrongState)
        #expect(code(try Self.round(batches: [Self.batch(categories: [11])])) == .wrongState)
    }

    @Test("REC-3b an application stops at the regions its unit lies in, in the round's order")
    func stops() throws {
        let place = UnitPlace(unit: 9, county: 3, city: 2, province: 1)
        #expect(try place.stops([.county, .city, .province]).map(\.organisation) == [3, 2, 1])
        #expect(try place.stops([.unit, .province, .county]).map(\.organisation) == [9, 1, 3])
        let municipal = UnitPlace(unit: 9, county: 3, city: 0, province: 1)
        #expect(try municipal.stops([.county, .city, .province]).map(\.organisation) == [3, 1])
        let refused = refusal { () throws(Refusal) in _ = try municipal.stops([.city]) }
        #expect(refused?.field == "unit")
    }

    @Test("REC-4 a quota is counted by the unit's city, in a municipality by the municipality")
    func quotaCity() {
        #expect(UnitPlace(unit: 9, county: 3, city: 2, province: 1).quotaCity == 2)
        #expect(UnitPlace(unit: 9, county: 3, city: 0, province: 1).quotaCity == 1)
    }

    @Test("REC-4c a quota goes down to its use and no further")
    func quota() throws {
        let quota = SeatCount(seats: 10, approved: 7, admitted: 3)
        #expect(try quota.lowered(to: 7).seats == 7)
        #expect(refusal { () throws(Refusal) in _ = try quota.lowered(to: 6) }?.code == .quotaInUse)
        #expect(refusal { () throws(Refusal) in _ = try quota.lowered(to: -1) }?.code == .invalid)
        #expect(refusal { () throws(Refusal) in _ = try quota.lowered(to: 1_000_001) }?.code == .invalid)
    }
}
