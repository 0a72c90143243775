/// What the wire format itself limits. A connection's limits stand in `Connection`, a batch's in `Facts`.
package enum Limits {
    /// Messages within messages. Ours nest three deep; the rest is room, and recursion on peers' bytes stays bounded.
    package static let nesting = 16
}
