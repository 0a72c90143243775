import ClientKit
import Console
import Domain
import Messages

/// The options that fill in a form.
struct FormArguments {
    static let batch: Parameter<UInt32?> = .option("batch", "N", Phrase("the preference batch, from 1", "志愿批次序号"))
    static let personType: Parameter<String?> = .option(
        "person-type", "NAME", Phrase("by name, code or id", "人员类型（名称、代码或编号）"))
    static let specialty: Parameter<String?> = .option(
        "specialty", "NAME", Phrase("by name, code or id", "培训专业（名称、代码或编号）"))
    static let title: Parameter<String?> = .option("title", "NAME", Phrase("by name, code or id", "职称（名称、代码或编号）"))
    static let titleSince: Parameter<Day?> = .option("title-since", "DAY", Phrase("since when", "职称开始时间"))
    static let specialtySince: Parameter<Day?> = .option(
        "specialty-since", "DAY", Phrase("in the specialty since", "本专业开始工作时间"))
    static let preferences: Parameter<[String]> = .options(
        "preference", "NAME", Phrase("a specialty or base, the most wanted first", "志愿（专业或基地），按意愿先后给出"))

    let batch: UInt32?
    let personType: String?
    let specialty: String?
    let title: String?
    let titleSince: Day?
    let specialtySince: Day?
    let preferences: [String]

    init(_ arguments: Arguments) {
        batch = arguments[Self.batch]
        personType = arguments[Self.personType]
        specialty = arguments[Self.specialty]
        title = arguments[Self.title]
        titleSince = arguments[Self.titleSince]
        specialtySince = arguments[Self.specialtySince]
        preferences = arguments[Self.preferences]
    }

    /// Puts the given values into an existing form.
    func apply(to form: inout EnrolmentForm, of round: IntakeRound, _ desk: Desk) throws {
        if let batch { form.batch = batch }
        if let personType { form.personType = try desk.entry(.personType, personType) }
        if let specialty { form.specialty = try desk.entry(.specialty, specialty) }
        if let title { form.title = try desk.entry(.title, title) }
        if let titleSince { form.titleSince = titleSince.number }
        if let specialtySince { form.specialtySince = specialtySince.number }
        if !preferences.isEmpty {
            form.preferences = try preferences.map { try desk.preference($0, round) }
        } else if round.kind != .base, specialty != nil {
            form.preferences = [form.specialty] + form.preferences.dropFirst().filter { $0 != form.specialty }
        }
    }
}

/// Enrolment in the order of the trainees' manual (3.4.3): person type, own data, specialty, title and its date,
/// preferences.
struct EnrolmentWizard {
    let desk: Desk
    let round: IntakeRound
    let given: FormArguments
    /// Whether the person has confirmed their own data.
    let isConfirmed: Bool

    /// A question, by the field that a refusal of its answer names.
    private enum Question: String, CaseIterable {
        case batch
        case personType = "person_type"
        case specialty
        case title
        case titleSince = "title_since"
        case specialtySince = "specialty_since"
        case preferences
    }

    /// Asks for what is not given, and saves the form; asks again for what is refused.
    func saved() throws -> ApplicationReply {
        var form = EnrolmentForm()
        for question in Question.allCases {
            try ask(question, given, &form)
            if question == .personType, !isConfirmed { try desk.checkOwnData() }
        }
        var request = SaveApplicationRequest(round: round.id, form: form)
        let questions = Question.allCases.map { question in
            (
                question.rawValue,
                { (request: inout SaveApplicationRequest) in
                    var form = request.form ?? EnrolmentForm()
                    try ask(question, nil, &form)
                    request.form = form
                }
            )
        }
        return try desk.accepted(
            .recruitmentSaveApplication, &request, asking: Dictionary(uniqueKeysWithValues: questions))
    }

    /// - Parameter given: the answers given beforehand; nil to ask in any case.
    private func ask(_ question: Question, _ given: FormArguments?, _ form: inout EnrolmentForm) throws {
        let batch = form.batch == 0 ? nil : round.batches[Int(form.batch) - 1]
        switch question {
        case .batch: form.batch = try self.batch(given?.batch)
        case .personType:
            form.personType = try choose(
                .personType, given?.personType, Phrase("Person type", "人员类型"), "--person-type",
                among: batch?.personTypes)
        case .specialty:
            form.specialty = try choose(.specialty, given?.specialty, Phrase("Specialty", "培训专业"), "--specialty")
            if round.kind != .base, !form.preferences.isEmpty { form.preferences[0] = form.specialty }
        case .title: form.title = try choose(.title, given?.title, Phrase("Title", "职称"), "--title")
        case .titleSince:
            form.titleSince = try day(given?.titleSince, Phrase("Title since", "职称开始时间"), "--title-since")
        case .specialtySince:
            form.specialtySince = try day(
                given?.specialtySince, Phrase("In the specialty since", "本专业开始工作时间"), "--specialty-since")
        case .preferences:
            form.preferences = try preferences(given?.preferences ?? [], form, batch ?? PreferenceBatch())
        }
    }

