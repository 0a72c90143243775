/// REC-5a: an applicant's form. Zeros and nils are not filled in yet.
package struct ApplicationForm: Equatable, Sendable {
    /// The preference batch, from 1.
    package var batch: Int
    package var personType: UInt64
    package var specialty: UInt64
    package var title: UInt64
    package var titleSince: Day?
    package var specialtySince: Day?
    /// Specialties or bases, by the round's kind; the most preferred first.
    package var preferences: [UInt64]

    package init(
        batch: Int, personType: UInt64, specialty: UInt64, title: UInt64, titleSince: Day?, specialtySince: Day?,
        preferences: [UInt64]
    ) {
        self.batch = batch
        self.personType = personType
        self.specialty = specialty
        self.title = title
        self.titleSince = titleSince
        self.specialtySince = specialtySince
        self.preferences = preferences
    }

    /// The valid choices of a form, from the catalogues.
    package struct Known: Sendable {
        package let specialties: Set<UInt64>
        package let titles: Set<UInt64>
        /// The category of each active training base.
        package let baseCategories: [UInt64: UInt64]

        package init(specialties: Set<UInt64>, titles: Set<UInt64>, baseCategories: [UInt64: UInt64]) {
            self.specialties = specialties
            self.titles = titles
            self.baseCategories = baseCategories
        }
    }

    /// The earliest accepted date of a title or specialty.
    package static let earliest = Day(1)

    /// Checks that apply to drafts too. Throws `invalid`.
    package func checkDraft() throws(Refusal) {
        guard preferences.count <= IntakePlan.preferenceLimit else {
            throw Refusal(
                .invalid, field: "preferences", "at most \(IntakePlan.preferenceLimit) preferences",
                zh: "志愿数不得超过 \(IntakePlan.preferenceLimit)")
        }
    }

    /// Checks that the form may be submitted; throws the first fault.
    package func check(_ round: IntakePlan, _ known: Known, today: Day) throws(Refusal) {
        guard round.batches.indices.contains(batch - 1) else {
            throw Refusal(.invalid, field: "batch", "choose a preference batch of the round", zh: "请选择本批次的志愿批次")
        }
        let chosen = round.batches[batch - 1]
        guard chosen.personTypes.contains(personType) else {
            throw Refusal(.invalid, field: "person_type", "choose a person type of the batch", zh: "请选择该志愿批次的人员类型")
        }
        guard known.specialties.contains(specialty) else {
            throw Refusal(.invalid, field: "specialty", "choose a specialty", zh: "请选择培训专业")
        }
        guard known.titles.contains(title) else {
            throw Refusal(.invalid, field: "title", "choose a title", zh: "请选择职称")
        }
        try Self.check(titleSince, "title_since", today)
        try Self.check(specialtySince, "specialty_since", today)
        try checkPreferences(round.kind, chosen, known)
    }

    private static func check(_ day: Day?, _ field: String, _ today: Day) throws(Refusal) {
        guard let day, (earliest...max(earliest, today)).contains(day) else {
            throw Refusal(
                .invalid, field: field, "a day after 1970-01-01, up to today",
                zh: "请填写 1970 年 1 月 1 日以后、不晚于今天的日期")
        }
    }

    private func checkPreferences(
        _ kind: IntakeKind, _ batch: IntakePlan.Batch, _ known: Known
    ) throws(Refusal) {
        guard (1...batch.preferences).contains(preferences.count), Set(preferences).count == preferences.count else {
            throw Refusal(
                .invalid, field: "preferences", "1 to \(batch.preferences) different preferences",
                zh: "请填写 1 至 \(batch.preferences) 个不重复的志愿")
        }
        switch kind {
        case .specialty:
            guard preferences.first == specialty, preferences.allSatisfy(known.specialties.contains) else {
                throw Refusal(
                    .invalid, field: "preferences", "specialties, the one enrolled for first", zh: "志愿须为专业，且第一志愿为所报专业")
            }
        case .base:
            let isAllowed = preferences.allSatisfy { base in
                known.baseCategories[base].map(batch.baseCategories.contains) ?? false
            }
            guard isAllowed else {
                throw Refusal(
                    .invalid, field: "preferences", "training bases of the batch's categories",
                    zh: "志愿须为该志愿批次基地类别内的培训基地")
            }
        }
    }
}
