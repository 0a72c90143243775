import Causality
import Testing

@testable import Facts

@Suite struct FactMeaningTests {
    static let log = LogID(raw: 7)
    static let mark = Fact(
        kind: .score, subject: .person(8), offering: 3, actor: 41, method: .staff, value: 8550, assessment: 6)

    @Test("a mark, and what replaces it, is sound only with its assessment and something to replace")
    func defects() {
        #expect(Self.mark.defect(sequence: 4) == nil)
        var fact = Self.mark
        fact.assessment = 0
        #expect(fact.defect(sequence: 4) == .withoutAssessment)
        fact = Self.mark
        fact.kind = .adjudication
        #expect(fact.defect(sequence: 4) == .namesNothing)
        fact.references = [FactReference(.saw, 2)]
        #expect(fact.defect(sequence: 4) == .namesNothing)
        fact.references = [FactReference(.replaces, 2)]
        #expect(fact.defect(sequence: 4) == nil)
        fact.kind = .void
        fact.references = [FactReference(.replaces, 4)]
        #expect(fact.defect(sequence: 4) == .namesFuture)
        fact.references = [FactReference(.replaces, 4, in: .other(LogID(raw: 9), BatchTag(raw: 1)))]
        #expect(fact.defect(sequence: 4) == nil)
        fact.value = 1 << 53
        #expect(fact.defect(sequence: 4) == .outOfRange)
    }

    @Test("SKL-2 a mark of a skills exam is the sum of its sheet, and any other is unsound")
    func sheets() {
        let items = [SkillsSheet.Item(earned: 4000), SkillsSheet.Item(earned: 5200, isFailed: true)]
        let sheet = SkillsSheet(checklist: 9, edition: 3, items: items)
        var fact = Self.mark
        (fact.assessment, fact.value, fact.extensions) = (Assessment.skills, 9200, sheet.bytes)
        #expect(fact.defect(sequence: 4) == nil)
        #expect(fact.causal(at: Dot(log: Self.log, sequence: 4), batch: nil)?.sheet == sheet.bytes)
        fact.value = 9201
        #expect(fact.defect(sequence: 4) == .outOfRange)
        for bytes in [[], Array(sheet.bytes.dropLast()), sheet.bytes + [0], [9, 3, 61], [9, 3, 1, 0xA2, 0x9C, 1]] {
            (fact.value, fact.extensions) = (0, bytes)
            #expect(fact.defect(sequence: 4) == .outOfRange, "\(bytes)")
        }
        // Of another assessment nobody reads it.
        fact.assessment = Assessment.exam
        #expect(fact.defect(sequence: 4) == nil)
        #expect(fact.causal(at: Dot(log: Self.log, sequence: 4), batch: nil)?.sheet.isEmpty == true)
    }

    @Test("references into the own log are edges within the log or branch that holds them, and are spelt back alike")
    func resolving() throws {
        let branch = LogID(raw: 70)
        let other = LogID(raw: 9)
        var fact = Self.mark
        fact.references = [
            FactReference(.replaces, 3), FactReference(.saw, 12),
            FactReference(.saw, 5, in: .other(other, BatchTag(raw: 1))),
        ]
        let dot = Dot(log: branch, sequence: 14)
        let causal = try #require(fact.causal(at: dot, batch: BatchTag(raw: 2)))
        #expect(
            causal.references == [
                Reference(.replaces, Dot(log: branch, sequence: 3)), Reference(.saw, Dot(log: branch, sequence: 12)),
                Reference(.saw, Dot(log: other, sequence: 5), tag: BatchTag(raw: 1)),
            ])
        #expect(causal.references.map { FactReference($0, from: branch) } == fact.references)
        #expect(FactReference(Reference(.saw, Dot(log: other, sequence: 1)), from: branch) == nil)
        #expect(causal.actor == 41 && causal.value == 8550 && causal.role == .score && causal.dot == dot)
    }

    @Test("a kind nobody here knows has no causal meaning yet")
    func unknownKind() {
        var fact = Self.mark
        fact.kind = .unknown(9)
        #expect(fact.causal(at: Dot(log: Self.log, sequence: 1), batch: nil) == nil)
    }
}
