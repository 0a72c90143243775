// Generated from Protocol/uploads.proto by `make generate`; change that and generate again.
package import Wire

package enum UploadKind: Int32, CaseIterable, Sendable {
    case unspecified = 0
    case roster = 1
}

/// The request of the call opens the upload; the items that follow carry the file in order, ≤ 64 KiB each.
package struct UploadRequest: Message {
    package static let typeName = "rollcall.UploadRequest"

    package var kind: UploadKind
    package var offering: UInt64
    package var fileName: String
    package var size: UInt64
    /// BLAKE2b-256 of the whole file
    package var digest: [UInt8]
    package var dryRun: Bool
    package var allOrNothing: Bool

    package init() {
        kind = .unspecified
        offering = 0
        fileName = ""
        size = 0
        digest = []
        dryRun = false
        allOrNothing = false
    }

    package init(
        kind: UploadKind = .unspecified, offering: UInt64 = 0, fileName: String = "", size: UInt64 = 0,
        digest: [UInt8] = [], dryRun: Bool = false, allOrNothing: Bool = false
    ) {
        self.kind = kind
        self.offering = offering
        self.fileName = fileName
        self.size = size
        self.digest = digest
        self.dryRun = dryRun
        self.allOrNothing = allOrNothing
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: kind = try reader.readEnum(UploadKind.unspecified)
        case 16: offering = try reader.readUInt64()
        case 26: fileName = try reader.readString()
        case 32: size = try reader.readUInt64()
        case 42: digest = try reader.readBytesField()
        case 48: dryRun = try reader.readBool()
        case 56: allOrNothing = try reader.readBool()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if kind.rawValue != 0 { writer.writeField(8, varint: UInt64(bitPattern: Int64(kind.rawValue))) }
        if offering != 0 { writer.writeField(16, varint: offering) }
        if !fileName.isEmpty { writer.writeField(26, string: fileName) }
        if size != 0 { writer.writeField(32, varint: size) }
        if !digest.isEmpty { writer.writeField(42, bytes: digest) }
        if dryRun { writer.writeField(48, varint: dryRun ? 1 : 0) }
        if allOrNothing { writer.writeField(56, varint: allOrNothing ? 1 : 0) }
    }
}

package struct UploadChunk: Message {
    package static let typeName = "rollcall.UploadChunk"

    package var bytes: [UInt8]

    package init() {
        bytes = []
    }

    package init(bytes: [UInt8] = []) {
        self.bytes = bytes
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: bytes = try reader.readBytesField()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if !bytes.isEmpty { writer.writeField(10, bytes: bytes) }
    }
}

package struct UploadReply: Message {
    package static let typeName = "rollcall.UploadReply"

    package var rows: UInt32
    package var added: UInt32
    package var changed: UInt32
    package var unchanged: UInt32
    /// at most 1,000; bad_count tells all
    package var bad: [BadRow]
    package var badCount: UInt32
    /// false on a dry run, or when all_or_nothing met a bad row
    package var landed: Bool
    /// "UTF-8" or "GB18030"
    package var encoding: String
    /// the bad rows with their reasons, to be mended and sent again (UTF-8 CSV)
    package var mendFile: [UInt8]

    package init() {
        rows = 0
        added = 0
        changed = 0
        unchanged = 0
        bad = []
        badCount = 0
        landed = false
        encoding = ""
        mendFile = []
    }

    package init(
        rows: UInt32 = 0, added: UInt32 = 0, changed: UInt32 = 0, unchanged: UInt32 = 0, bad: [BadRow] = [],
        badCount: UInt32 = 0, landed: Bool = false, encoding: String = "", mendFile: [UInt8] = []
    ) {
        self.rows = rows
        self.added = added
        self.changed = changed
        self.unchanged = unchanged
        self.bad = bad
        self.badCount = badCount
        self.landed = landed
        self.encoding = encoding
        self.mendFile = mendFile
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: rows = try reader.readUInt32()
        case 16: added = try reader.readUInt32()
        case 24: changed = try reader.readUInt32()
        case 32: unchanged = try reader.readUInt32()
        case 42: bad.append(try reader.readMessage(into: nil, depth: depth))
        case 48: badCount = try reader.readUInt32()
        case 56: landed = try reader.readBool()
        case 66: encoding = try reader.readString()
        case 74: mendFile = try reader.readBytesField()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if rows != 0 { writer.writeField(8, varint: UInt64(rows)) }
        if added != 0 { writer.writeField(16, varint: UInt64(added)) }
        if changed != 0 { writer.writeField(24, varint: UInt64(changed)) }
        if unchanged != 0 { writer.writeField(32, varint: UInt64(unchanged)) }
        for value in bad { writer.writeField(42, message: value) }
        if badCount != 0 { writer.writeField(48, varint: UInt64(badCount)) }
        if landed { writer.writeField(56, varint: landed ? 1 : 0) }
        if !encoding.isEmpty { writer.writeField(66, string: encoding) }
        if !mendFile.isEmpty { writer.writeField(74, bytes: mendFile) }
    }
}

package struct BadRow: Message {
    package static let typeName = "rollcall.BadRow"

    package var line: UInt32
    package var column: String
    package var value: String
    package var reason: String

    package init() {
        line = 0
        column = ""
        value = ""
        reason = ""
    }

    package init(line: UInt32 = 0, column: String = "", value: String = "", reason: String = "") {
        self.line = line
        self.column = column
        self.value = value
        self.reason = reason
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: line = try reader.readUInt32()
        case 18: column = try reader.readString()
        case 26: value = try reader.readString()
        case 34: reason = try reader.readString()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if line != 0 { writer.writeField(8, varint: UInt64(line)) }
        if !column.isEmpty { writer.writeField(18, string: column) }
        if !value.isEmpty { writer.writeField(26, string: value) }
        if !reason.isEmpty { writer.writeField(34, string: reason) }
    }
}

package struct TemplateRequest: Message {
    package static let typeName = "rollcall.TemplateRequest"

    package var kind: UploadKind

    package init() {
        kind = .unspecified
    }

    package init(kind: UploadKind = .unspecified) {
        self.kind = kind
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: kind = try reader.readEnum(UploadKind.unspecified)
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if kind.rawValue != 0 { writer.writeField(8, varint: UInt64(bitPattern: Int64(kind.rawValue))) }
    }
}

package struct TemplateReply: Message {
    package static let typeName = "rollcall.TemplateReply"

    package var fileName: String
    package var bytes: [UInt8]

    package init() {
        fileName = ""
        bytes = []
    }

    package init(fileName: String = "", bytes: [UInt8] = []) {
        self.fileName = fileName
        self.bytes = bytes
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: fileName = try reader.readString()
        case 18: bytes = try reader.readBytesField()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if !fileName.isEmpty { writer.writeField(10, string: fileName) }
        if !bytes.isEmpty { writer.writeField(18, bytes: bytes) }
    }
}
