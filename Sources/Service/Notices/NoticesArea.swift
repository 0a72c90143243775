/// Notices for everybody, and messages for one person.
final class Notices: Sendable {}
