/// Decimal digits of a number, padded with zeros to a width.
func digits(_ value: some BinaryInteger, _ width: Int) -> String {
    let text = String(value.magnitude)
    let padding = String(repeating: "0", count: max(0, width - text.count))
    return (value < 0 ? "-" : "") + padding + text
}

/// Parses ASCII digits; nil for an empty input, any other character, and a value beyond `Int`.
func decimal(_ bytes: some Collection<UInt8>) -> Int? {
    guard !bytes.isEmpty else { return nil }
    var value = 0
    for byte in bytes {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        let (product, tooLarge) = value.multipliedReportingOverflow(by: 10)
        let (sum, overflow) = product.addingReportingOverflow(Int(byte) - 0x30)
        guard !tooLarge, !overflow else { return nil }
        value = sum
    }
    return value
}

/// Removes characters that copying from other programs leaves in numbers and that nobody sees: zero-width and direction
/// characters, and not controls. For numbers alone: in a name they are refused.
func withoutInvisible(_ text: String) -> String {
    // No format character is ASCII; the table of categories is slow.
    func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.isASCII && scalar.properties.generalCategory == .format
    }
    guard text.unicodeScalars.contains(where: isInvisible) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isInvisible($0) }))
}

/// Removes blanks at both ends: ASCII ones, full-width and no-break spaces, and a byte order mark.
func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }), let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[first...last])
}

func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x3000, 0xFEFF: true
    default: false
    }
}
