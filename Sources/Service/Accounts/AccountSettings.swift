import Domain

/// What the operator of a server decides about accounts.
package struct AccountSettings: Sendable {
    /// ACC-11d: the version of the privacy text that who registers must agree to.
    package var privacyVersion = "1"
    /// Where it can be read; may be empty.
    package var privacyAddress = ""
    /// ACC-4e: zero bits of a solution.
    package var puzzleDifficulty = Puzzle.difficulty
    /// ACC-7b: an organisation's password is only looked at with a solved puzzle.
    package var challengesOrganisations = true
    /// ACC-4b: text messages of the whole site in an hour and in a day, past which strangers are sent none.
    package var textsAnHour = 1_000
    package var textsADay = 5_000

    package static let hardestPuzzle = Puzzle.hardest

    package init() {}
}
