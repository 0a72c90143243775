internal import CSQLite
internal import Glibc

/// A prepared statement of one connection.
@safe @usableFromInline final class Statement {
    let handle: OpaquePointer
    let sql: SQL
    /// Whether running it cannot change the database.
    @usableFromInline let isReadOnly: Bool
    let parameterCount: Int32
    let columnCount: Int32
    /// The column that the row is asked for next without a number.
    var nextColumn: Int32 = 0
    /// The tables it can change or delete from, as `Changes` numbers them.
    var changes: [Int] = []
    /// The tables it can insert into.
    var growing: [Int] = []
    /// A parameter is large: bound values stay until others take their place.
    private var holdsMuch = false
    private static let much = 4096
    /// The first column that was read as the wrong type; thrown after the row was read.
    var mismatch: Mismatch?

    struct Mismatch {
        let column: Int32
        let wanted: StaticString
    }

    init(_ sql: SQL, on connection: OpaquePointer) throws(StorageError) {
        var handle: OpaquePointer?
        var tail: UnsafePointer<CChar>?
        let code = unsafe sql.utf8.withMemoryRebound(to: CChar.self) { text in
            unsafe sqlite3_prepare_v3(
                connection, text.baseAddress, Int32(text.count), UInt32(SQLITE_PREPARE_PERSISTENT), &handle, &tail)
        }
        guard code == SQLITE_OK else { throw unsafe .last(of: connection, code, sql) }
        guard let handle = unsafe handle else { throw .misuse("an empty statement", statement: "\(sql)") }
        unsafe self.handle = handle
        self.sql = sql
        unsafe isReadOnly = sqlite3_stmt_readonly(handle) != 0
        unsafe parameterCount = sqlite3_bind_parameter_count(handle)
        unsafe columnCount = sqlite3_column_count(handle)
    }

    deinit {
        unsafe sqlite3_finalize(handle)
    }

    func bind(_ value: SQLValue, at index: Int32) throws(StorageError) {
        let code =
            switch value {
            case .null: unsafe sqlite3_bind_null(handle, index)
            case .integer(let number): unsafe sqlite3_bind_int64(handle, index, number)
            case .text(let text): bind(text, at: index)
            case .bytes(let bytes): bind(bytes, at: index)
            }
        if code == SQLITE_MISMATCH { throw StorageError(.text, "text with a zero byte", statement: "\(sql)") }
        guard code == SQLITE_OK else { throw error(code) }
    }

    private func bind(_ text: String, at index: Int32) -> Int32 {
        var text = text
        if text.utf8.count > Self.much { holdsMuch = true }
        return text.withUTF8 { utf8 in
            // A null pointer would bind NULL.
            guard let start = utf8.baseAddress, utf8.count > 0 else {
                return unsafe sqlite3_bind_text(handle, index, "", 0, transient)
            }
            // SQLite would keep it, and hand out what stands before it to whoever reads a C string; PostgreSQL has no such text.
            if unsafe memchr(start, 0, utf8.count) != nil { return SQLITE_MISMATCH }
            return unsafe start.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
                unsafe sqlite3_bind_text64(handle, index, $0, UInt64(utf8.count), transient, UInt8(SQLITE_UTF8))
            }
        }
    }

    private func bind(_ bytes: [UInt8], at index: Int32) -> Int32 {
        if bytes.count > Self.much { holdsMuch = true }
        if bytes.isEmpty { return unsafe sqlite3_bind_zeroblob(handle, index, 0) }
        return unsafe bytes.withUnsafeBytes {
            unsafe sqlite3_bind_blob64(handle, index, $0.baseAddress, UInt64($0.count), transient)
        }
    }

    /// Returns true if a row is available, false if the statement is done.
    func step() throws(StorageError) -> Bool {
        nextColumn = 0
        switch unsafe sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw error(code)
        }
    }

    /// Resets the statement for the next run and frees large parameters.
    func reset() {
        mismatch = nil
        // The code repeats the error that the last step threw.
        unsafe sqlite3_reset(handle)
        if holdsMuch {
            unsafe sqlite3_clear_bindings(handle)
            holdsMuch = false
        }
    }

    /// The row has been looked at: throws when a column was not of the type it was read as, or when columns that were read
    /// in order were not read to the last.
    @usableFromInline func checkRow() throws(StorageError) {
        if let mismatch {
            self.mismatch = nil
            throw .misuse("column \(mismatch.column) is not \(mismatch.wanted)", statement: "\(sql)")
        }
        if nextColumn != 0 && nextColumn != columnCount {
            throw .misuse("\(nextColumn) of \(columnCount) columns were read", statement: "\(sql)")
        }
    }

    private func error(_ code: Int32) -> StorageError {
        unsafe .last(of: sqlite3_db_handle(handle), code, sql)
    }
}

/// Makes SQLite copy bound values.
private var transient: sqlite3_destructor_type {
    unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
