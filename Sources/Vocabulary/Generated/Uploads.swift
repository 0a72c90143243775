// Generated from Protocol/uploads.proto by `make generate`; change that and generate again.

package enum UploadKind: Int32, Word {
    case roster = 1
    case organisations = 2
    case catalogue = 3
    /// of a round
    case quotas = 4
    /// of a unit
    case trainees = 5
    /// of a programme
    case unitPayments = 6
    /// of a bank: an offering or a programme
    case questions = 7
    /// of a base
    case certificates = 8
    /// of a base or a provider
    case outsideRecords = 9
}

package enum JobState: Int32, Word {
    case waiting = 1
    case running = 2
    case done = 3
    /// what had landed before stays
    case cancelled = 4
    /// the same; failure says why
    case failed = 5
}

package enum JobFile: Int32, Word {
    /// the bad rows with their reasons, to be mended and sent again (UTF-8 CSV)
    case mend = 1
    /// the accounts that were made, with their first passwords (UTF-8 CSV)
    case accounts = 2
}
