import Application
import Domain
import Messages
import Storage

extension Evaluations {
    /// EVA-1: what all say together, for organisers: no name, and nothing of fewer than five people.
    func evaluationFigures(
        _ request: EvaluationFiguresRequest, _ context: ReadContext
    ) throws -> EvaluationFiguresReply {
        let snapshot = context.snapshot
        let thing = try EvaluatedThing(request.target, snapshot)
        try context.call.requireAuthority(overAnyOf: thing.organisers, snapshot)
        let form = try form(of: thing, snapshot)
        let figures = try figures(of: thing, form, snapshot)
        let language = Language(locale: context.call.options.locale)
        return EvaluationFiguresReply(
            title: thing.title, counted: UInt32(figures.counted), asked: UInt32(try asked(thing, snapshot)),
            figures: zip(form.questions, figures.figures).map { question, figure in
                EvaluationFigure(
                    question: question.message(language), counts: figure.counts, texts: UInt32(figure.texts.count))
            })
    }

    /// EVA-1: what is said in words, in an order that does not tell who said it.
    func evaluationTexts(_ request: EvaluationTextsRequest, _ context: ReadContext) throws -> EvaluationTextsReply {
        let snapshot = context.snapshot
        let thing = try EvaluatedThing(request.target, snapshot)
        try context.call.requireAuthority(overAnyOf: thing.organisers, snapshot)
        let figures = try figures(of: thing, form(of: thing, snapshot), snapshot).figures
        guard figures.indices.contains(Int(request.question) - 1) else {
            throw Refusal(.notFound, field: "question")
        }
        let texts = figures[Int(request.question) - 1].texts
        let start = min(Int(request.after), texts.count)
        let end = min(start + pageSize(request.limit, atMost: 50), texts.count)
        return EvaluationTextsReply(texts: Array(texts[start..<end]), next: end < texts.count ? UInt32(end) : 0)
    }

    /// The most classes of a page; each is counted from its evaluations.
    private static let compared = 20

    /// EVA-1: the classes of a project side by side, for its organiser.
    func listEvaluatedRuns(
        _ request: ListEvaluatedRunsRequest, _ context: ReadContext
    ) throws -> ListEvaluatedRunsReply {
        let snapshot = context.snapshot
        let owner = try snapshot.first("SELECT owner FROM project WHERE id = ?1", request.project) { $0.id(0) }
        guard let owner else { throw Refusal(.notFound, field: "project") }
        try context.call.requireAuthority(over: owner, snapshot)
        let page = try listPage(request.limit, atMost: Self.compared, by: \.self) { limit in
            try snapshot.all(
                """
                SELECT o.id FROM offering o JOIN evaluation_form f ON f.subject = ?2 AND f.target = o.id AND f.course = 0
                WHERE o.project = ?1 AND o.id > ?3 ORDER BY o.id LIMIT ?4
                """, request.project, EvaluationSubject.`class`.rawValue, request.after, limit
            ) { $0.id(0) }
        }
        let language = Language(locale: context.call.options.locale)
        return ListEvaluatedRunsReply(
            classes: try page.elements.map { try compared($0, language, snapshot) }, next: page.next ?? 0)
    }

    private func compared(_ id: UInt64, _ language: Language, _ snapshot: Snapshot) throws -> EvaluatedClass {
        let thing = try EvaluatedThing(.`class`, of: OfferingRecord(id, snapshot), snapshot)
        let form = try form(of: thing, snapshot)
        let figures = try figures(of: thing, form, snapshot)
        let rated = zip(form.questions, figures.figures).filter { $0.0.kind == .rating }
        return EvaluatedClass(
            offering: id, title: thing.title, firstDay: thing.offering.dates.first?.day.number ?? 0,
            counted: UInt32(figures.counted), asked: UInt32(try asked(thing, snapshot)),
            ratings: rated.map { question, figure in
                EvaluatedRating(
                    question: question.text.text(in: language),
                    meanHundredths: UInt32(EvaluationFigures.mean(figure.counts) ?? 0))
            })
    }

    private func figures(
        of thing: EvaluatedThing, _ form: EvaluationForm, _ snapshot: Snapshot
    ) throws -> EvaluationFigures {
        EvaluationFigures(
            try EvaluationRecord.all(of: thing, snapshot).map { record in
                record.answers.map { .init(rating: $0.rating, text: $0.text) }
            }, of: form)
    }

    /// How many could have evaluated it.
    private func asked(_ thing: EvaluatedThing, _ snapshot: Snapshot) throws -> Int {
        if thing.subject == .project {
            return try snapshot.first(
                """
                SELECT COUNT(DISTINCT r.person) FROM offering o JOIN roster r ON r.offering = o.id WHERE o.project = ?1
                """, thing.offering.project
            ) { $0.int(0) } ?? 0
        }
        return try snapshot.first(.sizeOfRoster, thing.offering.id) { $0.int(0) } ?? 0
    }
}
