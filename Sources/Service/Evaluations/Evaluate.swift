import Application
import Domain
import Messages
import Storage
import Wire

extension Evaluations {
    /// EVA-1: takes a trainee's evaluation, once; a later one corrects it until it is part of figures.
    func evaluate(_ request: EvaluateRequest, _ context: WriteContext) throws -> EvaluationReply {
        let transaction = context.transaction
        let person = try context.call.person().id
        let thing = try EvaluatedThing(request.target, transaction)
        try requireOpen(thing, for: person, now: context.now, transaction)
        let form = try form(of: thing, transaction)
        let answers = try ValidEvaluation(
            request.answers.map { .init(rating: $0.rating, text: $0.text) }, to: form
        ).answers.map { EvaluationAnswer(rating: $0.rating, text: $0.text) }
        let stored = EvaluationAnswers(answers: answers).serialized()
        if let given = try EvaluationRecord.find(of: thing, by: person, transaction) {
            guard try !given.isCounted(of: thing, transaction) else {
                throw Refusal(
                    .wrongState, field: "evaluation", "it is part of the figures by now, and stays as it is",
                    zh: "该评价已计入统计，不能再修改")
            }
            try transaction.execute(EvaluationRecord.correct, given.id, stored)
        } else {
            let (subject, target) = (thing.subject.rawValue, thing.target)
            try transaction.execute(
                """
                INSERT INTO evaluation (id, subject, target, course, person, answers, given_ms)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                """, transaction.newID(), subject, target, thing.course, person, stored, context.now)
            try transaction.execute(
                """
                INSERT INTO evaluation_form (subject, target, course, form) VALUES (?1, ?2, ?3, ?4)
                ON CONFLICT DO NOTHING
                """, subject, target, thing.course, form.text)
            try awaitExam(of: thing, person, context)
        }
        context.auditDetail = "\(thing.subject.phrase.en) of offering \(thing.offering.id)"
        return EvaluationReply(
            evaluation: try message(
                thing, of: person, isWhole: true, now: context.now, language(context.call), transaction))
    }

    /// NOT-2: an exam that waits for the evaluation of a class is looked at for whoever has given it.
    private func awaitExam(of thing: EvaluatedThing, _ person: UInt64, _ context: WriteContext) throws {
        let transaction = context.transaction
        let policy = try programmes.policy(of: thing.offering.programme, transaction)
        guard thing.subject == .`class`, policy.evaluationGates?.contains(.exam) == true else { return }
        try transaction.execute(
            """
            INSERT INTO exam_look (offering, person, due_ms, behind) VALUES (?1, ?2, ?3, 0)
            ON CONFLICT (offering, person) DO UPDATE SET due_ms = ?3
            """, thing.offering.id, person, context.now)
    }

    func getEvaluation(_ request: GetEvaluationRequest, _ context: ReadContext) throws -> EvaluationReply {
        let person = try context.call.person().id
        let thing = try EvaluatedThing(request.target, context.snapshot)
        try requireOnRoster(thing.offering, person, context.snapshot)
        return EvaluationReply(
            evaluation: try message(
                thing, of: person, isWhole: true, now: context.now, language(context.call), context.snapshot))
    }

    /// The most classes of a page; each may have several things to evaluate.
    private static let classes = 50

    /// ATT-8: what the caller may evaluate of their classes, and what they have.
    func myEvaluations(_ request: MyEvaluationsRequest, _ context: ReadContext) throws -> MyEvaluationsReply {
        let snapshot = context.snapshot
        let person = try context.call.person().id
        let page = try listPage(request.limit, atMost: Self.classes, by: \.self) { limit in
            try snapshot.all(.offeringsOfPerson, person, request.after, limit) { $0.id() }
        }
        var evaluations: [Evaluation] = []
        for id in page.elements {
            let offering = try OfferingRecord(id, snapshot)
            guard try programmes.policy(of: offering.programme, snapshot).evaluationForm != nil else { continue }
            for thing in try things(of: offering, for: person, snapshot) {
                evaluations.append(
                    try message(
                        thing, of: person, isWhole: false, now: context.now, language(context.call), snapshot))
            }
        }
        return MyEvaluationsReply(evaluations: evaluations, next: page.next ?? 0)
    }

