/// The values of a command's parameters, all of them read and in range before the command runs.
package struct Arguments: Sendable {
    private let values: [String: any Sendable]

    init(_ values: [String: any Sendable]) { self.values = values }

    /// The value of a parameter that this command, or its program for all commands, has declared.
    package subscript<Result>(_ parameter: Parameter<Result>) -> Result {
        guard let value = values[parameter.declaration.label] as? Result else {
            preconditionFailure("\(parameter.declaration.label) is not declared for this command")
        }
        return value
    }
}
