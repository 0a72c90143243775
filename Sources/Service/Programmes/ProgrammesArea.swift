/// Programmes and their policies.
final class Programmes: Sendable {}
