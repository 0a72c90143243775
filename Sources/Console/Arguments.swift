/// The values of a command's parameters, all converted and checked before the command runs.
package struct Arguments: Sendable {
    private let values: [String: any Sendable]

    init(_ values: [String: any Sendable]) { self.values = values }

    /// Returns the value of a parameter that this command, or its program, has declared. Traps for any other.
    package subscript<Result>(_ parameter: Parameter<Result>) -> Result {
        guard let value = values[parameter.declaration.label] as? Result else {
            preconditionFailure("\(parameter.declaration.label) is not declared for this command")
        }
        return value
    }
}
