internal import Wire

/// ATT-6: who a walk-in says they are, as a terminal records it with their first check-in, encrypted in column 7.
///
///     u8 1 ‖ five times uv length ‖ UTF-8: name, ID number, phone, title, unit
package struct WalkInCard: Sendable, Hashable {
    package var name: String
    package var idNumber: String
    package var phone: String
    package var title: String
    package var unit: String

    private static let layout: UInt8 = 1
    /// Bytes of one text; a name, a title and a unit have 200 characters at most.
    private static let textLimit: UInt64 = 1024

    package init(name: String, idNumber: String, phone: String, title: String, unit: String) {
        (self.name, self.idNumber, self.phone, self.title, self.unit) = (name, idNumber, phone, title, unit)
    }

    /// Nil for bytes that are no card.
    package init?(_ bytes: [UInt8]) {
        do throws(DecodeError) {
            var reader = ByteReader(bytes.span)
            guard try reader.readByte() == Self.layout else { return nil }
            var texts: [String] = []
            for _ in 0..<5 {
                let length = try reader.readVarint()
                guard length <= Self.textLimit else { return nil }
                texts.append(String(decoding: try reader.readBytes(length), as: UTF8.self))
            }
            try reader.finish()
            self.init(name: texts[0], idNumber: texts[1], phone: texts[2], title: texts[3], unit: texts[4])
        } catch {
            return nil
        }
    }

    package var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.writeByte(Self.layout)
        for text in [name, idNumber, phone, title, unit] {
            writer.writeVarint(UInt64(text.utf8.count))
            writer.writeBytes(Array(text.utf8))
        }
        return writer.bytes
    }
}

extension DecodedBatch {
    /// Whether any fact has an extension (column 7).
    package var hasExtensions: Bool { !extensions.isEmpty }

    /// The extension of a row; empty for none.
    package func extensionBytes(_ row: Int) -> [UInt8] { extensions[row] ?? [] }
}
