internal import CSQLite
internal import Glibc

// The columns of the row that stands ready, counted from 0.
extension Statement {
    func isNull(_ column: Int32) -> Bool {
        unsafe sqlite3_column_type(handle, column) == SQLITE_NULL
    }

    func integer(_ column: Int32) -> Int64 {
        unsafe sqlite3_value_int64(value(column, SQLITE_INTEGER, "an integer"))
    }

    func text(_ column: Int32) -> String {
        let value = unsafe value(column, SQLITE_TEXT, "text")
        guard let start = unsafe sqlite3_value_text(value) else { return "" }
        let count = unsafe Int(sqlite3_value_bytes(value))
        return unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func bytes(_ column: Int32) -> [UInt8] {
        let value = unsafe value(column, SQLITE_BLOB, "bytes")
        let start = unsafe sqlite3_value_blob(value)
        let count = unsafe Int(sqlite3_value_bytes(value))
        guard let start = unsafe start, count > 0 else { return [] }
        return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            guard let target = buffer.baseAddress else { return }
            unsafe memcpy(target, start, count)
            filled = count
        }
    }

    func value(_ column: Int32) -> SQLValue {
        switch unsafe sqlite3_column_type(handle, column) {
        case SQLITE_NULL: return .null
        case SQLITE_INTEGER: return .integer(integer(column))
        case SQLITE_TEXT: return .text(text(column))
        case SQLITE_BLOB: return .bytes(bytes(column))
        default:
            note(column, isNot: "of a type the schema knows")
            return .null
        }
    }

    /// The column looked up once, for its type and for what it holds; nobody else has this connection meanwhile.
    private func value(_ column: Int32, _ type: Int32, _ wanted: StaticString) -> OpaquePointer? {
        let value = unsafe sqlite3_column_value(handle, column)
        if unsafe sqlite3_value_type(value) != type { note(column, isNot: wanted) }
        return unsafe value
    }

    /// A column was read as something it is not: `checkRow` throws.
    func note(_ column: Int32, isNot wanted: StaticString) {
        if mismatch == nil { mismatch = Mismatch(column: column, wanted: wanted) }
    }
}
