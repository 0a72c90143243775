import Application
import Crypto
import Domain
import Messages
import Storage
import Wire

extension Service {
    /// BAT-3: a file in pieces; the reply tells what became of every row. The file is taken whole or not at all.
    func upload(_ request: UploadRequest, _ exchange: Exchange) throws -> any CallStream {
        let format = try format(of: request.kind)
        guard exchange.call.caller.holds(anyOf: format.roles) else { throw Refused(.notAllowed) }
        guard request.size <= UploadStream.sizeLimit else {
            throw Refused(
                .tooLarge, field: "size",
                Wording("at most \(UploadStream.sizeLimit >> 20) MiB", zh: "最大 \(UploadStream.sizeLimit >> 20) MiB"))
        }
        return UploadStream(self, request, exchange)
    }

    /// BAT-1: the template of a kind, in the caller's language.
    func template(_ request: TemplateRequest, _ context: ReadContext) throws -> TemplateReply {
        let format = try format(of: request.kind)
        let language = Language(locale: context.call.options.locale)
        return TemplateReply(fileName: format.fileName.text(in: language) + ".csv", bytes: format.template(language))
    }
}

/// Gathers the file; its size was promised in the request, and no more is kept.
private final class UploadStream: CallStream {
    static let sizeLimit: UInt64 = 8 << 20

    private let service: Service
    private let request: UploadRequest
    private let exchange: Exchange
    private var file: [UInt8] = []
    private(set) var isOver = false

    init(_ service: Service, _ request: UploadRequest, _ exchange: Exchange) {
        self.service = service
        self.request = request
        self.exchange = exchange
    }

    func item(_ bytes: [UInt8], ended: Bool) {
        guard !isOver else { return }
        do {
            if !bytes.isEmpty {
                file += try UploadChunk(serialized: bytes).bytes
                exchange.responder.consumed(stream: exchange.stream, items: 1, bytes: bytes.count)
            }
            guard file.count <= request.size else { throw Refused(.tooLarge, field: "size") }
            if ended { try finish() }
        } catch {
            isOver = true
            answer(.failure(exchange.application.refused(error, exchange.call)))
        }
    }

    func writable() {}

    func cancelled() { isOver = true }

    private func finish() throws {
        guard file.count == request.size, Digest.hash(.uploadDigest, file) == request.digest else {
            throw Refused(
                .invalid, field: "digest", Wording("the file did not arrive as it was sent", zh: "文件传输不完整，请重新上传"))
        }
        isOver = true
        let (service, request, file, answer) = (service, request, file, answer)
        self.file = []
        exchange.command(request.serialized()) { context in
            try service.format(of: request.kind).take(request, file, context).serialized()
        } done: {
            answer($0)
        }
    }

    private var answer: @Sendable (Result<[UInt8], Refused>) -> Void {
        let (responder, stream, locale) = (exchange.responder, exchange.stream, exchange.call.options.locale)
        return { result in
            switch result {
            case .success(let reply): responder.reply(stream: stream, reply)
            case .failure(let refused): responder.error(stream: stream, refused.message(locale: locale))
            }
        }
    }
}
