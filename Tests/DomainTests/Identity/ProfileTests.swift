import Domain
import Testing

@Suite struct ProfileTests {
    private let today = Day(20_728)

    private func refused(_ field: ProfileFieldName, _ text: String) -> Refusal? {
        refusal { () throws(Refusal) in try field.checked(text, today: today) }
    }

    @Test("ACC-8 four sections, each with fields it requires", arguments: ProfileSection.allCases)
    func required(section: ProfileSection) {
        let fields = ProfileFieldName.of(section)
        #expect(fields.contains { $0.isRequired })
        let nothing = ProfileCompleteness(present: [])
        #expect(nothing.missing(in: section) == fields.filter(\.isRequired))
        #expect(ProfileCompleteness(present: Set(fields.filter(\.isRequired))).missing(in: section).isEmpty)
    }

    @Test("ACC-8 which sections must be complete follows the programme's demand")
    func demands() {
        let all = Set(ProfileFieldName.allCases)
        let nothing = ProfileCompleteness(present: [])
        #expect(nothing.missing(nil).isEmpty && nothing.missing(ProfileDemand.none).isEmpty)
        #expect(Set(nothing.missing(.allFour).map(\.section)) == Set(ProfileSection.allCases))
        #expect(Set(nothing.missing(.basic).map(\.section)) == [.basic])
        #expect(nothing.missing(.basicUnlessUnitPaid) == nothing.missing(.basic))
        #expect(nothing.missing(.basicUnlessUnitPaid, isUnitPaid: true).isEmpty)
        #expect(nothing.missing(.walkInFields) == [.name, .idNumber, .phone, .unit, .title])
        for demand in ProfileDemand.allCases {
            #expect(ProfileCompleteness(present: all).missing(demand).isEmpty)
            // Each single field missing is told exactly where it is asked for.
            for field in nothing.missing(demand) {
                #expect(ProfileCompleteness(present: all.subtracting([field])).missing(demand) == [field])
            }
        }
    }

    @Test("ACC-8 values are read as people type them")
    func values() throws {
        #expect(try ProfileFieldName.sex.checked("女", today: today) == "female")
        #expect(try ProfileFieldName.sex.checked(" Male ", today: today) == "male")
        #expect(try ProfileFieldName.degree.checked("本科", today: today) == "bachelor")
        #expect(try ProfileFieldName.postcode.checked("４１０００５", today: today) == "410005")
        #expect(try ProfileFieldName.years.checked("0", today: today) == "0")
        #expect(try ProfileFieldName.birthDate.checked("2026-10-02", today: today) == "2026-10-02")
        #expect(try ProfileFieldName.email.checked("a.b@c.cn", today: today) == "a.b@c.cn")
        #expect(try ProfileFieldName.school.checked("  ", today: today) == "")
    }

    @Test(
        "ACC-8 values that cannot be are refused with their field",
        arguments: [
            (ProfileFieldName.sex, "x"), (.birthDate, "2026-10-03"), (.birthDate, "1899-12-31"),
            (.birthDate, "2023-02-29"),
            (.graduated, "2020"), (.postcode, "4100051"), (.postcode, "41000a"), (.years, "71"), (.years, "-1"),
            (.email, "a"), (.email, "a@b"), (.email, "a@@b.c"), (.email, "@b.c"), (.email, "a@b."), (.email, "王@b.cn"),
            (.degree, "高"), (.name, "张\u{202E}三"), (.address, String(repeating: "长", count: 201)),
            (.school, String(repeating: "长", count: 10_000)), (.title, "\u{0}"), (.phone, "13800000000"),
            (.idNumber, "11010519491231002X"),
        ])
    func faults(field: ProfileFieldName, text: String) {
        #expect(refused(field, text)?.field == field.rawValue)
    }

    @Test("ACC-8 sex and birth date are what the ID number says")
    func agreement() throws {
        let number = try IdentityNumber("11010519491231002X", today: today)
        #expect(ProfileFieldName.sex.said(by: number) == "female")
        #expect(ProfileFieldName.birthDate.said(by: number) == "1949-12-31")
        #expect(ProfileFieldName.allCases.filter { $0.said(by: number) != nil } == [.sex, .birthDate])
    }
}
