package import Console
package import Messages
package import Wire

/// What a command of a logged-in person works with: the server, and the person to tell.
package final class Desk {
    package let interaction: Interaction
    package let home: ClientHome
    package let client: Client

    package init(_ arguments: Arguments, _ interaction: Interaction) throws(CommandFailure) {
        self.interaction = interaction
        home = ClientHome(arguments)
        client = Client(
            try home.site(), locale: interaction.language.rawValue, session: try home.session())
    }

    /// A call, with what went wrong as the person is told it.
    package func call<Reply: Message>(_ method: Method, _ request: some Message) throws(CommandFailure) -> Reply {
        do throws(ClientError) {
            return try client.call(method, request)
        } catch {
            throw error.commandFailure
        }
    }

    /// Decides on one subject of a review.
    package func decide(
        _ kind: ReviewKind, _ subject: UInt64, _ action: ReviewAction, reason: String = ""
    ) throws(CommandFailure) {
        do throws(ClientError) {
            try client.decide(kind, subject, action, reason: reason)
        } catch {
            throw error.commandFailure
        }
    }
}

extension Command {
    /// A command that talks to the server.
    package init<each Result: Sendable>(
        _ name: String, _ help: Phrase, _ parameters: repeat Parameter<each Result>,
        online action: @escaping @Sendable (Arguments, Desk) throws -> ExitCode
    ) {
        self.init(name, help, repeat each parameters) { arguments, interaction in
            let desk = try Desk(arguments, interaction)
            defer { desk.client.close() }
            return try action(arguments, desk)
        }
    }
}
