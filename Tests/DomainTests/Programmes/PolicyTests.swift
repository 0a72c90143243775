import Domain
import Testing

@Suite struct PolicyTests {
    /// Column of the table → switch → cell, "–" written out for each switch of a row that names two.
    private static func table() throws -> [[String: String]] {
        let lines = try Fixture.text("Tests/DomainTests/Fixtures/policy-table.md").split(separator: "\n")
        var columns = Array(repeating: [String: String](), count: 5)
        for line in lines where line.hasPrefix("| ") && !line.hasPrefix("| switch") && !line.hasPrefix("| POL-1") {
            let cells = line.split(separator: "|").map { $0.filter { $0 != "*" }.trimming(" ") }
            try #require(cells.count == 6, "\(line)")
            let names = cells[0].split(separator: "/").map { String($0.trimming(" ").prefix { $0.isLetter }) }
            for column in 0..<5 {
                let parts = cells[column + 1] == "–" ? names.map { _ in "–" } : cells[column + 1].parts(of: names.count)
                try #require(parts.count == names.count, "\(line)")
                for (name, part) in zip(names, parts) { columns[column][name] = part }
            }
        }
        return columns
    }

    @Test("POL-1 the switches are exactly those of the table, in its order")
    func switches() throws {
        let columns = try Self.table()
        let switches = SwitchName.allCases.filter { !$0.hasDefault }
        #expect(Set(columns[0].keys) == Set(switches.map(\.name)))
        #expect(switches.count == 24)
    }

    @Test(
        "POL-1 every preset equals its column of the table, cell by cell",
        arguments: Preset.allCases.enumerated().map { $0 })
    func presets(column: Int, preset: Preset) throws {
        let cells = try Self.table()[column]
        let defaults = SwitchName.allCases.filter(\.hasDefault).map(\.name)
        for setting in preset.policy.settings where !defaults.contains(setting.name) {
            #expect(setting.value == cells[setting.name], "\(preset.name) \(setting.name)")
        }
    }

