import Application
import Domain
import Messages
import Storage
import Wire

extension Service {
    private static let sheetLimit = 8 << 20

    /// BAT-3: a file in pieces; the reply tells what became of every row. The file is taken whole or not at all.
    func upload(_ request: UploadRequest, _ exchange: Exchange) throws -> any CallStream {
        let format = try format(of: request.kind)
        guard exchange.call.caller.holds(anyOf: format.roles) else { throw Refused(.notAllowed) }
        let promise = try FilePromise(size: request.size, digest: request.digest, limit: Self.sheetLimit)
        let person = try exchange.call.person().id
        return try PromisedFile(promise, of: person, in: sheetRoom, exchange, request) {
            try UploadChunk(serialized: $0).bytes
        } prepare: { file in
            { context in try format.take(request, file, context).serialized() }
        }
    }

    /// BAT-1: the template of a kind, in the caller's language.
    func template(_ request: TemplateRequest, _ context: ReadContext) throws -> TemplateReply {
        let format = try format(of: request.kind)
        let language = Language(locale: context.call.options.locale)
        return TemplateReply(fileName: format.fileName.text(in: language) + ".csv", bytes: format.template(language))
    }
}
