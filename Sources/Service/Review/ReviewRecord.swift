import Application
import Domain
import Messages
import Storage

/// One of the levels of a review, in order.
struct ReviewStop: Equatable {
    let level: ReviewLevel
    /// A unit, a base, or a commission's region; for a committee the base, for an identity reviewer the person's unit,
    /// 0 if there is none.
    let organisation: UInt64
}

/// A review as stored.
struct ReviewRecord {
    let kind: ReviewKind
    let subject: UInt64
    let container: UInt64
    /// The submitter.
    let person: UInt64
    let stops: [ReviewStop]
    var progress: ReviewProgress

    var stop: ReviewStop { stops[progress.level] }

    init(
        _ kind: ReviewKind, subject: UInt64, container: UInt64, person: UInt64, stops: [ReviewStop],
        progress: ReviewProgress
    ) {
        self.kind = kind
        self.subject = subject
        self.container = container
        self.person = person
        self.stops = stops
        self.progress = progress
    }

    /// - Throws: `notFound` if no subject of that kind and id was submitted.
    init(_ kind: ReviewKind, _ subject: UInt64, _ snapshot: Snapshot) throws {
        let row = try snapshot.first(
            "SELECT container, person, ordinal, state FROM review WHERE kind = ?1 AND subject = ?2",
            kind.rawValue, subject
        ) {
            (
                container: $0.id(0), person: $0.id(1), ordinal: $0.int(2),
                state: try $0.enumeration(3, ReviewState.self)
            )
        }
        let stops = try snapshot.all(
            "SELECT level, organisation FROM review_stop WHERE kind = ?1 AND subject = ?2 ORDER BY ordinal",
            kind.rawValue, subject
        ) { ReviewStop(level: try $0.enumeration(0), organisation: $0.id(1)) }
        guard let row, stops.indices.contains(row.ordinal) else {
            throw Refusal(.notFound, field: "subject")
        }
        self.init(
            kind, subject: subject, container: row.container, person: row.person, stops: stops,
            progress: ReviewProgress(levels: stops.count, level: row.ordinal, state: row.state))
    }
}
