import Domain
import Foundation
import Testing

@testable import Service

/// CRD-1, CRD-6 for a whole class, beside an independent calculation: `Judges/credit.py` is written from the requirements, reads
/// what truly happened, and shares nothing with the product.
///
/// ROLLCALL_CLASS_SEED repeats another day; ROLLCALL_CLASS_LINES keeps what happened in a file.
@Suite struct ClassDayTests {
    private struct Credit: Decodable, Equatable {
        let awarded: [String]
        let differences: [String]
    }

    private static let environment = ProcessInfo.processInfo.environment
    private static let seed = environment["ROLLCALL_CLASS_SEED"].flatMap { UInt64($0) } ?? 1

    /// Rules without which this day would end otherwise.
    private static let rules = [
        "windows", "clocks", "voids", "decisions", "exam", "conflicts", "evaluation", "membership",
    ]

    @Test(
        "CRD-1 CRD-6 a class day of 2,000 people, six terminals with wrong clocks, lines that break, examiners who differ and evaluations: the award and its differences equal an independent calculation"
    )
    func day() throws {
        print("class day of seed \(Self.seed)")
        let day = try ClassDay(seed: Self.seed, people: 2000)
        try day.run()
        let found = Credit(awarded: try day.awarded(), differences: try day.differences())
        let path =
            Self.environment["ROLLCALL_CLASS_LINES"]
            ?? FileManager.default.temporaryDirectory.appending(path: "class-\(UUID().uuidString).jsonl").path
        try Self.write(day, to: path)
        let expected = try Self.calculate(path)
        print("\(day.told.count) lines, \(found.awarded.count) awarded, \(found.differences.count) differences")
        #expect(Set(found.awarded).symmetricDifference(expected.awarded).sorted().prefix(10) == [])
        #expect(Set(found.differences).symmetricDifference(expected.differences).sorted().prefix(10) == [])
        #expect(found == expected)
        #expect(!found.differences.isEmpty && found.awarded.count > 800)
        for rule in Self.rules {
            #expect(try Self.calculate(path, without: rule) != found, "nothing depends on \(rule)")
        }
        if Self.environment["ROLLCALL_CLASS_LINES"] == nil { try FileManager.default.removeItem(atPath: path) }
    }

    private static func write(_ day: ClassDay, to path: String) throws {
        let encoder = JSONEncoder()
        let settings = ClassSettings(
            policy: Dictionary(uniqueKeysWithValues: Preset.hunanCME.policy.settings.map { ($0.name, $0.value) }),
            windows: ClassRoom.windows.map { [ClassRoom.at(Int($0.from)), ClassRoom.at(Int($0.to))] },
            codePeriod: 60_000, examMinutes: Int(ClassRoom.examMinutes), passMark: Int(ClassRoom.passMark),
            category: "I",
            key: Dictionary(uniqueKeysWithValues: ClassRoom.questions.map { ($0, ClassRoom.options($0)[0]) }),
            examiners: ClassRoom.examiners.map { Int($0) })
        var lines = Data(try encoder.encode(settings))
        for happened in day.told {
            lines.append(UInt8(ascii: "\n"))
            lines.append(try encoder.encode(happened))
        }
        try lines.write(to: URL(filePath: path))
    }

    private static func calculate(_ path: String, without rule: String? = nil) throws -> Credit {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Judges/credit.py").path
        process.arguments = [script, path] + (rule.map { ["--without", $0] } ?? [])
        let out = Pipe()
        process.standardOutput = out
        try process.run()
        let printed = out.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Missing(what: "the calculation's end") }
        return try JSONDecoder().decode(Credit.self, from: printed)
    }
}
