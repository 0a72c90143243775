import Foundation
import Gateways

/// Notices and statements of WeChat Pay about payments that no merchant has asked for: what measurements send.
package struct PreparedGateway {
    /// A payment as the merchant knows it.
    package struct Payment {
        let number: String
        let fen: Int64
        let transaction: String
        let paidMs: Int64

        /// - Parameter paidMs: UTC milliseconds.
        package init(number: String, fen: Int64, transaction: String, paidMs: Int64) {
            (self.number, self.fen, self.transaction, self.paidMs) = (number, fen, transaction, paidMs)
        }

        var booked: Books.Payment {
            var payment = Books.Payment(number: number, amountFen: fen, noticeURL: "", description: "order")
            payment.state = .paid
            payment.transaction = transaction
            payment.paidMs = paidMs
            return payment
        }
    }

    private let side: WeChatSide
    private let random: (Int) -> [UInt8]

    package init(_ keys: SimulatorKeys, random: @escaping (Int) -> [UInt8]) throws {
        side = try WeChatSide(keys)
        self.random = random
    }

    /// A whole HTTP request, signed now.
    /// - Parameter path: where the merchant hears notices.
    package func notice(_ payment: Payment, path: String, nowMs: Int64) -> [UInt8] {
        let nonce = random(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let signing = Signing(hand: .genuine, now: nowMs, nonce: nonce)
        guard let notice = side.notice(payment.booked, .paid, signing) else { return [] }
        let headers = [("Host", "127.0.0.1"), ("Content-Length", "\(notice.body.count)")] + notice.headers
        let lines = ["POST \(path) HTTP/1.1"] + headers.map { "\($0.0): \($0.1)" }
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + notice.body
    }

    package func statement(_ payments: [Payment]) -> [UInt8] {
        var books = Books()
        for payment in payments { books.payments[payment.number] = payment.booked }
        return side.statement(books)
    }
}
