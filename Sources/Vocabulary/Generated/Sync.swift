// Generated from Protocol/sync.proto by `make generate`; change that and generate again.

package enum Verdict: Int32, Word {
    case ok = 1
    /// the server lacks batches: send from `durable` + 1
    case behind = 2
    /// the server has more than the device claims: the device was restored; open a new epoch
    case amnesia = 3
    /// another history stands at the claimed position; open a new epoch
    case fork = 4
    /// the log has ended; open a new epoch
    case closed = 5
    /// stop; erase the roster
    case revoked = 6
}

package enum ItemKind: Int32, Word {
    case offering = 1
    case rosterEntry = 2
    case venueKey = 3
    /// a terminal of the base is revoked
    case revocation = 4
    /// what became of facts of one of the base's terminals, later than their Ack said
    case disposition = 5
    /// checklist and examiners of an offering that is a skills exam; its id is the offering's
    case skillsExam = 6
    /// somebody who may mark at the base; its id is the person's
    case examiner = 7
}
