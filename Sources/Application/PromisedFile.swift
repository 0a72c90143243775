import Crypto
import Domain
import Messages
import Threads
package import Wire

/// How many files may be under way at once, so that they hold bounded memory: one a person, of so many people.
package final class FileRoom: Sendable {
    package let people: Int
    private let inside = Locked<Set<UInt64>>([])

    package init(people: Int) {
        self.people = people
    }

    fileprivate func enter(_ person: UInt64) -> Bool {
        inside.withLock { $0.count < people && $0.insert(person).inserted }
    }

    fileprivate func leave(_ person: UInt64) { inside.withLock { _ = $0.remove(person) } }
}

/// What a request says of the file that follows it in pieces.
package struct FilePromise: Sendable {
    let size: Int
    let digest: [UInt8]

    /// - Throws: ``Refused`` `tooLarge` beyond `limit` bytes.
    package init(size: UInt64, digest: [UInt8], limit: Int) throws(Refused) {
        guard size <= UInt64(limit) else {
            throw Refused(
                .tooLarge, field: "size", Wording("at most \(limit >> 20) MiB", zh: "最大 \(limit >> 20) MiB"))
        }
        self.size = Int(size)
        self.digest = digest
    }
}

/// A call whose caller sends a file in pieces. No more of it is kept than was promised, it is taken whole or not at all,
/// and what must be done with it before the write is done off the loop.
package final class PromisedFile: CallStream {
    private let promise: FilePromise
    private let exchange: Exchange
    private let request: [UInt8]
    private let piece: ([UInt8]) throws -> [UInt8]
    private let prepare: @Sendable (_ file: [UInt8]) throws -> Route.Handler
    private var place: Place?
    private var file: [UInt8] = []
    package private(set) var isOver = false

    /// - Parameters:
    ///   - request: what a repetition under the same key must equal.
    ///   - piece: the bytes of one item.
    ///   - prepare: on a worker, of the file as it was sent; gives the command that keeps it.
    /// - Throws: ``Refused`` `busy` while the person sends another file, or too many people do.
    package init(
        _ promise: FilePromise, of person: UInt64, in room: FileRoom, _ exchange: Exchange, _ request: some Message,
        piece: @escaping ([UInt8]) throws -> [UInt8],
        prepare: @escaping @Sendable (_ file: [UInt8]) throws -> Route.Handler
    ) throws(Refused) {
        guard let place = Place(person, in: room) else { throw Refused(.busy, retryAfterMs: 1000) }
        self.promise = promise
        self.exchange = exchange
        self.request = request.serialized()
        self.piece = piece
        self.prepare = prepare
        self.place = place
    }

    package func item(_ bytes: [UInt8], ended: Bool) {
        guard !isOver else { return }
        do {
            if !(bytes.isEmpty && ended) {
                file += try piece(bytes)
                exchange.responder.consumed(stream: exchange.stream, items: 1, bytes: bytes.count)
            }
            guard file.count <= promise.size else { throw Refused(.tooLarge, field: "size") }
            if ended { try finish() }
        } catch {
            end()
            exchange.fail(exchange.application.refused(error, exchange.call))
        }
    }

    package func writable() {}

    package func cancelled() { end() }

    private func finish() throws {
        guard file.count == promise.size else { throw Self.damaged }
        let (file, place, digest, prepare) = (file, place, promise.digest, prepare)
        let (exchange, request) = (exchange, request)
        isOver = true
        self.file = []
        self.place = nil
        exchange.application.executor.slow(in: .files, for: exchange.call) {
            guard Digest.hash(.uploadDigest, file) == digest else { throw Self.damaged }
            return try prepare(file)
        } done: { (prepared: Result<Route.Handler, any Error>) in
            switch prepared {
            case .failure(let error):
                place?.leave()
                exchange.fail(exchange.application.refused(error, exchange.call))
            case .success(let handler):
                exchange.command(request, handler) { result in
                    place?.leave()
                    exchange.answer(result)
                }
            }
        }
    }

    private func end() {
        isOver = true
        file = []
        place = nil
    }

    private static let damaged = Refused(
        .invalid, field: "digest", Wording("the file did not arrive as it was sent", zh: "文件传输不完整，请重新上传"))
}

/// Somebody's place in a room: theirs until the file has been taken or given up, however the call ends.
private final class Place: Sendable {
    private let person: UInt64
    private let room: FileRoom
    private let isLeft = Locked(false)

    init?(_ person: UInt64, in room: FileRoom) {
        guard room.enter(person) else { return nil }
        self.person = person
        self.room = room
    }

    deinit { leave() }

    func leave() {
        let isFirst = isLeft.withLock { isLeft in
            defer { isLeft = true }
            return !isLeft
        }
        if isFirst { room.leave(person) }
    }
}
