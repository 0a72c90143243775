/// A Chinese mobile number: 11 digits. Prefixes are added every few years, so only the first two digits are checked.
package struct MobileNumber: Hashable, Sendable {
    package let text: String

    /// Accepts the country's code (`+86`, `(+86)`, `0086`, `86`), brackets, blanks, dashes of any kind, invisible and full-width
    /// characters.
    /// Throws `invalid`.
    package init(_ typed: String, field: String = "phone") throws(Refusal) {
        let bytes = decimal(typed.utf8) == nil || typed.utf8.count != 11 ? Self.cleaned(typed) : Array(typed.utf8)
        guard bytes.count == 11, decimal(bytes) != nil, bytes[0] == UInt8(ascii: "1"), bytes[1] >= UInt8(ascii: "3")
        else {
            throw Refusal(
                .invalid, field: field, "a mobile number has 11 digits, 13… to 19…", zh: "手机号应为 11 位，以 13 至 19 开头")
        }
        text = String(decoding: bytes, as: UTF8.self)
    }

    private static func cleaned(_ typed: String) -> [UInt8] {
        let scalars = halfWidth(withoutInvisible(typed)).unicodeScalars.filter {
            !isBlank($0) && !isDash($0) && $0 != "(" && $0 != ")"
        }
        var bytes = Array(String(String.UnicodeScalarView(scalars)).utf8)
        for code in ["+86", "0086", "86"] where bytes.starts(with: code.utf8) && bytes.count == code.utf8.count + 11 {
            bytes.removeFirst(code.utf8.count)
        }
        return bytes
    }

    private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? scalar == "-" : scalar.properties.generalCategory == .dashPunctuation
    }

    /// ACC-11c: `138****5678`.
    package var masked: String { mask(text, first: 3, last: 4) }
}
