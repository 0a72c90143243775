/// The columns of version 1. A reader may ignore unknown columns from 128 on; an unknown column below defers the whole
/// batch until the reader is upgraded.
enum ColumnID {
    static let kind: UInt64 = 0
    static let subject: UInt64 = 1
    static let elapsed: UInt64 = 2
    static let offering: UInt64 = 3
    static let actor: UInt64 = 4
    static let method: UInt64 = 5
    static let references: UInt64 = 6
    static let extensions: UInt64 = 7
    static let value: UInt64 = 8
    static let assessment: UInt64 = 9
    static let course: UInt64 = 10
    static let slot: UInt64 = 11
    static let proof: UInt64 = 12
    static let sourceStatus: UInt64 = 128
    static let verifyMode: UInt64 = 129
    static let workCode: UInt64 = 130

    /// Ignored bytes that raise the batch's allowance (`BatchAllowance`).
    static let padding: UInt64 = 255

    static let ignorableFrom: UInt64 = 128

    static func isKnown(_ id: UInt64) -> Bool { id <= proof || (sourceStatus...workCode).contains(id) }
}

/// The encodings of a column. An unknown encoding of a known column defers the batch.
enum ColumnEncoding {
    static let constant: UInt8 = 0
    static let runs: UInt8 = 1
    static let packed: UInt8 = 2
    static let rice: UInt8 = 3
    static let sparse: UInt8 = 4
    static let golomb: UInt8 = 5

    static let highest = golomb
}

/// A column unknown to this version, byte for byte.
package struct OpaqueColumn: Sendable, Hashable {
    package var id: UInt64
    package var encoding: UInt8
    package var bytes: [UInt8]

    package init(id: UInt64, encoding: UInt8, bytes: [UInt8]) {
        self.id = id
        self.encoding = encoding
        self.bytes = bytes
    }
}
