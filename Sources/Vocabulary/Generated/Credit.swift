// Generated from Protocol/credit.proto by `make generate`; change that and generate again.

package enum AwardState: Int32, Word {
    case pending = 1
    case effective = 2
    case reversed = 3
    case notValid = 4
}

package enum ExportKind: Int32, Word {
    case awards = 1
    case eligible = 2
    case scans = 3
    case analysis = 4
    case scores = 5
}
