package import Console

extension Table.Cell {
    /// A word by its name for people, and in JSON by that of the protocol. None, and what only a newer server knows, reads
    /// as nothing. It is whole or not there: half a state is read as another.
    package init<Value: Named>(_ value: Value?) {
        self.init(value?.phrase ?? Phrase(""), json: JSON(value), isWhole: value != nil)
    }
}

extension JSON {
    /// The protocol's name of a word.
    package init<Value: Word>(_ value: Value?) { self = .string(value.identifier) }
}
