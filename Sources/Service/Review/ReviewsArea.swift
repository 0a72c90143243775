/// The engine that leads what is submitted through its levels. It knows no area: each brings a ``ReviewSubject``.
final class Reviews: Sendable {}
