// Generated from Protocol/skills.proto by `make generate`; change that and generate again.

package enum SkillsOutcome: Int32, Word {
    /// nobody has scored yet
    case awaited = 1
    case passed = 2
    case failed = 3
    /// SKL-3: scores that a person has to decide between
    case unsettled = 4
    /// SKL-4: until the exam is evaluated
    case withheld = 5
}
