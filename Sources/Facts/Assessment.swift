/// The assessments of an offering, by their number in column 9.
package enum Assessment {
    /// The exam of the offering itself: one mark.
    package static let exam: UInt64 = 1
    /// The skills exam that the offering is: one sheet (`SkillsSheet`).
    package static let skills: UInt64 = 2

    package static let all = exam...skills
}
