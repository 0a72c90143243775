import COpenSSL

/// AES-256-GCM with a nonce of 12 bytes, the tag of 16 behind the text.
package enum AES256GCM {
    private static let tagSize = 16

    /// Returns nil unless all of it was sealed with this key.
    /// - Parameters:
    ///   - key: 32 bytes.
    ///   - nonce: 12 bytes.
    package static func open(
        _ sealed: [UInt8], key: [UInt8], nonce: [UInt8], associated: [UInt8]
    ) -> [UInt8]? {
        guard key.count == 32, nonce.count == 12, sealed.count >= tagSize else { return nil }
        guard let context = unsafe EVP_CIPHER_CTX_new() else { return nil }
        defer {
            unsafe EVP_CIPHER_CTX_free(context)
            ERR_clear_error()
        }
        let text = Array(sealed.dropLast(tagSize))
        var tag = Array(sealed.suffix(tagSize))
        var opened = [UInt8](repeating: 0, count: text.count + tagSize)
        var rest = tag
        var (count, last): (Int32, Int32) = (0, 0)
        guard unsafe EVP_DecryptInit_ex2(context, EVP_aes_256_gcm(), key, nonce, nil) == 1,
            unsafe EVP_DecryptUpdate(context, nil, &last, associated, Int32(associated.count)) == 1,
            unsafe EVP_DecryptUpdate(context, &opened, &count, text, Int32(text.count)) == 1,
            unsafe EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(tagSize), &tag) == 1,
            unsafe EVP_DecryptFinal_ex(context, &rest, &last) == 1
        else { return nil }
        return Array(opened.prefix(Int(count)))
    }

    package static func seal(
        _ text: [UInt8], key: [UInt8], nonce: [UInt8], associated: [UInt8]
    ) throws(SignatureError) -> [UInt8] {
        guard key.count == 32, nonce.count == 12, let context = unsafe EVP_CIPHER_CTX_new() else {
            throw SignatureError("encrypting")
        }
        defer { unsafe EVP_CIPHER_CTX_free(context) }
        var sealed = [UInt8](repeating: 0, count: text.count + tagSize)
        var tag = [UInt8](repeating: 0, count: tagSize)
        var rest = tag
        var (count, last): (Int32, Int32) = (0, 0)
        guard unsafe EVP_EncryptInit_ex2(context, EVP_aes_256_gcm(), key, nonce, nil) == 1,
            unsafe EVP_EncryptUpdate(context, nil, &last, associated, Int32(associated.count)) == 1,
            unsafe EVP_EncryptUpdate(context, &sealed, &count, text, Int32(text.count)) == 1,
            unsafe EVP_EncryptFinal_ex(context, &rest, &last) == 1,
            unsafe EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, Int32(tagSize), &tag) == 1
        else { throw SignatureError("encrypting") }
        return sealed.prefix(Int(count)) + tag
    }
}
