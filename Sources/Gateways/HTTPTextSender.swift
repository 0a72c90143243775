package import Application
import Foundation

/// ACC-4d: sends text messages through a gateway: one POST of `{"id":…,"phone":…,"text":…}` each.
package struct HTTPTextSender: Sendable {
    private let gateway: Gateway

    package init(_ gateway: Gateway) {
        self.gateway = gateway
    }

    /// Sends one message. The status alone is the answer: a gateway that has accepted a message is not asked again.
    package func send(_ message: TextMessage) throws(DeliveryFailure) {
        let body: [UInt8]
        do {
            body = Array(
                try JSONEncoder().encode(Body(id: message.key, phone: message.phone, text: message.text)))
        } catch {
            throw DeliveryFailure("the message cannot be written as JSON", isTransient: false)
        }
        // The key is the same for every attempt, so that a gateway recognises a message it has.
        let status: Int
        do throws(HTTPFailure) {
            status = try gateway.post(body, headers: [("Idempotency-Key", message.key)], bodyLimit: 0).status
        } catch {
            throw DeliveryFailure(error.reason, isTransient: true)
        }
        if let failure = Self.failure(of: status) { throw failure }
    }

    private static func failure(of status: Int) -> DeliveryFailure? {
        switch status {
        case 200..<300: nil
        case 408, 429, 500...: DeliveryFailure("HTTP \(status)", isTransient: true)
        default: DeliveryFailure("HTTP \(status)", isTransient: false)
        }
    }

    private struct Body: Encodable {
        let id: String
        let phone: String
        let text: String
    }
}
