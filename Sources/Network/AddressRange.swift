import Glibc

/// An address, or a network: `192.0.2.1`, `10.0.0.0/8`, `2001:db8::/32`.
package struct AddressRange: Sendable {
    private let base: Address
    private let bits: Int

    /// - Throws: `NetworkError.badEndpoint` unless the text is a numeric address or network; names are not looked up.
    package init(_ text: String) throws(NetworkError) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let base = Address(literal: String(parts[0])) else { throw .badEndpoint(text) }
        let most = base.family == 4 ? 32 : 128
        self.base = base
        guard parts.count == 2 else {
            bits = most
            return
        }
        guard let bits = Int(parts[1]), (0...most).contains(bits) else { throw .badEndpoint(text) }
        self.bits = bits
    }

    /// - Parameter literal: a numeric address; any other text is in no network.
    package func contains(literal: String) -> Bool { Address(literal: literal).map(contains) ?? false }

    func contains(_ address: Address) -> Bool {
        guard address.family == base.family else { return false }
        return zip(address.octets, base.octets).enumerated().allSatisfy { index, pair in
            let counted = min(max(bits - index * 8, 0), 8)
            return counted == 0 || (pair.0 ^ pair.1) >> (8 - counted) == 0
        }
    }
}
