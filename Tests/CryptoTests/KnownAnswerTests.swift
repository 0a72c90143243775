import Testing

@testable import Crypto

/// Answers published by the standards, or computed by another implementation that reproduces the standard's.
@Suite struct KnownAnswerTests {
    @Test(
        "Ed25519 makes and accepts the signatures of RFC 8032",
        arguments: [
            (
                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                    + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
            ),
            (
                "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                    + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
            ),
            (
                "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
                "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                    + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
            ),
            (
                "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
                "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
                "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                    + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
                "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b589"
                    + "09351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"
            ),
        ])
    func ed25519(seed: String, publicKey: String, message: String, signature: String) throws {
        let key = try SigningKey(seed: bytes(seed))
        #expect(key.publicKey.bytes == bytes(publicKey))
        #expect(key.sign(raw: bytes(message)) == bytes(signature))
        #expect(key.publicKey.verifies(bytes(signature), raw: bytes(message)))
    }

    @Test("BLAKE2b agrees with the self-test of RFC 7693, keyed and unkeyed, over every size it names")
    func blake2b() {
        #expect(
            blake(ascii("abc"), size: 64)
                == bytes(
                    "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
                        + "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923"))

        var all = Blake2b(size: 32)
        for size in [20, 32, 48, 64] {
            for length in [0, 3, 128, 129, 255, 1024] {
                let input = selfTestSequence(length, seed: length)
                all.update(blake(input, size: size))
                all.update(blake(input, size: size, key: selfTestSequence(size, seed: size)))
            }
        }
        #expect(all.finish() == bytes("c23a7800d98123bd10f506c61e29da5603d763b8bbad2e737f5e765a7bccd475"))
    }

    private func blake(_ input: [UInt8], size: Int, key: [UInt8] = []) -> [UInt8] {
        var state = Blake2b(size: size, key: key)
        state.update(input)
        return state.finish()
    }

    /// The generator of RFC 7693, appendix E.
    private func selfTestSequence(_ length: Int, seed: Int) -> [UInt8] {
        var (a, b) = (0xDEAD_4BAD &* UInt32(seed), UInt32(1))
        return (0..<length).map { _ in
            (a, b) = (b, a &+ b)
            return UInt8(b >> 24)
        }
    }

    // The library has one lane and no secret, so the vector of RFC 9106 itself cannot be asked of it. These answers come
    // from the implementation in pyca/cryptography, after it gave the RFC's.
    @Test(
        "Argon2id agrees with an implementation that reproduces RFC 9106",
        arguments: [
            (
                "password", ascii("somesaltsomesalt"), 2, 64,
                "1a98fba8e6394425c9bdc333a9c750aaf811df070f5fb4a5788e1cf4db5793a1"
            ),
            (
                "", [UInt8](repeating: 0, count: 16), 1, 8,
                "cfa0d2d242da6703d311d7eefc922e39cc60c9f4ec93a67d20995be541a06be4"
            ),
            (
                "密码 is 中文", [UInt8](0..<16), 3, 256,
                "a6c33e1dace1732e49017930cbcce519c78b0ad0132b9a20606c14dbc1215580"
            ),
            (
                "password", ascii("somesaltsomesalt"), 2, 19456,
                "2b5dc4054886ec957ef59c73b661c54dd6fb274590b278f657c6d96aac8fa6d1"
            ),
        ] as [(String, [UInt8], UInt32, UInt32, String)])
    func argon2id(password: String, salt: [UInt8], passes: UInt32, memoryKiB: UInt32, hash: String) throws {
        let cost = try #require(PasswordHash.Cost(memoryKiB: memoryKiB, passes: passes))
        #expect(try PasswordHash.derive(password: ascii(password), salt: salt, cost: cost) == bytes(hash))
    }

    @Test("XChaCha20-Poly1305 agrees with draft-irtf-cfrg-xchacha, A.3.1")
    func xchacha() throws {
        let key = try SealingKey([UInt8](0x80..<0xA0))
        // The draft's associated data carries no context: the vector is checked below that layer.
        let sealed = key.seal(
            ascii(
                "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, "
                    + "sunscreen would be it."),
            nonce: [UInt8](0x40..<0x58), raw: bytes("50515253c0c1c2c3c4c5c6c7"))
        #expect(
            sealed
                == bytes(
                    "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39"
                        + "ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3"
                        + "fff921f9664c97637da9768812f615c68b13b52e" + "c0875924c1c7987947deafd8780acf49"))
    }

    @Test("SipHash-2-4 agrees with the vectors of its authors")
    func sipHash() throws {
        let hash = try ShortHash([UInt8](0..<16))
        #expect(hash.of([]) == 0x726F_DB47_DD0E_0E31)
        #expect(hash.of([UInt8](0..<15)) == 0xA129_CA61_49BE_45E5)
    }

    @Test("what is sealed to a key opens with its own secret half alone")
    func boxKey() throws {
        let key = try BoxKey(seed: [UInt8](repeating: 1, count: 32))
        let other = try BoxKey(seed: [UInt8](repeating: 2, count: 32))
        // Opened by the library, which knows the value as one of its own.
        var sealed = try BoxKey.seal(ascii("a key"), to: key.publicKey, seed: [UInt8](repeating: 3, count: 32))
        #expect(try key.open(sealed) == ascii("a key"))
        #expect(throws: CryptoError.forged) { try other.open(sealed) }
        for index in sealed.indices {
            sealed[index] ^= 1
            #expect(throws: CryptoError.forged) { try key.open(sealed) }
            sealed[index] ^= 1
        }
        #expect(throws: CryptoError.forged) { try key.open(Array(sealed.prefix(47))) }
    }

    @Test("a context stands before what is hashed, with its zero byte")
    func contexts() throws {
        #expect(
            try PublicKey([UInt8](0..<32)).siteID
                == bytes("458a04a80c212678e80488981c1b30f95e607ac63e96dd3b5d2573a774965e5d"))
        #expect(
            try MACKey([UInt8](0..<32)).mac(.receipt, ascii("lo"), ascii("g"))
                == bytes("176ae12ef749279c1ae4fe77a2d0e522bb144f03be544675d8eeeb64895fab23"))
        #expect(Digest.hash16(.scopeItem, ascii("x")) == bytes("cb899956b272581ea3a8d510e8d699e1"))
    }
}
