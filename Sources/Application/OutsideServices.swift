package import Domain
import Threads

/// The services of others that this server asks. Its operator may change them while it runs: each use asks anew. All of
/// them may take their time, and are asked from the pools for it (``Pool``), outside loops and transactions.
package final class OutsideServices: Sendable {
    package struct Chosen: Sendable {
        /// ACC-4d; nil = text messages stay in the outbox, for the operator to read.
        package var texts: TextSender?
        /// ACC-3b; nil = reviewers decide what the number alone does not prove.
        package var identities: IdentityProvider?
        /// ACC-2b: providers whose accounts can be linked, by name.
        package var logins: [String: OutsideProvider] = [:]
        /// ORD-2: the gateways that payers may choose from.
        package var payments: [PaymentChannel: PaymentGateway] = [:]
        /// ORD-5; nil = invoices are issued by hand alone.
        package var invoices: InvoiceIssuer?

        package init(
            texts: TextSender? = nil, identities: IdentityProvider? = nil, logins: [String: OutsideProvider] = [:],
            payments: [PaymentChannel: PaymentGateway] = [:], invoices: InvoiceIssuer? = nil
        ) {
            self.texts = texts
            self.identities = identities
            self.logins = logins
            self.payments = payments
            self.invoices = invoices
        }
    }

    private let chosen: Locked<Chosen>

    package init(_ chosen: Chosen = Chosen()) {
        self.chosen = Locked(chosen)
    }

    package var texts: TextSender? { chosen.withLock { $0.texts } }
    package var identities: IdentityProvider? { chosen.withLock { $0.identities } }
    package var logins: [String: OutsideProvider] { chosen.withLock { $0.logins } }
    package var payments: [PaymentChannel: PaymentGateway] { chosen.withLock { $0.payments } }
    package var invoices: InvoiceIssuer? { chosen.withLock { $0.invoices } }

    /// Replaces the services for requests that begin from now on.
    package func adopt(_ chosen: Chosen) {
        self.chosen.withLock { $0 = chosen }
    }
}

/// Hands a text message to a gateway.
package typealias TextSender = @Sendable (TextMessage) throws(DeliveryFailure) -> Void

/// One message to one phone.
package struct TextMessage: Sendable, Equatable {
    /// The same with every attempt, so that a gateway that has taken the message can leave it at that.
    package var key: String
    /// 11 digits.
    package var phone: String
    package var text: String

    package init(key: String, phone: String, text: String) {
        self.key = key
        self.phone = phone
        self.text = text
    }
}

/// ACC-3b: tells whether a name and an ID number belong together.
package struct IdentityProvider: Sendable {
    /// Never throws: a provider that cannot be reached answers `unknown`, and a reviewer decides.
    package let check: @Sendable (_ name: String, _ number: IdentityNumber) -> ProviderAnswer

    package init(check: @escaping @Sendable (_ name: String, _ number: IdentityNumber) -> ProviderAnswer) {
        self.check = check
    }
}

/// ACC-2b: a provider of accounts (WeChat): tells whose a code is.
package struct OutsideProvider: Sendable {
    /// A code that has been verified.
    package struct Verified: Sendable {
        /// The account's name with the provider (a WeChat openid).
        package let subject: String
        /// Until when the code would be taken again, UTC milliseconds.
        package let expiresMs: Int64

        package init(subject: String, expiresMs: Int64) {
            self.subject = subject
            self.expiresMs = expiresMs
        }
    }

    /// - Throws: ``Refusal`` `outsideCodeInvalid` for a code that is not genuine.
    package let verify: @Sendable (_ code: String, _ now: Int64) throws -> Verified

    package init(verify: @escaping @Sendable (_ code: String, _ now: Int64) throws -> Verified) {
        self.verify = verify
    }
}
