/// REC-1 … REC-3: a validated intake round.
package struct IntakePlan: Equatable, Sendable {
    package struct Batch: Equatable, Sendable {
        package let name: String
        /// The most preferences in the batch.
        package let preferences: Int
        package let personTypes: Set<UInt64>
        package let baseCategories: Set<UInt64>

        package init(name: String, preferences: Int, personTypes: Set<UInt64>, baseCategories: Set<UInt64>) {
            self.name = name
            self.preferences = preferences
            self.personTypes = personTypes
            self.baseCategories = baseCategories
        }
    }

    package struct Level: Equatable, Sendable {
        package let level: IntakeLevel
        package let window: IntakeWindow

        package init(_ level: IntakeLevel, _ window: IntakeWindow) {
            self.level = level
            self.window = window
        }
    }

    package let name: String
    package let kind: IntakeKind
    /// Whether the applicant's unit approves first; then it is the first level.
    package let needsUnitApproval: Bool
    package let enrolment: IntakeWindow
    /// In the order of review.
    package let levels: [Level]
    package let admission: IntakeWindow
    package let batches: [Batch]

    package static let nameLimit = 100
    package static let batchLimit = 20
    package static let preferenceLimit = 20
    package static let choiceLimit = 100

    package init(
        name: String, kind: IntakeKind, needsUnitApproval: Bool, enrolment: IntakeWindow, levels: [Level],
        admission: IntakeWindow,
        batches: [Batch]
    ) throws(Refusal) {
        self.name = try checkedTitle(name, field: "name", limit: Self.nameLimit)
        self.kind = kind
        self.needsUnitApproval = needsUnitApproval
        self.enrolment = enrolment
        self.levels = levels
        self.admission = admission
        var named: [Batch] = []
        for batch in batches { named.append(try Self.checked(batch)) }
        self.batches = named
        guard (1...Self.batchLimit).contains(batches.count), Set(named.map(\.name)).count == batches.count else {
            throw Refusal(
                .invalid, field: "batches", "1 to \(Self.batchLimit) preference batches with different names",
                zh: "须设置 1 至 \(Self.batchLimit) 个名称不同的志愿批次")
        }
        try checkLevels()
        try checkPeriods()
    }

    /// Restores a stored round, which was validated when it was made.
    package init(
        stored name: String, kind: IntakeKind, needsUnitApproval: Bool, enrolment: IntakeWindow, levels: [Level],
        admission: IntakeWindow, batches: [Batch]
    ) {
        self.name = name
        self.kind = kind
        self.needsUnitApproval = needsUnitApproval
        self.enrolment = enrolment
        self.levels = levels
        self.admission = admission
        self.batches = batches
    }

    private static func checked(_ batch: Batch) throws(Refusal) -> Batch {
        guard (1...preferenceLimit).contains(batch.preferences) else {
            throw Refusal(
                .invalid, field: "batches.preferences", "1 to \(preferenceLimit) preferences",
                zh: "可报志愿数须为 1 至 \(preferenceLimit)")
        }
        guard (1...choiceLimit).contains(batch.personTypes.count) else {
            throw Refusal(
                .invalid, field: "batches.person_types", "1 to \(choiceLimit) person types",
                zh: "须选择 1 至 \(choiceLimit) 个人员类型")
        }
        guard (1...choiceLimit).contains(batch.baseCategories.count) else {
            throw Refusal(
                .invalid, field: "batches.base_categories", "1 to \(choiceLimit) base categories",
                zh: "须选择 1 至 \(choiceLimit) 个基地类别")
        }
        return Batch(
            name: try checkedTitle(batch.name, field: "batches.name", limit: nameLimit),
            preferences: batch.preferences, personTypes: batch.personTypes, baseCategories: batch.baseCategories)
    }

    private func checkLevels() throws(Refusal) {
        let listed = levels.map(\.level)
        guard Set(listed).count == listed.count, listed.contains(where: { $0 != .unit }) else {
            throw Refusal(
                .invalid, field: "levels", "one or more of county, city and province, each once",
                zh: "审核级别须为区县、地市、省级中的一级或多级，不得重复")
        }
        guard needsUnitApproval ? listed.first == .unit : !listed.contains(.unit) else {
            throw Refusal(
                .invalid, field: "levels",
                "the unit's review comes first where application approval is needed, else not at all",
                zh: "需要申报审批时单位审核须排在首位，不需要时不得设置单位审核")
        }
    }

    /// Throws unless each window opens and closes no earlier than the one before it.
    private func checkPeriods() throws(Refusal) {
        let all = [("enrolment", enrolment)] + levels.map { ("levels", $0.window) } + [("admission", admission)]
        for (field, period) in all { try period.checked(field: field) }
        for (earlier, later) in zip(all, all.dropFirst())
        where later.1.from < earlier.1.from || later.1.to < earlier.1.to {
            throw Refusal(
                .invalid, field: later.0, "a window may not open or close before the one that comes before it",
                zh: "各时间段须按报名、各级审核、录取的先后设置")
        }
    }

    package func window(of level: IntakeLevel) -> IntakeWindow? { levels.first { $0.level == level }?.window }

    /// Throws for a change that an open round must not have: windows may move and batches may grow, but nothing that
    /// applications depend on may be removed.
    package func checkChange(to new: IntakePlan) throws(Refusal) {
        guard new.kind == kind, new.needsUnitApproval == needsUnitApproval,
            new.levels.map(\.level) == levels.map(\.level)
        else {
            throw Refusal(
                .wrongState, field: "levels", "kind, approval and levels of an open round stay as they are",
                zh: "批次开放后不得更改报名类型、申报审批和审核级别")
        }
        let keeps =
            batches.count <= new.batches.count
            && zip(batches, new.batches).allSatisfy { old, new in
                old.preferences <= new.preferences && old.personTypes.isSubset(of: new.personTypes)
                    && old.baseCategories.isSubset(of: new.baseCategories)
            }
        guard keeps else {
            throw Refusal(
                .wrongState, field: "batches", "batches of an open round may grow, not shrink", zh: "批次开放后志愿设置只能扩大，不能缩小"
            )
        }
    }
}
