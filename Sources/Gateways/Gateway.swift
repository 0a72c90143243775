import Crypto
package import Foundation
import FoundationNetworking
import Threads

/// Somebody else's server that is asked by POST of JSON. Whoever asks waits for the answer, so it is for a thread that may.
package final class Gateway: Sendable {
    /// How the gateway knows us.
    package enum Proof: Sendable {
        /// `Authorization: Bearer …`.
        case bearer(String)
        /// `X-Rollcall-Signature`: HMAC-SHA256 of the body, in hex.
        case hmac(key: [UInt8])
    }

    enum Answer {
        /// With as much of the body as was asked for.
        case status(Int, body: [UInt8])
        /// Nobody knows whether the gateway did what it was asked.
        case nothing(reason: String)
    }

    private let url: URL
    private let proof: Proof
    private let timeoutMs: Int64
    private let receiver = Receiver()
    private let session: URLSession

    /// - Parameter timeoutMs: until the answer is there, body and all.
    package init(url: URL, proof: Proof, timeoutMs: Int64) {
        self.url = url
        self.proof = proof
        self.timeoutMs = timeoutMs
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.urlCache = nil
        // The wait below is the limit; this one only frees what it leaves behind.
        configuration.timeoutIntervalForRequest = Double(timeoutMs) / 1000 + 1
        session = URLSession(configuration: configuration, delegate: receiver, delegateQueue: nil)
    }

    deinit { session.invalidateAndCancel() }

    /// - Parameter bodyLimit: bytes of the answer's body that are waited for; with 0 the status is the answer. A longer body
    ///   is no answer.
    func post(_ body: Data, headers: [String: String] = [:], bodyLimit: Int) -> Answer {
        var request = URLRequest(url: url)
        request.httpMethod = "POST"
        request.httpBody = body
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        switch proof {
        case .bearer(let token): request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization")
        case .hmac(let key):
            let code = HMACSHA256.code(Array(body), key: key).map { String(format: "%02x", Int($0)) }.joined()
            request.setValue(code, forHTTPHeaderField: "X-Rollcall-Signature")
        }
        let task = session.dataTask(with: request)
        receiver.expect(task.taskIdentifier, bodyLimit: bodyLimit)
        task.resume()
        defer { task.cancel() }
        return receiver.answer(to: task.taskIdentifier, atMostMs: timeoutMs)
    }
}

/// What comes back, by the number of its task.
private final class Receiver: NSObject, URLSessionDataDelegate, Sendable {
    private struct Exchange: Sendable {
        let bodyLimit: Int
        var status = 0
        var body: [UInt8] = []
        var failure: String?
        var isOver = false
    }

    private let exchanges = Monitor<[Int: Exchange]>([:])

    func expect(_ task: Int, bodyLimit: Int) {
        exchanges.change { $0[task] = Exchange(bodyLimit: bodyLimit) }
    }

    func answer(to task: Int, atMostMs milliseconds: Int64) -> Gateway.Answer {
        let over = exchanges.wait(atMostMs: milliseconds) { exchanges -> Exchange? in
            exchanges[task].flatMap { $0.isOver ? $0 : nil }
        }
        exchanges.change { $0[task] = nil }
        guard let over else { return .nothing(reason: "no answer in time") }
        return over.failure.map { .nothing(reason: $0) } ?? .status(over.status, body: over.body)
    }

    /// What was meant for this gateway is told to no other.
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        end(task) { $0.status = response.statusCode }
        completionHandler(nil)
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        let status = (response as? HTTPURLResponse)?.statusCode ?? 0
        exchanges.change { exchanges in
            exchanges[dataTask.taskIdentifier]?.status = status
            if exchanges[dataTask.taskIdentifier]?.bodyLimit == 0 { exchanges[dataTask.taskIdentifier]?.isOver = true }
        }
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let isTooLong = exchanges.change { exchanges -> Bool in
            guard var exchange = exchanges[dataTask.taskIdentifier], !exchange.isOver else { return true }
            guard exchange.body.count + data.count <= exchange.bodyLimit else {
                exchange.failure = "an answer of more than \(exchange.bodyLimit) bytes"
                exchange.isOver = true
                exchange.body = []
                exchanges[dataTask.taskIdentifier] = exchange
                return true
            }
            exchange.body += data
            exchanges[dataTask.taskIdentifier] = exchange
            return false
        }
        if isTooLong { dataTask.cancel() }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        end(task) { exchange in
            guard let error else { return }
            exchange.failure = "no answer: \((error as NSError).domain) \((error as NSError).code)"
        }
    }

    private func end(_ task: URLSessionTask, _ change: (inout Exchange) -> Void) {
        exchanges.change { exchanges in
            guard var exchange = exchanges[task.taskIdentifier], !exchange.isOver else { return }
            change(&exchange)
            exchange.isOver = true
            exchanges[task.taskIdentifier] = exchange
        }
    }
}
