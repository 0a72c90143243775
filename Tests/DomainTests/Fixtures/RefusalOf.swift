import Domain

/// Returns the refusal of a rule; nil if there is none.
func refusal<Value>(_ rule: () throws(Refusal) -> Value) -> Refusal? {
    do {
        _ = try rule()
        return nil
    } catch {
        return error
    }
}
