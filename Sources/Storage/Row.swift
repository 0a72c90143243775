/// One row of an answer, readable only inside the closure it is handed to. Columns are read in order, `row.id()`, `row.text()`,
/// each once and to the last, or by number, counted from 0.
///
/// A column that is NULL, or of another type, reads as an empty value, and the query throws `StorageError` (misuse)
/// when the closure returns: no wrong value leaves the query.
@usableFromInline package struct Row: ~Copyable, ~Escapable {
    fileprivate let statement: Statement

    @usableFromInline @_lifetime(borrow statement)
    init(_ statement: borrowing Statement) {
        self.statement = copy statement
    }

    @usableFromInline package func isNull(_ column: Int32) -> Bool { statement.isNull(column) }
    @usableFromInline package func integer(_ column: Int32) -> Int64 { statement.integer(column) }
    package func text(_ column: Int32) -> String { statement.text(column) }
    package func bytes(_ column: Int32) -> [UInt8] { statement.bytes(column) }
    /// The column in whatever form it has.
    package func value(_ column: Int32) -> SQLValue { statement.value(column) }

    package func int32(_ column: Int32) -> Int32 {
        narrowed(column, "a 32-bit integer")
    }

    package func int(_ column: Int32) -> Int {
        narrowed(column, "an integer")
    }

    package func uint8(_ column: Int32) -> UInt8 {
        narrowed(column, "a byte")
    }

    package func uint32(_ column: Int32) -> UInt32 {
        narrowed(column, "an unsigned 32-bit integer")
    }

    /// Reads an id, a sequence, or any other unsigned 64-bit number.
    @usableFromInline package func id(_ column: Int32) -> UInt64 {
        UInt64(bitPattern: integer(column))
    }

    package func bool(_ column: Int32) -> Bool {
        let number = integer(column)
        if number != 0 && number != 1 { statement.note(column, isNot: "a boolean") }
        return number == 1
    }

    /// A value of an enumeration of numbers. One that the enumeration does not know, a newer server's perhaps, is an error like
    /// any other mismatch: nothing stands in for it.
    @inlinable package func enumeration<Value: RawRepresentable>(
        _ column: Int32, _: Value.Type = Value.self
    ) throws(StorageError) -> Value where Value.RawValue: FixedWidthInteger {
        let number = integer(column)
        guard let raw = Value.RawValue(exactly: number), let value = Value(rawValue: raw) else {
            throw unknown(number, in: column, Value.self)
        }
        return value
    }

    /// Not generic, so that the readers of enumerations are small enough to be compiled for each where it is read: as
    /// generic functions they took a fifth of the time of a list.
    @usableFromInline
    func unknown(_ number: Int64, in column: Int32, _ type: Any.Type) -> StorageError {
        .misuse("column \(column) is \(number), which no \(type) is", statement: "\(statement.sql)")
    }

    /// As ``enumeration(_:_:)``, of a column in which 0 says that there is none, as in the protocol.
    @inlinable package func enumerationUnlessZero<Value: RawRepresentable>(
        _ column: Int32, _: Value.Type = Value.self
    ) throws(StorageError) -> Value? where Value.RawValue: FixedWidthInteger {
        try integer(column) == 0 ? nil : enumeration(column)
    }

    @inlinable package func enumerationOrNil<Value: RawRepresentable>(
        _ column: Int32, _: Value.Type = Value.self
    ) throws(StorageError) -> Value? where Value.RawValue: FixedWidthInteger {
        try isNull(column) ? nil : enumeration(column)
    }

    /// As `enumerationOrNil`, but nil for a value that the enumeration does not know: for lists whose elements stand each
    /// for itself, so that one of a newer server's is left out.
    @inlinable package func enumerationIfKnown<Value: RawRepresentable>(
        _ column: Int32, _: Value.Type = Value.self
    ) -> Value? where Value.RawValue: FixedWidthInteger {
        guard !isNull(column), let raw = Value.RawValue(exactly: integer(column)) else { return nil }
        return Value(rawValue: raw)
    }

    package func integerOrNil(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }
    package func int32OrNil(_ column: Int32) -> Int32? { isNull(column) ? nil : int32(column) }
    package func idOrNil(_ column: Int32) -> UInt64? { isNull(column) ? nil : id(column) }
    package func boolOrNil(_ column: Int32) -> Bool? { isNull(column) ? nil : bool(column) }
    package func textOrNil(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }
    package func bytesOrNil(_ column: Int32) -> [UInt8]? { isNull(column) ? nil : bytes(column) }

    private func narrowed<Number: FixedWidthInteger>(_ column: Int32, _ wanted: StaticString) -> Number {
        guard let number = Number(exactly: integer(column)) else {
            statement.note(column, isNot: wanted)
            return 0
        }
        return number
    }
}

/// Columns in order.
extension Row {
    /// Passes over the columns that have not been read.
    package func skipRest() { statement.nextColumn = statement.columnCount }

    package func integer() -> Int64 { integer(next()) }
    package func int32() -> Int32 { int32(next()) }
    package func int() -> Int { int(next()) }
    package func uint8() -> UInt8 { uint8(next()) }
    package func uint32() -> UInt32 { uint32(next()) }
    package func id() -> UInt64 { id(next()) }
    package func bool() -> Bool { bool(next()) }
    package func text() -> String { text(next()) }
    package func bytes() -> [UInt8] { bytes(next()) }

    @inlinable package func enumeration<Value: RawRepresentable>(
        _: Value.Type = Value.self
    ) throws(StorageError) -> Value where Value.RawValue: FixedWidthInteger {
        try enumeration(next())
    }

    @inlinable package func enumerationUnlessZero<Value: RawRepresentable>(
        _: Value.Type = Value.self
    ) throws(StorageError) -> Value? where Value.RawValue: FixedWidthInteger {
        try enumerationUnlessZero(next())
    }

    @inlinable package func enumerationOrNil<Value: RawRepresentable>(
        _: Value.Type = Value.self
    ) throws(StorageError) -> Value? where Value.RawValue: FixedWidthInteger {
        try enumerationOrNil(next())
    }

    package func integerOrNil() -> Int64? { integerOrNil(next()) }
    package func int32OrNil() -> Int32? { int32OrNil(next()) }
    package func idOrNil() -> UInt64? { idOrNil(next()) }
    package func boolOrNil() -> Bool? { boolOrNil(next()) }
    package func textOrNil() -> String? { textOrNil(next()) }
    package func bytesOrNil() -> [UInt8]? { bytesOrNil(next()) }

    @usableFromInline func next() -> Int32 {
        defer { statement.nextColumn += 1 }
        return statement.nextColumn
    }
}
