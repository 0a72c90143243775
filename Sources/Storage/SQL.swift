/// The text of a statement, or a part of one: a literal, or composed once, as a `static let`, of literals and parts. Values are
/// parameters and never stand in it.
///
///     static let ofPerson = SQL("SELECT \(columns) FROM award a WHERE a.person = ?1 AND a.id > ?2 ORDER BY a.id LIMIT ?3")
///
/// A text is known by its address, so that a prepared statement is found without a look at the text. Composing copies the
/// text to memory that is never given back: it happens once a `static let` and nowhere else, which a test sees to.
@usableFromInline @safe package struct SQL: ExpressibleByStringLiteral, CustomStringConvertible, @unchecked Sendable {
    // Unchecked: nobody writes to the text or gives its memory back.
    @usableFromInline let start: UnsafePointer<UInt8>
    @usableFromInline let count: Int

    @inlinable
    package init(stringLiteral literal: StaticString) {
        unsafe start = literal.utf8Start
        count = literal.utf8CodeUnitCount
    }

    package init(_ composed: Composed) {
        var text = composed.text
        count = text.utf8.count
        let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: count + 1)
        text.withUTF8 { unsafe copy.initialize(from: $0.baseAddress ?? UnsafePointer(copy), count: $0.count) }
        unsafe start = UnsafePointer(copy)
    }

    var utf8: UnsafeBufferPointer<UInt8> {
        unsafe UnsafeBufferPointer(start: start, count: count)
    }

    var address: UInt {
        unsafe UInt(bitPattern: start)
    }

    /// In one line.
    @usableFromInline package var description: String {
        unsafe String(decoding: utf8, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// A literal into which only other texts of the program can be put.
    package struct Composed: ExpressibleByStringInterpolation {
        let text: String

        package init(stringLiteral literal: String) {
            text = literal
        }

        package init(stringInterpolation parts: Parts) {
            text = parts.text
        }

        package struct Parts: StringInterpolationProtocol {
            var text = ""

            package init(literalCapacity: Int, interpolationCount: Int) {
                text.reserveCapacity(literalCapacity)
            }

            package mutating func appendLiteral(_ literal: String) {
                text += literal
            }

            package mutating func appendInterpolation(_ part: SQL) {
                unsafe text += String(decoding: part.utf8, as: UTF8.self)
            }

            package mutating func appendInterpolation<Value>(_ columns: Columns<Value>) {
                appendInterpolation(columns.text)
            }
        }
    }
}

/// The columns of a record, written once: as a part of statements, and as what a row of them means.
///
///     static let columns = Columns("a.id, a.person, a.reason") { Award(id: $0.id(), person: $0.id(), reason: $0.text()) }
///
/// `read` takes the columns in their order, and the statement may have more behind them. A row of which columns stay unread is
/// an error.
package struct Columns<Value>: Sendable {
    let text: SQL
    package let read: @Sendable (borrowing Row) throws -> Value

    package init(_ text: SQL, read: @escaping @Sendable (borrowing Row) throws -> Value) {
        self.text = text
        self.read = read
    }
}