    @Test("POL-2 EXM-6 a setting that was never stored has its default, and is changed and refused like a switch")
    func defaults() throws {
        let stored = Preset.hunanCME.policy.settings.filter { $0.name != "multipleChoice" }
        #expect(try Policy(stored).multipleChoice == .allOrNothing)
        #expect(try Policy(stored).changed([.init("multipleChoice", "half for part")]).multipleChoice == .halfForPart)
        #expect(
            refusal { () throws(Refusal) in try Policy(stored.filter { $0.name != "admissionFrom" }) }?.code
                == .unknownSwitch)
        #expect(
            refusal { () throws(Refusal) in
                try Policy(stored).changed([.init("multipleChoice", "double")])
            }?.code == .unknownSwitch)
    }

    @Test("POL-1 a policy printed and read again is the same policy", arguments: Preset.allCases)
    func roundTrip(preset: Preset) throws {
        #expect(try Policy(preset.policy.settings) == preset.policy)
    }

    @Test("POL-1 a programme is its preset but for the switches changed")
    func changes() throws {
        let programme = try ValidProgramme(
            name: " 2026 年继续教育 ", preset: "hunan-cme",
            changes: [.init("leadDays", "7"), .init("evaluationGates", "none"), .init("codePeriodMax", "30")])
        #expect(programme.name == "2026 年继续教育")
        var expected = Preset.hunanCME.policy
        expected.leadDays = 7
        expected.evaluationGates = []
        expected.codePeriodMax = 30
        #expect(programme.policy == expected)
        #expect(programme.policy[.codePeriodMax] == "30 s")
    }

    @Test("POL-1 an unknown preset, an unknown switch and a switch given twice are refused by name")
    func unknown() {
        #expect(
            refusal { () throws(Refusal) in try ValidProgramme(name: "x", preset: "mars", changes: []) }?.code
                == .notFound)
        for changes: [Policy.Setting] in [
            [.init("colour", "red")], [.init("LeadDays", "1")], [.init("leadDays", "1"), .init("leadDays", "2")],
        ] {
            let refused = refusal { () throws(Refusal) in try Preset.hunanCME.policy.changed(changes) }
            #expect(refused?.code == .unknownSwitch)
            #expect(refused?.field == changes[0].name)
        }
    }

    /// More questions than a form has, and a value of no switch.
    private static let impossible = String(repeating: "？;", count: 100)

    @Test(
        "POL-1 a value that a switch cannot have is refused in Chinese by the words of Chinese, and each is taken as shown",
        arguments: SwitchName.allCases)
    func chineseRange(name: SwitchName) throws {
        let refused = try #require(
            refusal { () throws(Refusal) in try Preset.hunanCME.policy.changed([.init(name.name, Self.impossible)]) })
        var chinese = try #require(refused.wording?.zh)
        // What is typed as it stands: the words of a form and of credit rules.
        for word in ["text:", CreditRules.standard.text] {
            chinese = chinese.replacing(word, with: "")
        }
        #expect(!chinese.contains { $0.isASCII && $0.isLetter }, "\(chinese)")
        #expect(chinese.contains("“\(name.phrase.zh)”"))
        #expect(refused.wording?.en.contains(name.name) == true)
    }

    @Test(
        "POL-1 a policy that lacks one switch is refused by the name of that switch",
        arguments: SwitchName.allCases.filter { !$0.hasDefault })
    func missing(lacking: SwitchName) {
        let settings = Preset.tianjinCPR.policy.settings.filter { $0.name != lacking.name }
        let refused = refusal { () throws(Refusal) in try Policy(settings) }
        #expect(refused?.code == .unknownSwitch)
        #expect(refused?.field == lacking.name)
    }

    @Test(
        "POL-1 both ends of every range are accepted and what lies beyond is refused",
        arguments: [
            ("cancelLimit", "0", "100", "101"), ("noticeSeconds", "0", "3600", "3601"), ("leadDays", "0", "365", "366"),
            ("codePeriodMax", "1", "3600", "0"), ("minQuestions", "0", "1000", "1001"), ("waitDays", "0", "365", "366"),
            ("resits", "0", "100", "101"), ("skillsRebookings", "0", "100", "101"), ("reportDays", "1", "365", "0"),
            ("certificateDays", "0", "365", "366"),
        ])
    func ranges(name: String, lowest: String, highest: String, beyond: String) throws {
        for value in [lowest, highest] {
            let changed = try Preset.tianjinCPR.policy.changed([.init(name, value)])
            #expect(changed.settings.contains { $0.name == name && $0.value.hasPrefix(value) })
        }
        for value in [beyond, "-1", "", " ", "1.5", "99999999999999999999", "seven", "٣"] {
            let refused = refusal { () throws(Refusal) in
                try Preset.tianjinCPR.policy.changed([.init(name, value)])
            }
            #expect(refused?.code == .unknownSwitch, "\(name) = \(value)")
            #expect(refused?.field == name)
        }
    }

    @Test(
        "POL-1 a value that is none of a switch's words is refused",
        arguments: [
            ("funding", "individual, individual"), ("funding", "individual,"), ("payChannels", "cash"),
            ("walkIn", "maybe"),
            ("attendanceDemand", "every day"), ("funding", "none"), ("creditEffective", "award, report approved"),
        ])
    func words(name: String, value: String) {
        #expect(
            refusal { () throws(Refusal) in try Preset.hunanCME.policy.changed([.init(name, value)]) }?.field == name)
    }

    @Test("case and blanks do not matter in what an administrator types, nor which dash says unused")
    func tolerant() throws {
        let policy = try Preset.hunanCME.policy.changed([
            .init("payChannels", "unionpay,WECHAT"), .init("attendanceDemand", "Any One Period"), .init("resits", "-"),
            .init("codePeriodMax", "600s"),
        ])
        #expect(policy[.payChannels] == "WeChat, UnionPay")
        #expect(policy.attendanceDemand == .anyOnePeriod)
        #expect(policy[.resits] == "–")
        #expect(policy.codePeriodMax == 600)
    }
}

extension StringProtocol {
    fileprivate func trimming(_ character: Character) -> String {
        var rest = self[...]
        while rest.first == character { rest.removeFirst() }
        while rest.last == character { rest.removeLast() }
        return String(rest)
    }

    /// A cell for two switches reads "14 / 28".
    fileprivate func parts(of count: Int) -> [String] {
        count == 1 ? [String(self)] : split(separator: "/").map { $0.trimming(" ") }
    }
}
