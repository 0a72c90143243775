import Messages
import Storage

/// A command of a call on its way through the writer. One allocation and not generic, because every writing call and
/// item has one.
final class CommandCall: Work, @unchecked Sendable {
    // Sendable by hand: only the committing thread uses what `run` stores.
    private let application: Application
    private let call: Call
    /// The request's digest if a repetition gets the stored answer; nil for a harmless repetition.
    private let digest: [UInt8]?
    private let identity: Identity?
    private let handler: Route.Handler
    private let answer: Application.Answer
    private var done: (context: WriteContext, reply: [UInt8])?

    init(
        _ application: Application, _ call: Call, _ digest: [UInt8]?, _ identity: Identity?,
        _ handler: @escaping Route.Handler, _ answer: @escaping Application.Answer
    ) {
        self.application = application
        self.call = call
        self.digest = digest
        self.identity = identity
        self.handler = handler
        self.answer = answer
    }

    var isWanted: Bool { !call.isOver }

    func run(_ transaction: Transaction) throws {
        done = nil
        let context = try application.begin(call, transaction)
        let reply =
            if let digest {
                try application.answers.reply(to: digest, context) { try handler(context) }
            } else {
                try handler(context)
            }
        try Audit.record(context)
        done = (context, reply)
    }

    func succeed() {
        guard let (context, reply) = done else { preconditionFailure("a command that was not run cannot succeed") }
        done = nil
        context.takeEffect(identity)
        answer(context.refusal.map { .failure($0) } ?? .success(reply))
    }

    func fail(_ error: any Error) {
        done = nil
        let refused = application.refused(error, call)
        application.noteRefusal(refused, of: call)
        answer(.failure(refused))
    }
}
