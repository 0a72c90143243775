/// The sessions of people, which end with their connections.
final class Sessions: Sendable {}
