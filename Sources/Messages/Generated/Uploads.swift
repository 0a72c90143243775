// Generated from Protocol/uploads.proto by `make generate`; change that and generate again.

package import Wire

package enum UploadKind: Int32, CaseIterable, Sendable {
    case unspecified = 0
    case roster = 1
    case organisations = 2
    case catalogue = 3
    /// of a round
    case quotas = 4
    /// of a unit
    case trainees = 5
}

/// The request of the call opens the upload; the items that follow carry the file in order, ≤ 64 KiB each.
package struct UploadRequest: Message {
    package static var typeName: String { "UploadRequest" }

    package var kind: UploadKind = .unspecified
    /// what the rows belong to: the offering of a roster, the round of quotas, the unit of trainees; 0 where there is
    /// nothing to name
    package var target: UInt64 = 0
    package var fileName = ""
    package var size: UInt64 = 0
    /// BLAKE2b-256 of the whole file
    package var digest: [UInt8] = []
    package var dryRun = false
    package var allOrNothing = false

    package init() {}

    package init(
        kind: UploadKind = .unspecified, target: UInt64 = 0, fileName: String = "", size: UInt64 = 0,
        digest: [UInt8] = [], dryRun: Bool = false, allOrNothing: Bool = false
    ) {
        self.kind = kind
        self.target = target
        self.fileName = fileName
        self.size = size
        self.digest = digest
        self.dryRun = dryRun
        self.allOrNothing = allOrNothing
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: kind = UploadKind(rawValue: try reader.readInt32()) ?? .unspecified
            case 16: target = try reader.readUInt64()
            case 26: fileName = try reader.readString()
            case 32: size = try reader.readUInt64()
            case 42: digest = try reader.readBytes()
            case 48: dryRun = try reader.readBool()
            case 56: allOrNothing = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, kind.rawValue)
        writer.field(16, target)
        writer.field(26, fileName)
        writer.field(32, size)
        writer.field(42, digest)
        writer.field(48, dryRun)
        writer.field(56, allOrNothing)
    }
}

package struct UploadChunk: Message {
    package static var typeName: String { "UploadChunk" }

    package var bytes: [UInt8] = []

    package init() {}

    package init(bytes: [UInt8] = []) {
        self.bytes = bytes
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: bytes = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, bytes)
    }
}

package struct UploadReply: Message {
    package static var typeName: String { "UploadReply" }

    package var rows: UInt32 = 0
    package var added: UInt32 = 0
    package var changed: UInt32 = 0
    package var unchanged: UInt32 = 0
    /// at most 1,000; bad_count tells all
    package var bad: [BadRow] = []
    package var badCount: UInt32 = 0
    /// false on a dry run, or when all_or_nothing met a bad row
    package var landed = false
    /// "UTF-8" or "GB18030"
    package var encoding = ""
    /// the bad rows with their reasons, to be mended and sent again (UTF-8 CSV)
    package var mendFile: [UInt8] = []
    /// trainees: the accounts that were made, with their first passwords, told once (UTF-8 CSV)
    package var accountsFile: [UInt8] = []

    package init() {}

    package init(
        rows: UInt32 = 0, added: UInt32 = 0, changed: UInt32 = 0, unchanged: UInt32 = 0, bad: [BadRow] = [],
        badCount: UInt32 = 0, landed: Bool = false, encoding: String = "", mendFile: [UInt8] = [],
        accountsFile: [UInt8] = []
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
        self.accountsFile = accountsFile
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: rows = try reader.readUInt32()
            case 16: added = try reader.readUInt32()
            case 24: changed = try reader.readUInt32()
            case 32: unchanged = try reader.readUInt32()
            case 42: try reader.readMessage(appendingTo: &bad)
            case 48: badCount = try reader.readUInt32()
            case 56: landed = try reader.readBool()
            case 66: encoding = try reader.readString()
            case 74: mendFile = try reader.readBytes()
            case 82: accountsFile = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, rows)
        writer.field(16, added)
        writer.field(24, changed)
        writer.field(32, unchanged)
        for value in bad { writer.element(42, value) }
        writer.field(48, badCount)
        writer.field(56, landed)
        writer.field(66, encoding)
        writer.field(74, mendFile)
        writer.field(82, accountsFile)
    }
}

package struct BadRow: Message {
    package static var typeName: String { "BadRow" }

    package var line: UInt32 = 0
    package var column = ""
    package var value = ""
    package var reason = ""

    package init() {}

    package init(line: UInt32 = 0, column: String = "", value: String = "", reason: String = "") {
        self.line = line
        self.column = column
        self.value = value
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: line = try reader.readUInt32()
            case 18: column = try reader.readString()
            case 26: value = try reader.readString()
            case 34: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, line)
        writer.field(18, column)
        writer.field(26, value)
        writer.field(34, reason)
    }
}

package struct TemplateRequest: Message {
    package static var typeName: String { "TemplateRequest" }

    package var kind: UploadKind = .unspecified

    package init() {}

    package init(kind: UploadKind = .unspecified) {
        self.kind = kind
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: kind = UploadKind(rawValue: try reader.readInt32()) ?? .unspecified
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, kind.rawValue)
    }
}

package struct TemplateReply: Message {
    package static var typeName: String { "TemplateReply" }

    package var fileName = ""
    package var bytes: [UInt8] = []

    package init() {}

    package init(fileName: String = "", bytes: [UInt8] = []) {
        self.fileName = fileName
        self.bytes = bytes
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: fileName = try reader.readString()
            case 18: bytes = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, fileName)
        writer.field(18, bytes)
    }
}
