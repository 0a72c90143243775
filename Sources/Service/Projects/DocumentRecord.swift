import Application
import Domain
import Messages
import Storage

/// A document of an offering as stored.
struct DocumentRecord {
    let offering: UInt64
    let address: BlobAddress
    let message: OfferingDocument

    /// - Throws: `notFound`.
    init(_ id: UInt64, _ snapshot: Snapshot) throws {
        let found = try snapshot.first(Self.one, id, body: Self.columns.read)
        guard let found else { throw Refusal(.notFound, field: "document") }
        self = found
    }

    private init(_ row: borrowing Row) throws {
        offering = row.id()
        address = BlobAddress(row.bytes())
        message = OfferingDocument(
            id: row.id(), kind: try row.enumeration(), width: row.uint32(), height: row.uint32(), size: row.uint32(),
            uploadedMs: row.integer(), holds: row.id() == 0)
    }

    /// Those that hold, one of a kind.
    static func holding(_ offering: UInt64, _ snapshot: Snapshot) throws -> [DocumentRecord] {
        try snapshot.all(ofOffering, offering, UInt64(Int64.max), mostOfOffering, body: columns.read)
            .filter(\.message.holds).sorted { ($0.message.kind?.rawValue ?? 0) < ($1.message.kind?.rawValue ?? 0) }
    }

    /// Those of an offering, with all that were replaced: what is uploaded is bounded.
    static let mostOfOffering = 40

    static let columns = Columns(
        "offering, address, id, kind, width, height, size, uploaded_ms, ended"
    ) { try DocumentRecord($0) }

    private static let one = SQL("SELECT \(columns) FROM offering_document WHERE id = ?1")

    static let ofOffering = SQL(
        "SELECT \(columns) FROM offering_document WHERE offering = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3")
}

extension Projects {
    /// PRJ-4b: throws `wrongState` while an offering lacks a document that its programme asks for.
    func requireDocuments(
        of offering: OfferingRecord, modality: Modality, _ snapshot: Snapshot
    ) throws {
        try DocumentDemand.require(
            leadDays: programmes.policy(of: offering.programme, snapshot).leadDays ?? 0, modality: modality,
            uploaded: Set(DocumentRecord.holding(offering.id, snapshot).compactMap(\.message.kind)))
    }

    /// PRJ-4: every document of an offering that a reviewer has seen, or may see, the latest first. For those who have the offering
    /// in hand, and for the committees of its place.
    func listDocuments(_ request: ListDocumentsRequest, _ context: ReadContext) throws -> ListDocumentsReply {
        let snapshot = context.snapshot
        try requireSight(of: OfferingRecord(request.offering, snapshot), context)
        let page = try listPage(request.limit, by: \.message.id) { limit in
            try snapshot.all(
                DocumentRecord.ofOffering, request.offering, before(request.after), limit,
                body: DocumentRecord.columns.read)
        }
        return ListDocumentsReply(documents: page.elements.map(\.message), next: page.next ?? 0)
    }

    /// A document in pieces of 64 KiB, to the same.
    func getDocument(_ request: GetDocumentRequest, _ cursor: [UInt8]?, _ context: ReadContext) throws -> Page<Void> {
        let snapshot = context.snapshot
        let document = try DocumentRecord(request.document, snapshot)
        try requireSight(of: OfferingRecord(document.offering, snapshot), context)
        return try blobs.page(cursor, of: document.address, field: "document", snapshot) { DocumentChunk(bytes: $0) }
    }

    /// Throws unless the caller has the offering in hand, or decides on it or on a change of it.
    private func requireSight(of offering: OfferingRecord, _ context: ReadContext) throws {
        let waiting = try waitingChange(of: offering.id, context.snapshot)
        try context.call.requireAuthority(
            overAnyOf: [offering.base, offering.owner, waiting?.after?.base ?? 0], context.snapshot)
    }
}
