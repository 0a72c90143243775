/// The sessions of people; ending one closes its connections.
final class Sessions: Sendable {}
