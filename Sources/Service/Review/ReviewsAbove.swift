import Domain
import Messages
import Storage

// A reviewer of a region lists everything that waits in it: `review_above` has a row per review and ancestor of the
// organisation whose turn it is, so that a page is one index range.

extension ReviewLevel {
    /// The levels decided by region; at the others a review waits for one organisation.
    static let ofRegions: [ReviewLevel] = [.committee, .identity]
}

extension ReviewRecord {
    /// Updates the lists in which the review appears.
    func storeAbove(_ transaction: Transaction) throws {
        guard stops.contains(where: { ReviewLevel.ofRegions.contains($0.level) }) else { return }
        try transaction.execute("DELETE FROM review_above WHERE kind = ?1 AND subject = ?2", kind.rawValue, subject)
        guard ReviewLevel.ofRegions.contains(stop.level) else { return }
        try transaction.execute(
            """
            INSERT INTO review_above (kind, level, above, state, subject, container) SELECT ?1, ?3, above, ?4, ?2, ?6
            FROM organisation_above WHERE organisation = ?5
            """, kind.rawValue, subject, stop.level.rawValue, progress.state.rawValue, stop.organisation, container)
    }
}

extension Reviews {
    /// Updates the lists of an organisation's reviews after it has moved.
    func placeReviews(of organisation: UInt64, _ transaction: Transaction) throws {
        for kind in ReviewKind.allCases {
            for level in ReviewLevel.ofRegions {
                try transaction.execute(
                    """
                    DELETE FROM review_above WHERE kind = ?1 AND subject IN (SELECT subject FROM review
                    WHERE kind = ?1 AND level = ?2 AND organisation = ?3)
                    """, kind.rawValue, level.rawValue, organisation)
                try transaction.execute(
                    """
                    INSERT INTO review_above (kind, level, above, state, subject, container)
                    SELECT r.kind, r.level, a.above, r.state, r.subject, r.container FROM review r
                    JOIN organisation_above a ON a.organisation = r.organisation
                    WHERE r.kind = ?1 AND r.level = ?2 AND r.organisation = ?3
                    """, kind.rawValue, level.rawValue, organisation)
            }
        }
    }
}
