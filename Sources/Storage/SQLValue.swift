/// A value in the database's form: the five column types use these four.
@usableFromInline package enum SQLValue: Sendable, Equatable {
    case null
    case integer(Int64)
    case text(String)
    case bytes([UInt8])
}

/// A type that can be bound to a statement's parameter.
@usableFromInline package protocol SQLBindable {
    var sqlValue: SQLValue { get }
}

extension SQLValue: SQLBindable {
    @inlinable package var sqlValue: SQLValue { self }
}

extension Int64: SQLBindable {
    @inlinable package var sqlValue: SQLValue { .integer(self) }
}

extension Int: SQLBindable {
    @inlinable package var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Int32: SQLBindable {
    @inlinable package var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension UInt8: SQLBindable {
    @inlinable package var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension UInt16: SQLBindable {
    @inlinable package var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension UInt32: SQLBindable {
    @inlinable package var sqlValue: SQLValue { .integer(Int64(self)) }
}

/// Stores the 64 bits: a number from 2⁶³ up is stored as negative and read back unchanged by `Row.id`, but does not
/// sort. Ids, sequences and times are far below.
extension UInt64: SQLBindable {
    @inlinable package var sqlValue: SQLValue { .integer(Int64(bitPattern: self)) }
}

extension Bool: SQLBindable {
    @inlinable package var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension String: SQLBindable {
    @inlinable package var sqlValue: SQLValue { .text(self) }
}

extension [UInt8]: SQLBindable {
    @inlinable package var sqlValue: SQLValue { .bytes(self) }
}

extension Optional: SQLBindable where Wrapped: SQLBindable {
    @inlinable package var sqlValue: SQLValue { self?.sqlValue ?? .null }
}
