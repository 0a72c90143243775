package import Application
import Crypto
package import Foundation
import FoundationNetworking
import Threads

/// ACC-4d: hands text messages to an HTTP gateway: one POST of `{"id":…,"phone":…,"text":…}` each. Waits for the answer, so
/// it is for a thread that may wait.
package struct HTTPTextSender: Sendable {
    /// How the gateway knows us.
    package enum Proof: Sendable {
        /// `Authorization: Bearer …`.
        case bearer(String)
        /// `X-Rollcall-Signature`: HMAC-SHA256 of the body, in hex.
        case hmac(key: [UInt8])
    }

    private let url: URL
    private let proof: Proof
    private let timeoutS: Int
    private let session: URLSession

    package init(url: URL, proof: Proof, timeoutS: Int) {
        self.url = url
        self.proof = proof
        self.timeoutS = timeoutS
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = TimeInterval(timeoutS)
        configuration.timeoutIntervalForResource = TimeInterval(timeoutS)
        session = URLSession(configuration: configuration)
    }

    package func send(_ message: TextMessage) throws(TextFailure) {
        let body: Data
        do {
            body = try JSONEncoder().encode(Body(id: String(message.id), phone: message.phone, text: message.text))
        } catch {
            throw TextFailure("the message cannot be written as JSON", isTransient: false)
        }
        var request = URLRequest(url: url)
        request.httpMethod = "POST"
        request.httpBody = body
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        // The same for every try: a gateway that has taken the message already can say so.
        request.setValue(String(message.id), forHTTPHeaderField: "Idempotency-Key")
        switch proof {
        case .bearer(let token): request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization")
        case .hmac(let key):
            let code = HMACSHA256.code(Array(body), key: key).map { String(format: "%02x", Int($0)) }.joined()
            request.setValue(code, forHTTPHeaderField: "X-Rollcall-Signature")
        }
        if let failure = answer(to: request) { throw failure }
    }

    private func answer(to request: URLRequest) -> TextFailure? {
        let answered = Monitor<Outcome>(.waiting)
        let task = session.dataTask(with: request) { _, response, error in
            let failure =
                if let error {
                    TextFailure("no answer: \((error as NSError).domain) \((error as NSError).code)", isTransient: true)
                } else {
                    Self.failure(of: (response as? HTTPURLResponse)?.statusCode ?? 0)
                }
            answered.change { $0 = .answered(failure) }
        }
        task.resume()
        let outcome = answered.wait(atMostMs: Int64(timeoutS + 5) * 1000) { outcome in
            guard case .answered(let failure) = outcome else { return Optional<TextFailure?>.none }
            return .some(failure)
        }
        guard let outcome else {
            task.cancel()
            return TextFailure("no answer in time", isTransient: true)
        }
        return outcome
    }

    private static func failure(of status: Int) -> TextFailure? {
        switch status {
        case 200..<300: nil
        case 408, 429, 500...: TextFailure("HTTP \(status)", isTransient: true)
        default: TextFailure("HTTP \(status)", isTransient: false)
        }
    }

    private enum Outcome: Sendable {
        case waiting
        case answered(TextFailure?)
    }

    private struct Body: Encodable {
        let id: String
        let phone: String
        let text: String
    }
}
