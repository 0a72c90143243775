import Application
import Domain
import Messages
import Storage
import Wire

extension PostReports {
    /// RPF-1a: receives a document in pieces; accepts it whole or not at all.
    func uploadDocument(
        _ request: UploadPostReportDocumentRequest, _ exchange: Exchange
    ) throws -> any CallStream {
        guard !exchange.call.grants.isEmpty else { throw Refusal(.notAllowed) }
        guard let kind = request.kind else { throw Refusal(.invalid, field: "kind") }
        return try blobs.receiveDocument(
            request.size, request.digest, in: documentSlots, request.serialized(), exchange
        ) {
            try PostReportChunk(serialized: $0).bytes
        } keep: { [self] _, blob, context in
            try keep(blob, kind, of: request.report, context).serialized()
        }
    }

    private func keep(
        _ blob: SealedBlob, _ kind: PostReportDocumentKind, of id: UInt64, _ context: WriteContext
    ) throws -> PostReportReply {
        let transaction = context.transaction
        let (report, _) = try changeable(id, context.call, transaction)
        guard try report.documents(transaction).count < PostReportContent.documentCount else {
            throw Refusal(
                .invalid, field: "report", "at most \(PostReportContent.documentCount) documents",
                zh: "最多 \(PostReportContent.documentCount) 个文件")
        }
        try blobs.store(blob, in: transaction)
        let document = try transaction.newID()
        try transaction.execute(
            "INSERT INTO post_report_document (id, report, kind, address, size) VALUES (?1, ?2, ?3, ?4, ?5)", document,
            report.id, kind.rawValue, blob.address, blob.size)
        context.auditDetail = "report \(report.id): \(kind) \(document), \(blob.size) bytes"
        return try reply(report.id, context)
    }

    func removeDocument(_ request: PostReportDocumentRequest, _ context: WriteContext) throws -> PostReportReply {
        let transaction = context.transaction
        let (report, _) = try changeable(report(of: request.document, transaction), context.call, transaction)
        try drop(request.document, transaction)
        context.auditDetail = "report \(report.id): document \(request.document) removed"
        return try reply(report.id, context)
    }

    private func report(of document: UInt64, _ snapshot: Snapshot) throws -> UInt64 {
        let report = try snapshot.first("SELECT report FROM post_report_document WHERE id = ?1", document) { $0.id(0) }
        guard let report else { throw Refusal(.notFound, field: "document") }
        return report
    }

    private func address(of document: UInt64, _ snapshot: Snapshot) throws -> BlobAddress? {
        try snapshot.first("SELECT address FROM post_report_document WHERE id = ?1", document) {
            BlobAddress($0.bytes(0))
        }
    }

    func drop(_ document: UInt64, _ transaction: Transaction) throws {
        if let address = try address(of: document, transaction) { try blobs.release(address, in: transaction) }
        try transaction.execute("DELETE FROM post_report_document WHERE id = ?1", document)
    }

    /// The file in pieces of 64 KiB. A document never changes, so that its pieces belong together.
    func getDocument(
        _ request: PostReportDocumentRequest, _ cursor: [UInt8]?, _ context: ReadContext
    ) throws -> Page<Void> {
        let snapshot = context.snapshot
        _ = try held(report(of: request.document, snapshot), context.call, snapshot)
        let address = try address(of: request.document, snapshot)
        return try blobs.page(cursor, of: address, field: "document", snapshot) { PostReportChunk(bytes: $0) }
    }
}
