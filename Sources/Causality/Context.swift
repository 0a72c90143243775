extension History {
    /// The references of a new mark by `actor` in `log`: it replaces the author's own standing marks and has seen the
    /// others', so that an examiner's siblings never outnumber the devices they marked on apart.
    package func scoreContext(actor: UInt64, log: LogID) -> [Reference] {
        siblings.compactMap { sibling in
            let isOwn = sibling.actor == actor && sibling.role != .adjudication
            return sibling.reference(isOwn ? .replaces : .saw, from: log)
        }
    }

    /// The references of an adjudication in `log` of all that stands (SKL-3b).
    package func adjudicationContext(log: LogID) -> [Reference] {
        siblings.compactMap { $0.reference(.replaces, from: log) }
    }
}
