package import Storage

/// The position of the walk through the database (OPS-1c).
package struct WalkPlace: Sendable {
    /// 0 for the pages of the file; from 1 the rows of `Service.checkParts`.
    package private(set) var part: Int
    /// The page, or the id, verified last.
    package var position: UInt64
    package let begunMs: Int64
    package private(set) var isOver = false

    package static func start(_ now: Int64) -> WalkPlace { WalkPlace(part: 0, position: 0, begunMs: now) }

    private init(part: Int, position: UInt64, begunMs: Int64) {
        (self.part, self.position, self.begunMs) = (part, position, begunMs)
    }

    /// Restores the stored position; a walk that never started is over, long ago.
    package init(_ snapshot: Snapshot) throws {
        let kept = try snapshot.first("SELECT part, position, begun_ms FROM walk WHERE id = 1") {
            (part: $0.int(0), position: $0.id(1), begun: $0.integer(2))
        }
        self.init(part: kept?.part ?? -1, position: kept?.position ?? 0, begunMs: kept?.begun ?? 0)
        isOver = part < 0
    }

    package func keep(_ transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO walk (id, part, position, begun_ms) VALUES (1, ?1, ?2, ?3)
            ON CONFLICT (id) DO UPDATE SET part = ?1, position = ?2, begun_ms = ?3
            """, isOver ? -1 : part, position, begunMs)
    }

    package mutating func advance() {
        part += 1
        position = 0
    }

    package mutating func finish() { isOver = true }
}
