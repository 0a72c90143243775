extension History {
    /// Returns the references of a new mark by `actor` in `log`: it replaces the author's own current marks and refers
    /// to the others as seen. An examiner's siblings therefore never outnumber the devices on which they marked
    /// independently.
    package func scoreContext(actor: UInt64, log: LogID) -> [Reference] {
        siblings.compactMap { sibling in
            let isOwn = sibling.actor == actor && sibling.role != .adjudication
            return sibling.reference(isOwn ? .replaces : .saw, from: log)
        }
    }

    /// Returns the references of an adjudication in `log`, which replaces every sibling (SKL-3b).
    package func adjudicationContext(log: LogID) -> [Reference] {
        siblings.compactMap { $0.reference(.replaces, from: log) }
    }
}
