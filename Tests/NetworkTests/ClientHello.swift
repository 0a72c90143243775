/// The first record of a TLS 1.3 client, by hand: OpenSSL's own always says what ours is told to offer.
enum ClientHello {
    /// - Parameter name: of the application protocol; empty for none.
    static func offering(_ name: String) -> [UInt8] {
        var extensions: [UInt8] = []
        extensions += [0, 10] + sized(sized([0, 29]))
        extensions += [0, 13] + sized(sized([4, 3]))
        extensions += [0, 43] + sized([2, 3, 4])
        extensions += [0, 51] + sized(sized([0, 29] + sized([UInt8](repeating: 9, count: 32))))
        if !name.isEmpty { extensions += [0, 16] + sized(sized([UInt8(name.utf8.count)] + Array(name.utf8))) }
        var hello: [UInt8] = [3, 3] + [UInt8](repeating: 7, count: 32)
        hello += [0] + sized([0x13, 0x01]) + [1, 0] + sized(extensions)
        return [0x16, 3, 1] + sized([1, 0] + sized(hello))
    }

    private static func sized(_ bytes: [UInt8]) -> [UInt8] {
        [UInt8(bytes.count >> 8), UInt8(bytes.count & 0xFF)] + bytes
    }
}
