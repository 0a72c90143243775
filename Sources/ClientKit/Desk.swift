package import Console
package import Messages
package import Wire

/// The context of a logged-in person's command: the server and the console.
package final class Desk {
    package let interaction: Interaction
    package let home: ClientHome
    package let client: Client
    /// The ids of names, and the names of ids, that the command has looked up.
    var ids: [String: UInt64] = [:]
    var names: [String: String] = [:]

    package init(_ arguments: Arguments, _ interaction: Interaction) throws(CommandFailure) {
        self.interaction = interaction
        home = ClientHome(arguments)
        client = Client(
            try home.site(), locale: interaction.language.rawValue, session: try home.session())
    }

    /// Makes a call; throws its error as a `CommandFailure`.
    package func call<Reply: Message>(_ method: Method, _ request: some Message) throws(CommandFailure) -> Reply {
        do throws(ClientError) {
            return try client.call(method, request)
        } catch {
            throw error.commandFailure
        }
    }

    /// Makes a decision on one subject of a review.
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
    /// A command that calls the server.
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
