import Application
import Domain
import Messages
import Storage
import Wire

extension Projects {
    /// PRJ-4b: receives a document in pieces; accepts it whole or not at all.
    func uploadDocument(_ request: UploadDocumentRequest, _ exchange: Exchange) throws -> any CallStream {
        guard request.kind != nil else { throw Refusal(.invalid, field: "kind") }
        return try blobs.receiveDocument(request.size, request.digest, in: slots, request.serialized(), exchange) {
            try DocumentChunk(serialized: $0).bytes
        } keep: { [self] picture, blob, context in
            try keep(picture, blob, request, context).serialized()
        }
    }

    /// Stores a document: at once while nobody has approved the offering, else as a change of it.
    private func keep(
        _ picture: PhotoFile, _ blob: SealedBlob, _ request: UploadDocumentRequest, _ context: WriteContext
    ) throws -> UploadDocumentReply {
        let transaction = context.transaction
        let offering = try OfferingRecord(request.offering, transaction)
        try context.call.requireAuthority(over: offering, transaction)
        guard let kind = request.kind else { throw Refusal(.invalid, field: "kind") }
        guard ![.rejected, .cancelled].contains(offering.state) else {
            throw Refusal(
                .wrongState, field: "offering",
                Phrase("it is \(offering.state.phrase.en)", "该期次\(offering.state.phrase.zh)"))
        }
        let former = try DocumentRecord.holding(offering.id, transaction).first { $0.message.kind == kind }
        if let former, offering.state == .draft { try discard(former, transaction) }
        let id = try insert(picture, blob, kind, of: offering, context)
        context.auditDetail = "offering \(offering.id): \(kind) \(id), \(blob.size) bytes"
        if former != nil, offering.isOpen, try !stops(offering, at: offering.base, context).isEmpty {
            let document = try DocumentRecord(id, transaction).message
            let change = try propose(document, for: offering, reason: request.reason, context)
            return UploadDocumentReply(document: document, proposed: change)
        }
        try hold(id, kind, of: offering.id, transaction)
        if offering.state == .submitted, !offering.isOpen { try reviewAgain(offering, context) }
        return UploadDocumentReply(document: try DocumentRecord(id, transaction).message)
    }

    /// Stores a document that does not hold yet.
    private func insert(
        _ picture: PhotoFile, _ blob: SealedBlob, _ kind: OfferingDocumentKind, of offering: OfferingRecord,
        _ context: WriteContext
    ) throws -> UInt64 {
        let transaction = context.transaction
        let count = try transaction.first(
            "SELECT COUNT(*) FROM offering_document WHERE offering = ?1", offering.id
        ) { $0.int(0) }
        guard (count ?? 0) < DocumentRecord.mostOfOffering else {
            throw Refusal(
                .wrongState, field: "document",
                "\(DocumentRecord.mostOfOffering) documents were uploaded for it already",
                zh: "该期次已上传 \(DocumentRecord.mostOfOffering) 份文件，不能再传")
        }
        try blobs.store(blob, in: transaction)
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO offering_document
            (id, offering, kind, address, width, height, size, uploaded_ms, uploaded_by, ended)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?1)
            """, id, offering.id, kind.rawValue, blob.address, picture.width, picture.height, blob.size, context.now,
            context.call.person().id)
        return id
    }

    /// Makes the document the one of its kind that holds.
    func hold(
        _ document: UInt64, _ kind: OfferingDocumentKind, of offering: UInt64, _ transaction: Transaction
    ) throws {
        try transaction.execute(
            "UPDATE offering_document SET ended = id WHERE offering = ?1 AND kind = ?2 AND ended = 0", offering,
            kind.rawValue)
        try transaction.execute("UPDATE offering_document SET ended = 0 WHERE id = ?1", document)
    }

    /// Takes a document out of a draft, or of an offering that was returned.
    func removeDocument(_ request: RemoveDocumentRequest, _ context: WriteContext) throws -> RemoveDocumentReply {
        let transaction = context.transaction
        let document = try DocumentRecord(request.document, transaction)
        let offering = try OfferingRecord(document.offering, transaction)
        try context.call.requireAuthority(over: offering, transaction)
        guard [.draft, .returned].contains(offering.state), document.message.holds else {
            throw Refusal(
                .wrongState, field: "document", "it was submitted: upload another one in its place",
                zh: "该文件已提交：请上传新文件替换")
        }
        if offering.state == .draft {
            try discard(document, transaction)
        } else {
            // A reviewer has seen it.
            try transaction.execute("UPDATE offering_document SET ended = id WHERE id = ?1", request.document)
        }
        context.auditDetail = "offering \(offering.id): document \(request.document) removed"
        return RemoveDocumentReply()
    }

    /// Deletes the documents of an offering.
    func discardDocuments(of offering: UInt64, _ transaction: Transaction) throws {
        let all = try transaction.all(
            DocumentRecord.ofOffering, offering, UInt64(Int64.max), DocumentRecord.mostOfOffering,
            body: DocumentRecord.columns.read)
        for document in all { try discard(document, transaction) }
    }

    private func discard(_ document: DocumentRecord, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM offering_document WHERE id = ?1", document.message.id)
        try blobs.release(document.address, in: transaction)
    }
}
