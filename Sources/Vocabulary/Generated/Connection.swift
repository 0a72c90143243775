// Generated from Protocol/connection.proto by `make generate`; change that and generate again.

package enum EventKind: Int32, Word {
    /// pull again
    case scopeChanged = 1
    /// this terminal is revoked: open its logs, and be told so
    case revoked = 2
    /// claim messages
    case messageWaiting = 3
}
