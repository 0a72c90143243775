import Domain
import Testing

@Suite struct InstructorTests {
    @Test("PRJ-2 a participant number is an id and a check digit; one wrong digit, or two swapped, names nobody")
    func numbers() throws {
        let people: [UInt64] = [1, 42, 1021, 90_210, 123_456_789, 9_007_199_254_740_991]
        for person in people {
            let number = ParticipantNumber(of: person).description
            #expect(try ParticipantNumber(number, field: "number").person == person)
            #expect(try ParticipantNumber(" \(number) ", field: "number").person == person)
            let digits = Array(number)
            for index in digits.indices {
                for digit in "0123456789" where digit != digits[index] {
                    var wrong = digits
                    wrong[index] = digit
                    let refused = refusal { () throws(Refusal) in
                        try ParticipantNumber(String(wrong), field: "number")
                    }
                    #expect(refused?.code == .notFound, "\(number) as \(String(wrong))")
                }
            }
        }
        // By hand: 10 → 17 % 10 × 2 % 11 = 3 → 12 % 10 × 2 % 11 = 4 → 8 × 2 % 11 = 5, and 11 − 5.
        #expect(ParticipantNumber(of: 794).description == "7946")
        for typed in ["", "7", "07946", "7945", "79.46", "-7946", "99999999999999999999", "七九四五"] {
            let refused = refusal { () throws(Refusal) in try ParticipantNumber(typed, field: "number") }
            #expect(refused?.code == .notFound && refused?.field == "number", "\(typed)")
        }
    }

    private let courses = [UInt64(1): Tenths(40), 2: Tenths(20)]

    private func list(_ entries: (course: UInt64, person: UInt64, hours: UInt32)...) throws(Refusal) -> InstructorList {
        try InstructorList(
            entries.map { .init(course: $0.course, person: $0.person, hours: Tenths($0.hours)) }, courses: courses)
    }

    @Test(
        "PRJ-2 an instructor teaches all hours of a course unless said otherwise, and a course's instructors no more than it has"
    )
    func hours() throws {
        #expect(try list((2, 9, 0), (1, 9, 15), (1, 8, 25)).entries.map(\.hours) == [25, 15, 20].map(Tenths.init))
        #expect(try list((2, 9, 0), (1, 9, 15), (1, 8, 25)).entries.map(\.person) == [8, 9, 9])
        for tooMuch in [(15 as UInt32, 26 as UInt32), (0, 1), (41, 0), (.max, .max)] {
            let refused = refusal { () throws(Refusal) in try list((1, 9, tooMuch.0), (1, 8, tooMuch.1)) }
            #expect(refused?.code == .hoursDoNotAddUp, "\(tooMuch)")
        }
    }

    @Test("PRJ-2 a course of another project and a person twice in one course are refused")
    func refused() {
        #expect(refusal { () throws(Refusal) in try list((3, 9, 0)) }?.code == .notFound)
        #expect(refusal { () throws(Refusal) in try list((1, 9, 10), (1, 9, 10)) }?.code == .alreadyExists)
        let many = (1...201).map { InstructorList.Entry(course: 1, person: $0, hours: Tenths(1)) }
        let refused = refusal { () throws(Refusal) in try InstructorList(many, courses: [1: Tenths(1000)]) }
        #expect(refused?.code == .invalid)
    }
}
