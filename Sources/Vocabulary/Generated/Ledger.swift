// Generated from Protocol/ledger.proto by `make generate`; change that and generate again.

/// ORD-6b: what a gateway says it has taken and paid back on one day, compared with what is entered here. A client
/// reads the
/// gateway's own file and sends its rows in their order. Days are those of Beijing.
package enum StatementState: Int32, Word {
    /// rows are to follow
    case running = 1
    case compared = 2
    /// another one of its day was begun before its end
    case abandoned = 3
}

package enum StatementRowKind: Int32, Word {
    case payment = 1
    case refund = 2
}

package enum DifferenceKind: Int32, Word {
    /// the gateway has it
    case missingHere = 1
    /// of that day here, and in no statement
    case missingThere = 2
    /// of another amount
    case different = 3
    /// in the statement twice
    case repeated = 4
}

package enum DifferenceState: Int32, Word {
    case open = 1
    /// by a person, with a reason
    case settled = 2
    /// by what came since: the payment, or a later statement
    case resolved = 3
}
