/// The values of a command's parameters, all converted and checked before the command runs.
package struct Arguments: Sendable {
    private let values: [String: any Sendable]
    /// The labels that the command has declared itself.
    private let own: Set<String>

    init(_ values: [String: any Sendable], own: Set<String>) {
        self.values = values
        self.own = own
    }

    /// Returns the value of an option of every command; nil where the command has declared one of that name itself.
    func common<Result>(_ parameter: Parameter<Result?>) -> Result? {
        own.contains(parameter.declaration.label) ? nil : self[parameter]
    }

    /// Returns the value of a parameter that this command, or its program, has declared. Traps for any other.
    package subscript<Result>(_ parameter: Parameter<Result>) -> Result {
        guard let value = values[parameter.declaration.label] as? Result else {
            preconditionFailure("\(parameter.declaration.label) is not declared for this command")
        }
        return value
    }
}
