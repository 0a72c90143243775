import Application
import Domain
import Messages
import Storage
import Wire

extension Orders {
    /// ORD-5b: receives the file of an issued invoice in pieces; accepts it whole or not at all.
    func uploadInvoiceFile(_ request: UploadInvoiceFileRequest, _ exchange: Exchange) throws -> any CallStream {
        guard exchange.call.caller.holds(anyOf: [.platformAdmin]) else { throw Refusal(.notAllowed) }
        guard request.size > 0 else { throw Refusal(.invalid, field: "size", Phrase("empty", "文件为空")) }
        let promise = try FilePromise(size: UInt64(request.size), digest: request.digest, limit: InvoiceFile.sizeLimit)
        let person = try exchange.call.person().id
        return try PromisedFile(promise, of: person, in: invoiceSlots, exchange) {
            try InvoiceChunk(serialized: $0).bytes
        } take: { [self] file, done in
            let blob = blobs.keys.seal(try InvoiceFile(file).bytes)
            exchange.command(
                request.serialized(), { [self] context in try keep(blob, of: request.invoice, context).serialized() },
                done: done)
        }
    }

    /// Stores a file in place of the former one.
    private func keep(_ blob: SealedBlob, of id: UInt64, _ context: WriteContext) throws -> InvoiceReply {
        let transaction = context.transaction
        let invoice = try InvoiceRecord(id, transaction)
        guard invoice.state.stands else {
            throw Refusal(.wrongState, field: "invoice", "only an issued invoice has a file", zh: "仅已开具的发票可添加文件")
        }
        try store(blob, of: id, transaction)
        context.auditDetail = "invoice \(id), \(invoice.name): \(blob.size) bytes"
        return try reply(invoice, transaction)
    }

    func store(_ blob: SealedBlob, of invoice: UInt64, _ transaction: Transaction) throws {
        let before = try file(of: invoice, transaction)
        try blobs.store(blob, in: transaction)
        if let before { try blobs.release(before.address, in: transaction) }
        try transaction.execute(
            """
            INSERT INTO invoice_file (invoice, address, size) VALUES (?1, ?2, ?3)
            ON CONFLICT (invoice) DO UPDATE SET address = ?2, size = ?3
            """, invoice, blob.address, blob.size)
    }

    func file(of invoice: UInt64, _ snapshot: Snapshot) throws -> (address: BlobAddress, size: UInt32)? {
        try snapshot.first("SELECT address, size FROM invoice_file WHERE invoice = ?1", invoice) {
            (address: BlobAddress($0.bytes(0)), size: $0.uint32(1))
        }
    }

    /// The file in pieces of 64 KiB, to whoever applied and to administrators.
    func getInvoiceFile(
        _ request: GetInvoiceFileRequest, _ cursor: [UInt8]?, _ context: ReadContext
    ) throws -> Page<Void> {
        let snapshot = context.snapshot
        let invoice = try visibleInvoice(request.invoice, context)
        return try blobs.page(cursor, of: file(of: invoice.id, snapshot)?.address, field: "file", snapshot) {
            InvoiceChunk(bytes: $0)
        }
    }
}
