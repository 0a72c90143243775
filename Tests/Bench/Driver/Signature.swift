import CSodium

/// Ed25519 over plain bytes, without the product's context, which the yardstick does not have.
struct PlainSigner {
    let publicKey: [UInt8]
    private let secret: [UInt8]

    init(seed: [UInt8]) throws {
        guard sodium_init() >= 0, seed.count == 32 else { throw BenchError("libsodium does not start") }
        var publicKey = [UInt8](repeating: 0, count: 32)
        var secret = [UInt8](repeating: 0, count: 64)
        unsafe _ = crypto_sign_seed_keypair(&publicKey, &secret, seed)
        self.publicKey = publicKey
        self.secret = secret
    }

    func sign(_ message: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: 64)
        unsafe _ = crypto_sign_detached(&signature, nil, message, UInt64(message.count), secret)
        return signature
    }
}
