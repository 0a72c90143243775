import Testing

@testable import Crypto

@Suite struct RefusalTests {
    private let contexts: [Context] = [
        .site, .tlsKey, .terminalAuthentication, .enrolmentProof, .enrolmentCode, .sessionToken, .smsCode, .puzzle,
        .logOpening, .logID, .batch, .logClosing, .receipt, .boot, .serverLogPosition, .scopeItem, .venueCode,
        .pass, .certificate,
        .idNumberSearch, .phoneSearch, .rosterName, .atRest, .blobChunk, .blobAddress, .requestDigest, .answerPage,
        .importedLine, .keyDerivation,
    ]

    @Test("no context is another one or the beginning of another")
    func contextsArePrefixFree() {
        for (index, one) in contexts.enumerated() {
            #expect(one.bytes.last == 0 && !one.bytes.dropLast().contains(0))
            for (otherIndex, other) in contexts.enumerated() where otherIndex != index {
                #expect(!other.bytes.starts(with: one.bytes))
            }
        }
    }

    @Test("a signature verifies in its own context and in no other")
    func signatureContexts() throws {
        let key = try SigningKey(seed: [UInt8](repeating: 7, count: 32))
        for made in contexts {
            let signature = key.sign(made, [1, 2], [3])
            for asked in contexts {
                #expect(key.publicKey.verifies(signature, asked, [1], [2, 3]) == (asked == made))
            }
        }
    }

