/// PRJ-4b, PRJ-4c: the documents that an offering needs before it is submitted.
package enum DocumentDemand {
    /// The documents of a pre-activity notification: none in a programme that asks for no notification in advance.
    package static func kinds(leadDays: Int, modality: Modality) -> [OfferingDocumentKind] {
        guard leadDays > 0 else { return [] }
        return modality == .inPerson ? [.notice, .agenda] : [.notice, .agenda, .supervision]
    }

    /// Throws `wrongState` with the first document that is missing.
    package static func require(
        leadDays: Int, modality: Modality, uploaded: Set<OfferingDocumentKind>
    ) throws(Refusal) {
        guard let missing = kinds(leadDays: leadDays, modality: modality).first(where: { !uploaded.contains($0) })
        else { return }
        throw Refusal(
            .wrongState, field: "documents",
            "the \(missing.phrase.en) is missing: upload it first (rollcall-admin offerings documents add OFFERING KIND FILE)",
            zh: "缺少\(missing.phrase.zh)：请先上传（rollcall-admin offerings documents add 期次 类型 文件）")
    }
}

/// PRJ-4b: a document as stored: a JPEG by content, whatever its name, without hidden parts.
package struct DocumentFile: Equatable, Sendable {
    package let picture: PhotoFile

    package init(_ file: [UInt8]) throws(Refusal) {
        picture = try PhotoFile(file)
        guard picture.format == .jpeg else {
            throw Refusal(.invalid, field: "document", "it is no JPEG picture", zh: "文件须为 JPEG 格式")
        }
    }
}
