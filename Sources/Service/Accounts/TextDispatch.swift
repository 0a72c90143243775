package import Application

/// Empties the outbox of text messages: one message at a time, each taken in one commit, sent outside any, and settled in
/// another. Failures stay visible in the outbox.
package struct TextDispatch: Sendable {
    private let application: Application
    private let accounts: Accounts

    package init(_ application: Application, _ accounts: Accounts) {
        self.application = application
        self.accounts = accounts
    }

    /// Sends what is due, then calls `done` on whichever thread came last.
    /// - Parameter goesOn: asked before each message.
    package func run(
        while goesOn: @escaping @Sendable () -> Bool = { true }, done: @escaping @Sendable () -> Void
    ) {
        guard accounts.settings.sendsTexts, goesOn(), let send = application.ports.sms else { return done() }
        let (accounts, now, log) = (accounts, application.ports.now, application.ports.log)
        application.executor.write({ try accounts.takeText($0, now: now()) }) { taken in
            let message: TextMessage?
            switch taken {
            case .success(let due): message = due
            case .failure(let error):
                log(LogLine(.error, "outbox of text messages", [("error", "\(error)")]))
                message = nil
            }
            guard let message else { return done() }
            application.executor.slow(in: .gateways, for: nil, line: nil) {
                Self.outcome(of: message, send)
            } done: { outcome in
                let failure: TextFailure?
                switch outcome {
                case .success(let outcome): failure = outcome
                case .failure(let error): failure = TextFailure("\(error)", isTransient: true)
                }
                if let failure {
                    log(
                        LogLine(
                            .warning, "text message not sent",
                            [("message", "\(message.id)"), ("reason", failure.reason)]))
                }
                application.executor.write({ try accounts.settleText(message.id, failure, $0, now: now()) }) {
                    settled in
                    if case .failure(let error) = settled {
                        log(LogLine(.error, "outbox of text messages", [("error", "\(error)")]))
                        return done()
                    }
                    run(while: goesOn, done: done)
                }
            }
        }
    }

    private static func outcome(
        of message: TextMessage, _ send: (TextMessage) throws(TextFailure) -> Void
    ) -> TextFailure? {
        do throws(TextFailure) {
            try send(message)
            return nil
        } catch {
            return error
        }
    }
}
