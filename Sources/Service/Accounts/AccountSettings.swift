import Domain

/// The operator's settings of accounts.
package struct AccountSettings: Sendable {
    /// ACC-11d: the version of the privacy text that registration requires agreement to.
    package var privacyVersion = "1"
    /// The address of that text; may be empty.
    package var privacyAddress = ""
    /// ACC-4e: the zero bits a puzzle's solution needs.
    package var puzzleDifficulty = Puzzle.difficulty
    /// ACC-7b: whether checking an organisation's password requires a solved puzzle.
    package var challengesOrganisations = true
    /// ACC-4b: text messages of the whole site in an hour and in a day, past which strangers are sent none.
    package var textsAnHour = 1_000
    package var textsADay = 5_000

    package static let hardestPuzzle = Puzzle.hardest

    package init() {}
}
