// Generated from Protocol/errors.proto by `make generate`; change that and generate again.

package import Wire

// The one table of errors. A number is stable for ever; a retired one stays here as reserved.
// A new number only where a caller would act on it.

/// What a caller is told instead of a reply, in an error frame or for one row of many.
package struct Failure: Message {
    package static var typeName: String { "Failure" }

    package var code: ErrorCode? = nil
    package var name = ""
    package var retryable = false
    package var retryAfterMs: UInt32 = 0
    /// the field, or "row 12" of an upload
    package var field = ""
    package var text = ""

    package init() {}

    package init(
        code: ErrorCode? = nil, name: String = "", retryable: Bool = false, retryAfterMs: UInt32 = 0,
        field: String = "", text: String = ""
    ) {
        self.code = code
        self.name = name
        self.retryable = retryable
        self.retryAfterMs = retryAfterMs
        self.field = field
        self.text = text
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: code = ErrorCode(rawValue: try reader.readInt32())
            case 18: name = try reader.readString()
            case 24: retryable = try reader.readBool()
            case 32: retryAfterMs = try reader.readUInt32()
            case 42: field = try reader.readString()
            case 50: text = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, code?.rawValue ?? 0)
        writer.field(18, name)
        writer.field(24, retryable)
        writer.field(32, retryAfterMs)
        writer.field(42, field)
        writer.field(50, text)
    }
}
