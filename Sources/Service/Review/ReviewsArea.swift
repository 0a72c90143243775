/// The review engine: leads each submission through its levels. It depends on no area: each area registers a
/// ``ReviewSubject``.
final class Reviews: Sendable {}
