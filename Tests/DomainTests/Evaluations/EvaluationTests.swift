import Domain
import Testing

@Suite struct EvaluationTests {
    private func form(_ text: String) throws -> EvaluationForm { try #require(EvaluationForm(text: text)) }

    @Test("POL-2 a form is written as it is read: ratings, and words behind text:, in one language or two")
    func written() throws {
        let asked = try form(" Content/内容 ;text:Remarks / 意见; 组织")
        #expect(asked.questions.map(\.kind) == [.rating, .text, .rating])
        #expect(asked.questions.map(\.text.en) == ["Content", "Remarks", "组织"])
        #expect(asked.questions.map(\.text.zh) == ["内容", "意见", "组织"])
        #expect(asked.text == "Content / 内容; text: Remarks / 意见; 组织")
        #expect(try form(asked.text) == asked)
        #expect(try form(EvaluationForm.standard.text) == .standard)
        let twenty = Array(repeating: "x", count: 20).joined(separator: ";")
        #expect(EvaluationForm(text: twenty) != nil && EvaluationForm(text: twenty + ";x") == nil)
    }

    @Test("EVA-1 no figure, and no difference of two, is of fewer than five people, whatever they say")
    func differences() throws {
        let asked = try form("a; text: b")
        var given: [[ValidEvaluation.Answer]] = []
        var before = EvaluationFigures(given, of: asked)
        for number in 0..<47 {
            // Every third says something.
            let text = number % 3 == 0 ? "意见\(number % 7)" : ""
            given.append([
                .init(rating: UInt32(number * 7 % 5 + 1), text: ""), .init(rating: 0, text: text),
            ])
            let now = EvaluationFigures(given, of: asked)
            #expect(now.counted % 5 == 0 && now.counted <= given.count)
            #expect(now.counted - before.counted == 0 || now.counted - before.counted == 5)
            #expect(now.figures[0].counts.reduce(0, +) == UInt32(now.counted))
            #expect(now.figures[1].texts.count % 5 == 0)
            #expect(Array(now.figures[1].texts.prefix(before.figures[1].texts.count)) == before.figures[1].texts)
            if now.counted == before.counted { #expect(now == before) }
            before = now
        }
        #expect(before.counted == 45 && before.figures[1].texts.count == 15)
    }

    @Test("EVA-1 the mean of ratings is in hundredths, rounded; of none there is none")
    func means() {
        #expect(EvaluationFigures.mean([0, 0, 0, 0, 0]) == nil)
        #expect(EvaluationFigures.mean([1, 1, 1, 1, 1]) == 300)
        #expect(EvaluationFigures.mean([0, 0, 0, 1, 2]) == 467)
        #expect(EvaluationFigures.mean([]) == nil)
    }
}
