import Domain

/// The refusal that a rule gives, or `nil` when it gives none.
func refusal<Value>(_ rule: () throws(Refusal) -> Value) -> Refusal? {
    do {
        _ = try rule()
        return nil
    } catch {
        return error
    }
}
