import Console
package import Messages
package import Wire

extension Desk {
    /// Sends the answers to a command's questions. The server judges them, and its refusal names a field: a person at a
    /// terminal is told why and asked for that field again, and keeps the other answers. Elsewhere the first refusal is the
    /// command's error.
    /// - Parameters:
    ///   - request: ends as it was accepted.
    ///   - questions: by the name of the field, how to ask for it again.
    package func accepted<Request: Message, Reply>(
        _ request: inout Request, asking questions: [String: (inout Request) throws -> Void],
        _ send: (Request) throws(ClientError) -> Reply
    ) throws -> Reply {
        while true {
            do throws(ClientError) {
                return try send(request)
            } catch {
                guard interaction.isAskedAtTerminal, case .refused(let failure) = error,
                    let ask = questions[failure.field]
                else { throw error.commandFailure }
                interaction.report(error.commandFailure)
                try ask(&request)
            }
        }
    }

    /// The same for a method's call.
    package func accepted<Request: Message, Reply: Message>(
        _ method: Method, _ request: inout Request, asking questions: [String: (inout Request) throws -> Void]
    ) throws -> Reply {
        try accepted(&request, asking: questions) { request throws(ClientError) in try client.call(method, request) }
    }
}
