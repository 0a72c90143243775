import Storage
import Wire

/// One piece of a backup, before encryption. The first byte says which.
///
/// - 1, pages: `u32 count | count × u32 number | count × page`. A page that comes again replaces the earlier one.
/// - 2, a piece of a file: `varint length | path | u32 mode | u64 offset | bytes`. Offset 0 begins the file.
/// - 3, the end: see `BackupEnd`.
enum BackupRecord {
    /// The bytes of the pages stand one after the other, without checksums.
    case pages([UInt32], bytes: [UInt8])
    case file(FilePiece)
    case end(BackupEnd)

    struct FilePiece {
        /// Below the data folder: `keys/site.key`.
        let path: String
        let mode: UInt32
        let offset: UInt64
        let bytes: [UInt8]
    }

    /// Pages of one record.
    static let pagesAtOnce = 240
    /// Bytes of a file in one record.
    static let fileBytes = 512 << 10
    private static let pathLimit: UInt64 = 4096

    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 1 << 12)
        switch self {
        case .pages(let numbers, let pages):
            writer = ByteWriter(capacity: 5 + numbers.count * 4 + pages.count)
            writer.writeByte(1)
            writer.writeFixed32(UInt32(numbers.count))
            for number in numbers { writer.writeFixed32(number) }
            writer.writeBytes(pages)
        case .file(let piece):
            writer.writeByte(2)
            writer.writeVarint(UInt64(piece.path.utf8.count))
            writer.writeBytes(Array(piece.path.utf8))
            writer.writeFixed32(piece.mode)
            writer.writeFixed64(piece.offset)
            writer.writeBytes(piece.bytes)
        case .end(let end):
            writer.writeByte(3)
            writer.writeBytes(end.bytes)
        }
        return writer.bytes
    }

    init(_ bytes: [UInt8]) throws(DecodeError) {
        var reader = ByteReader(bytes.span)
        switch try reader.readByte() {
        case 1:
            let count = try reader.readFixed32()
            guard count <= Self.pagesAtOnce else { throw .tooLarge }
            var numbers: [UInt32] = []
            for _ in 0..<count { numbers.append(try reader.readFixed32()) }
            let pages = try reader.readBytes(UInt64(count) * UInt64(Database.pageSize))
            try reader.finish()
            self = .pages(numbers, bytes: pages)
        case 2:
            let length = try reader.readVarint()
            guard length <= Self.pathLimit else { throw .tooLarge }
            let path = String(decoding: try reader.readBytes(length), as: UTF8.self)
            let (mode, offset) = (try reader.readFixed32(), try reader.readFixed64())
            let rest = try reader.readBytes(UInt64(reader.remaining))
            self = .file(FilePiece(path: path, mode: mode, offset: offset, bytes: rest))
        case 3: self = .end(try BackupEnd(Array(bytes.dropFirst())))
        case _: throw .badTag
        }
    }
}
