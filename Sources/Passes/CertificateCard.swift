package import Crypto
import Wire

/// The code that is printed on a certificate: an address at which it is verified, and behind `#` what it says, signed by
/// the site, which is verified without any network.
///
/// `ADDRESS/c/NUMBER/CODE#SYMBOLS`, where the symbols are Crockford's Base32 of `u8 kind | u8 category | uv credits | uv hours |
/// u32 first day | u32 last day | u32 day of issue | text number | text code | text name | text title | 32 site key | 64
/// signature`; a text is `uv length | UTF-8`. The signature is over `"rollcall.certificate.v1" ‖ site id ‖` all before the key.
package struct CertificateCard: Sendable, Equatable {
    package struct Content: Sendable, Equatable {
        package var kind: UInt8
        /// 0 = none.
        package var category: UInt8
        package var creditsTenths: UInt32
        package var hoursTenths: UInt32
        /// Days since 1970-01-01.
        package var firstDay: Int32
        package var lastDay: Int32
        package var issuedDay: Int32
        package var number: String
        package var code: String
        package var name: String
        package var title: String

        package init(
            kind: UInt8, category: UInt8, creditsTenths: UInt32, hoursTenths: UInt32, firstDay: Int32, lastDay: Int32,
            issuedDay: Int32, number: String, code: String, name: String, title: String
        ) {
            self.kind = kind
            self.category = category
            self.creditsTenths = creditsTenths
            self.hoursTenths = hoursTenths
            self.firstDay = firstDay
            self.lastDay = lastDay
            self.issuedDay = issuedDay
            self.number = number
            self.code = code
            self.name = name
            self.title = title
        }
    }

    /// A title is cut to so many characters, so that the modules of the code stay large enough for a phone.
    package static let titleLimit = 40
    private static let symbolLimit = 1600

    package let content: Content
    private let siteKey: PublicKey
    private let signature: [UInt8]

    /// Deterministic: the same content and key give the same signature.
    package init(_ content: Content, signedBy key: SigningKey) {
        var content = content
        content.title = String(content.title.prefix(Self.titleLimit))
        self.content = content
        siteKey = key.publicKey
        signature = key.sign(.certificate, siteKey.siteID, content.bytes)
    }

    /// Reads the text of the code, or its part behind `#`. It is a claim until ``isGenuine(at:)``.
    package init(text: String) throws(PassError) {
        guard text.utf8.count <= 2 * Self.symbolLimit, let mark = text.lastIndex(of: "#") else { throw .notOurs }
        let symbols = try Crockford.read(String(text[text.index(after: mark)...]), limit: Self.symbolLimit)
        let bytes = try Crockford.bytes(of: symbols)
        do throws(DecodeError) {
            var reader = ByteReader(bytes.span)
            content = try Content(reading: &reader)
            let key = try reader.readBytes(UInt64(PublicKey.size))
            guard let key = try? PublicKey(key) else { throw .badValue("site key") }
            siteKey = key
            signature = try reader.readBytes(UInt64(PublicKey.signatureSize))
            try reader.finish()
        } catch { throw .malformed(error) }
    }

    /// - Parameter address: such as `https://rollcall.example`; may be empty.
    package func text(address: String) -> String {
        let symbols = Crockford.symbols(of: content.bytes + siteKey.bytes + signature)
        return "\(address)\(Self.path(content.number, content.code))#\(Crockford.text(of: symbols))"
    }

    /// Returns whether the site with this fingerprint has signed exactly this.
    package func isGenuine(at site: SiteFingerprint) -> Bool {
        site.matches(siteID: siteKey.siteID)
            && siteKey.verifies(signature, .certificate, siteKey.siteID, content.bytes)
    }

    /// `/c/NUMBER/CODE`: what is not a letter, a digit or `-._~` is escaped.
    package static func path(_ number: String, _ code: String) -> String {
        let escaped = number.utf8.map { byte -> String in
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte)
            guard !isPlain else { return String(UnicodeScalar(byte)) }
            let hex = String(byte, radix: 16, uppercase: true)
            return "%" + (hex.count < 2 ? "0" : "") + hex
        }
        return "/c/\(escaped.joined())/\(code)"
    }
}

extension CertificateCard.Content {
    fileprivate var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 200)
        writer.writeByte(kind)
        writer.writeByte(category)
        writer.writeVarint(UInt64(creditsTenths))
        writer.writeVarint(UInt64(hoursTenths))
        for day in [firstDay, lastDay, issuedDay] { writer.writeFixed32(UInt32(bitPattern: day)) }
        for text in [number, code, name, title] {
            writer.writeVarint(UInt64(text.utf8.count))
            writer.writeBytes(Array(text.utf8))
        }
        return writer.bytes
    }

    fileprivate init(reading reader: inout ByteReader) throws(DecodeError) {
        kind = try reader.readByte()
        category = try reader.readByte()
        creditsTenths = UInt32(truncatingIfNeeded: try reader.readVarint())
        hoursTenths = UInt32(truncatingIfNeeded: try reader.readVarint())
        firstDay = Int32(bitPattern: try reader.readFixed32())
        lastDay = Int32(bitPattern: try reader.readFixed32())
        issuedDay = Int32(bitPattern: try reader.readFixed32())
        number = try Self.text(&reader)
        code = try Self.text(&reader)
        name = try Self.text(&reader)
        title = try Self.text(&reader)
    }

    private static func text(_ reader: inout ByteReader) throws(DecodeError) -> String {
        guard let text = String(validating: try reader.readBytes(reader.readVarint()), as: UTF8.self) else {
            throw .badValue("text")
        }
        return text
    }
}