    private func batch(_ given: UInt32?) throws -> UInt32 {
        if let given, round.batches.indices.contains(Int(given) - 1) { return given }
        if given == nil, round.batches.count == 1 { return 1 }
        let names = round.batches.enumerated().map { (name: String($0 + 1), meaning: Phrase($1.name)) }
        return UInt32(
            try desk.interaction.choose(Phrase("Preference batch", "志愿批次"), names, insteadOf: "--batch") + 1)
    }

    private func choose(
        _ kind: CatalogueKind, _ given: String?, _ prompt: Phrase, _ option: String, among allowed: [UInt64]? = nil
    ) throws -> UInt64 {
        if let given { return try desk.entry(kind, given) }
        let entries = try desk.entries(kind).filter { allowed?.contains($0.id) ?? true }
        guard !entries.isEmpty else {
            throw CommandFailure(
                .refused, name: "not_found", Phrase("nothing to choose: \(prompt.en)", "没有可选的\(prompt.zh)"))
        }
        let names = entries.map { (name: $0.code, meaning: Phrase($0.name)) }
        return entries[try desk.interaction.choose(prompt, names, insteadOf: option)].id
    }

    private func day(_ given: Day?, _ prompt: Phrase, _ option: String) throws -> Int32 {
        if let given { return given.number }
        let example = Phrase("\(prompt.en), such as 2020-01-31", "\(prompt.zh)，如 2020-01-31")
        return try desk.interaction.ask(
            example, insteadOf: option, for: Day.expectation, Day.init(argument:)
        ).number
    }

    private func preferences(
        _ given: [String], _ form: EnrolmentForm, _ batch: PreferenceBatch
    ) throws -> [UInt64] {
        if !given.isEmpty { return try given.map { try desk.preference($0, round) } }
        // A single preference among specialties is the specialty itself.
        if round.kind != .base, batch.preferences == 1 { return [form.specialty] }
        let known = try desk.preferenceChoices(round, batch).filter { round.kind == .base || $0.id != form.specialty }
        let room = Int(batch.preferences) - (round.kind == .base ? 0 : 1)
        for (number, choice) in known.enumerated() {
            desk.interaction.say(Phrase("  \(number + 1)  \(choice.name)"))
        }
        let wishes = try desk.interaction.ask(
            Phrase("Up to \(room) wishes, by number, the most wanted first (2,1)", "按意愿先后填写序号，最多 \(room) 个（如 2,1）"),
            insteadOf: "--preference",
            for: Phrase("up to \(room) numbers of the list", "列表中最多 \(room) 个序号")
        ) { text -> [UInt64]? in
            let numbers = text.split(whereSeparator: { ",，、 ".contains($0) }).map { Int($0) ?? 0 }
            guard numbers.count <= room, numbers.allSatisfy({ known.indices.contains($0 - 1) }) else { return nil }
            return numbers.map { known[$0 - 1].id }
        }
        return round.kind == .base ? wishes : [form.specialty] + wishes
    }
}

extension Desk {
    /// Finds a specialty or base by id, name or code.
    func preference(_ text: String, _ round: IntakeRound) throws -> UInt64 {
        guard round.kind == .base else { return try entry(.specialty, text) }
        let all = try preferenceChoices(round, nil)
        guard let found = all.first(where: { $0.name == text || String($0.id) == text }) else {
            throw CommandFailure(.refused, name: "not_found", Phrase("no base “\(text)”", "没有基地“\(text)”"))
        }
        return found.id
    }

    /// Returns the specialties, or the training bases of the batch's categories.
    func preferenceChoices(
        _ round: IntakeRound, _ batch: PreferenceBatch?
    ) throws -> [(id: UInt64, name: String)] {
        guard round.kind == .base else { return try entries(.specialty).map { ($0.id, $0.name) } }
        var bases: [(id: UInt64, name: String)] = []
        var after: UInt64 = 0
        repeat {
            let reply: ListOrganisationsReply = try call(
                .organisationsListOrganisations, ListOrganisationsRequest(after: after, limit: 500, kind: .base))
            bases += reply.organisations.filter { $0.trains && (batch?.baseCategories.contains($0.category) ?? true) }
                .map { ($0.id, $0.name) }
            after = reply.next
        } while after != 0
        return bases
    }
}
