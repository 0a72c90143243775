/// A Chinese mobile number: 11 digits. Prefixes are added every few years, so only the first two digits are checked.
package struct MobileNumber: Hashable, Sendable {
    package let text: String

    /// Accepts `+86`, blanks, dashes and full-width characters. Throws `invalid`.
    package init(_ typed: String, field: String = "phone") throws(Refusal) {
        var bytes = halfWidth(typed).utf8.filter { ![0x20, 0x09, 0x2D].contains($0) }
        if bytes.starts(with: "+86".utf8) { bytes.removeFirst(3) }
        guard bytes.count == 11, decimal(bytes) != nil, bytes[0] == UInt8(ascii: "1"), bytes[1] >= UInt8(ascii: "3")
        else {
            throw Refusal(
                .invalid, field: field, "a mobile number has 11 digits, 13… to 19…", zh: "手机号应为 11 位，以 13 至 19 开头")
        }
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// ACC-11c: `138****5678`.
    package var masked: String { mask(text, first: 3, last: 4) }
}
