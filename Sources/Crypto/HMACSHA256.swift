import CSodium

/// HMAC-SHA256 (RFC 2104), for outside services that expect it. Our own messages use ``MACKey``.
package enum HMACSHA256 {
    /// Returns 32 bytes. The key may have any length.
    package static func code(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        _ = Sodium.started
        var state = crypto_auth_hmacsha256_state()
        var code = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_bytes()))
        unsafe _ = crypto_auth_hmacsha256_init(&state, key, key.count)
        unsafe _ = crypto_auth_hmacsha256_update(&state, message, UInt64(message.count))
        unsafe _ = crypto_auth_hmacsha256_final(&state, &code)
        return code
    }
}
