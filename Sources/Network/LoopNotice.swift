/// A state change of a loop for the log, reported once when it begins and once when it ends.
package enum LoopNotice: Equatable, Sendable {
    /// All places or descriptors are in use: newcomers are closed, or anonymous connections to make room for them.
    case full(connections: Int)
    /// There is room again; that many were turned away meanwhile.
    case roomAgain(refused: Int)
    /// The memory for connections is used up: anonymous ones are closed.
    case memoryShort(bytes: Int)
    /// There is enough memory again; that many connections were closed meanwhile.
    case memoryAgain(closed: Int)
}