    @Test("a signature with any bit changed, cut or lengthened is refused, as is another's key")
    func signatureMutations() throws {
        let key = try SigningKey(seed: [UInt8](repeating: 7, count: 32))
        let preimage = Preimage(.batch, [1, 2, 3])
        let signature = key.sign(preimage)
        #expect(key.publicKey.verifies(signature, preimage))
        for bit in 0..<512 {
            var changed = signature
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(!key.publicKey.verifies(changed, preimage))
        }
        for length in 0..<64 { #expect(!key.publicKey.verifies(Array(signature[..<length]), preimage)) }
        #expect(!key.publicKey.verifies(signature + [0], preimage))
        #expect(try !SigningKey(seed: [UInt8](0..<32)).publicKey.verifies(signature, preimage))
    }

    @Test("a public key of small order accepts nothing")
    func smallOrder() throws {
        // The neutral point: with it, R = S = 0 would satisfy the equation for any message.
        let neutral: [UInt8] = [1] + [UInt8](repeating: 0, count: 31)
        #expect(try !PublicKey(neutral).verifies(neutral + [UInt8](repeating: 0, count: 32), .batch, [1]))
    }

    @Test("a sealed value opens only under its key, nonce, context and associated data, unchanged")
    func sealedValues() throws {
        let key = try SealingKey([UInt8](0..<32))
        let nonce = [UInt8](0..<24)
        let sealed = key.seal(ascii("李雷"), nonce: nonce, .rosterName, [1], [2])
        #expect(try key.open(sealed, nonce: nonce, .rosterName, [1], [2]) == ascii("李雷"))
        #expect(try key.open(key.seal([], nonce: nonce, .atRest), nonce: nonce, .atRest) == [])
        for other in contexts where other != .rosterName {
            #expect(throws: CryptoError.forged) { try key.open(sealed, nonce: nonce, other, [1], [2]) }
        }
        #expect(throws: CryptoError.forged) { try key.open(sealed, nonce: nonce, .rosterName, [1], [3]) }
        #expect(throws: CryptoError.forged) {
            try SealingKey([UInt8](1..<33)).open(sealed, nonce: nonce, .rosterName, [1], [2])
        }
        #expect(throws: CryptoError.wrongLength(expected: 24, given: 23)) {
            try key.open(sealed, nonce: Array(nonce.dropLast()), .rosterName, [1], [2])
        }
        for bit in 0..<sealed.count * 8 {
            var changed = sealed
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(throws: CryptoError.forged) { try key.open(changed, nonce: nonce, .rosterName, [1], [2]) }
        }
        for length in 0..<sealed.count {
            #expect(throws: CryptoError.forged) {
                try key.open(Array(sealed[..<length]), nonce: nonce, .rosterName, [1], [2])
            }
        }
    }

    @Test("a keyring opens the values of every version, and refuses one it does not hold or that was relabelled")
    func keyring() throws {
        let master = try MasterKey([UInt8](repeating: 9, count: 32))
        let nonce = [UInt8](0..<24)
        let old = SealingKeyring(master, for: .atRest)
        let new = SealingKeyring(master, for: .atRest, current: 2)
        let record = old.seal(ascii("11010519491231002X"), nonce: nonce, .atRest, ascii("person.id_number"), [1])
        #expect(record.count == 18 + SealingKeyring.overhead)
        #expect(try new.open(record, .atRest, ascii("person.id_number"), [1]) == ascii("11010519491231002X"))
        #expect(throws: CryptoError.forged) { try new.open(record, .atRest, ascii("person.id_number"), [2]) }
        #expect(throws: CryptoError.forged) {
            try new.open([2] + record.dropFirst(), .atRest, ascii("person.id_number"), [1])
        }
        #expect(throws: CryptoError.unknownKeyVersion(2)) { try old.open(new.seal([], nonce: nonce, .atRest), .atRest) }
        for length in 0..<SealingKeyring.overhead {
            #expect(throws: CryptoError.self) { try new.open(Array(record[..<length]), .atRest) }
        }
    }

    @Test("keys derived for different uses, versions, kinds and owners differ")
    func derivedKeys() throws {
        let master = try MasterKey([UInt8](repeating: 9, count: 32))
        var seen: Set<[UInt8]> = []
        for context in contexts {
            for version: UInt8 in 1...3 {
                #expect(seen.insert(master.macKey(for: context, version: version).bytes).inserted)
                #expect(seen.insert(master.sealingKey(for: context, version: version).bytes).inserted)
                for id: UInt64 in [0, 1, 256, 1 << 52] {
                    #expect(seen.insert(master.macKey(for: context, of: id, version: version).bytes).inserted)
                    #expect(seen.insert(master.sealingKey(for: context, of: id, version: version).bytes).inserted)
                }
            }
        }
    }

    @Test("keys of a wrong size are refused, and no key shows itself when printed")
    func keys() throws {
        for size in [0, 31, 33, 64] {
            let given = [UInt8](repeating: 1, count: size)
            let refusal = CryptoError.wrongLength(expected: 32, given: size)
            #expect(throws: refusal) { try SigningKey(seed: given) }
            #expect(throws: refusal) { try PublicKey(given) }
            #expect(throws: refusal) { try MACKey(given) }
            #expect(throws: refusal) { try SealingKey(given) }
            #expect(throws: refusal) { try MasterKey(given) }
        }
        let secret = [UInt8](repeating: 211, count: 32)
        let printed = try [
            "\(SigningKey(seed: secret))", "\(MACKey(secret))", "\(SealingKey(secret))", "\(MasterKey(secret))",
            String(reflecting: MasterKey(secret)),
        ]
        for text in printed { #expect(!text.contains("211")) }
    }

    @Test("a digest read piece by piece equals the digest of the whole")
    func stream() {
        let whole = (0..<1000).map { UInt8(truncatingIfNeeded: $0) }
        for size in [1, 127, 128, 129, 1000] {
            var stream = DigestStream(.requestDigest)
            for start in stride(from: 0, to: whole.count, by: size) {
                stream.update(Array(whole[start..<min(start + size, whole.count)]))
            }
            #expect(stream.finish() == Digest.hash(.requestDigest, whole))
        }
        #expect(Digest.hash(Preimage(.requestDigest, whole)) == Digest.hash(.requestDigest, whole))
    }
}
