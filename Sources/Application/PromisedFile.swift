import Crypto
package import Domain
import Messages
import Wire

/// The declared size and digest of a file that follows a request in pieces.
package struct FilePromise: Sendable {
    let size: Int
    let digest: [UInt8]

    /// - Throws: ``Refusal`` `invalid` beyond `limit` bytes.
    package init(size: UInt64, digest: [UInt8], limit: Int) throws(Refusal) {
        guard size <= UInt64(limit) else {
            throw Refusal(
                .invalid, field: "size", Phrase("at most \(limit >> 20) MiB", "最大 \(limit >> 20) MiB"))
        }
        self.size = Int(size)
        self.digest = digest
    }
}

/// A call whose caller sends a file in pieces. Buffers no more than was declared, accepts the file whole or not at all,
/// and processes it off the loop.
package final class PromisedFile: CallStream {
    package typealias Answer = @Sendable (Result<[UInt8], Refusal>) -> Void

    private let promise: FilePromise
    private let exchange: Exchange
    private let piece: ([UInt8]) throws -> [UInt8]
    private let take: @Sendable (_ file: [UInt8], _ done: @escaping Answer) throws -> Void
    private let slot: UploadSlot

    /// - Parameters:
    ///   - piece: the bytes of one item.
    ///   - take: on a worker, of the file as it was sent; says once what the call is answered.
    /// - Throws: ``Refusal`` `busy` when there is no slot.
    package init(
        _ promise: FilePromise, of person: UInt64, in slots: UploadSlots, _ exchange: Exchange,
        piece: @escaping ([UInt8]) throws -> [UInt8],
        take: @escaping @Sendable (_ file: [UInt8], _ done: @escaping Answer) throws -> Void
    ) throws(Refusal) {
        self.promise = promise
        self.exchange = exchange
        self.piece = piece
        self.take = take
        slot = try slots.take(
            person: person, address: exchange.call.peer.source.text, now: exchange.application.ports.now()
        ) { exchange.fail($0) }
    }

    package var isOver: Bool { !slot.isArriving }

    package func item(_ bytes: [UInt8], ended: Bool) {
        guard slot.isArriving else { return }
        do {
            if !(bytes.isEmpty && ended) {
                try slot.append(piece(bytes), limit: promise.size, now: exchange.application.ports.now())
                exchange.responder.consumed(stream: exchange.stream, items: 1, bytes: bytes.count)
            }
            if ended { try finish() }
        } catch {
            slot.release()
            exchange.fail(exchange.application.refused(error, exchange.call))
        }
    }

    package func writable() {}

    package func cancelled() {
        if slot.isArriving { slot.release() }
    }

    private func finish() throws {
        guard let file = slot.finish(size: promise.size) else {
            guard slot.isArriving else { return }
            throw Self.damaged
        }
        let (slot, digest, take, exchange) = (slot, promise.digest, take, exchange)
        let answer: Answer = { result in
            slot.release()
            exchange.answer(result)
        }
        exchange.application.executor.slow(in: .files, for: exchange.call, line: nil) {
            guard Digest.file(file) == digest else { throw Self.damaged }
            try take(file, answer)
        } done: { (taken: Result<Void, any Error>) in
            guard case .failure(let error) = taken else { return }
            answer(.failure(exchange.application.refused(error, exchange.call)))
        }
    }

    private static let damaged = Refusal(
        .invalid, field: "digest", Phrase("the file did not arrive as it was sent", "文件传输不完整，请重新上传"))
}