    /// The class, its courses where there are several, its project, and an exam that was sat; of a skills exam that alone.
    private func things(
        of offering: OfferingRecord, for person: UInt64, _ snapshot: Snapshot
    ) throws -> [EvaluatedThing] {
        guard try !snapshot.exists(.offeringIsSkillsExam, offering.id) else {
            return try exams.hasSheet(of: person, in: offering, snapshot)
                ? [EvaluatedThing(.exam, of: offering, snapshot)] : []
        }
        var things = [try EvaluatedThing(.`class`, of: offering, snapshot)]
        let courses = try snapshot.all(.coursesOfProject, offering.project) { $0.id() }
        if courses.count > 1 {
            things += try courses.map { try EvaluatedThing(.course, of: offering, course: $0, snapshot) }
        }
        things.append(try EvaluatedThing(.project, of: offering, snapshot))
        if try exams.outcome(of: person, in: offering, snapshot) != .notTaken {
            things.append(try EvaluatedThing(.exam, of: offering, snapshot))
        }
        return things
    }

    private func language(_ call: Call) -> Language { Language(locale: call.options.locale) }

    /// - Parameter isWhole: with questions and answers.
    func message(
        _ thing: EvaluatedThing, of person: UInt64, isWhole: Bool, now: Int64, _ language: Language,
        _ snapshot: Snapshot
    ) throws -> Evaluation {
        let given = try EvaluationRecord.find(of: thing, by: person, snapshot)
        var evaluation = Evaluation(
            target: thing.message, title: thing.title, opensMs: thing.offering.time.ends.milliseconds,
            givenMs: given?.givenMs ?? 0, counted: try given?.isCounted(of: thing, snapshot) ?? false)
        if isWhole {
            evaluation.questions = try form(of: thing, snapshot).questions.map { $0.message(language) }
            evaluation.answers = given?.answers ?? []
        }
        guard given == nil else { return evaluation }
        do {
            try requireOpen(thing, for: person, now: now, snapshot)
        } catch let refusal as Refusal {
            evaluation.obstacle = refusal.reason.text(in: language)
        }
        return evaluation
    }

    /// Returns the questions: the form that was put to the first, or the programme's.
    /// - Throws: `wrongState` where nothing is evaluated.
    func form(of thing: EvaluatedThing, _ snapshot: Snapshot) throws -> EvaluationForm {
        let stored = try snapshot.first(
            "SELECT form FROM evaluation_form WHERE subject = ?1 AND target = ?2 AND course = ?3",
            thing.subject.rawValue, thing.target, thing.course
        ) { $0.text(0) }
        if let form = stored.flatMap(EvaluationForm.init(text:)) { return form }
        guard let form = try programmes.policy(of: thing.offering.programme, snapshot).evaluationForm else {
            throw Refusal(.wrongState, field: "evaluation", "this programme evaluates nothing", zh: "该项目体系不使用评价")
        }
        return form
    }

    private func requireOnRoster(_ offering: OfferingRecord, _ person: UInt64, _ snapshot: Snapshot) throws {
        guard try snapshot.exists(.personIsOnRoster, offering.id, person) else {
            throw Refusal(.notOnRoster, field: "offering")
        }
    }

    /// Whoever is on the roster evaluates, once the class has ended. Whether they have been there is not asked: a terminal may still
    /// hold their scan, and the day of the evaluation may be what an exam waits for.
    private func requireOpen(
        _ thing: EvaluatedThing, for person: UInt64, now: Int64, _ snapshot: Snapshot
    ) throws {
        let offering = thing.offering
        try requireOnRoster(offering, person, snapshot)
        try offering.requireHeld()
        // SKL-4: a skills exam is evaluated as soon as it is scored.
        if thing.subject == .exam, try exams.hasSheet(of: person, in: offering, snapshot) { return }
        try EvaluationOpening.requireOpen(
            classEnds: offering.time.ends, now: Instant(now), zone: offering.plan.zone)
        guard thing.subject == .exam, try exams.outcome(of: person, in: offering, snapshot) == .notTaken else { return }
        throw Refusal(.wrongState, field: "exam", "take the exam first", zh: "请先参加考试")
    }
}

extension EvaluationForm.Question {
    func message(_ language: Language) -> EvaluationQuestion {
        EvaluationQuestion(kind: kind, text: text.text(in: language))
    }
}
