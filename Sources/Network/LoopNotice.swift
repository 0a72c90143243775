/// What a loop has to tell whoever keeps the log: each once when it begins and once when it is over.
package enum LoopNotice: Equatable, Sendable {
    /// There is no place, or no descriptor, for so many more connections: newcomers are closed, or anonymous connections for them.
    case full(connections: Int)
    /// There is room again; so many were turned away meanwhile.
    case roomAgain(refused: Int)
    /// All memory set aside for connections is in use: anonymous ones are closed.
    case memoryShort(bytes: Int)
    /// There is enough again; so many connections were closed meanwhile.
    case memoryAgain(closed: Int)
}
