import Crypto
import Testing
import Wire

@testable import Passes

/// The vectors were written by another implementation; they never change once released.
@Suite struct VectorTests {
    @Test("every Base45 vector is encoded, decoded or refused as written")
    func base45() throws {
        let lines = try Vectors("base45").lines
        #expect(lines.count == 23)
        for line in lines {
            let words = line.words(1)
            switch line.verb {
            case "both":
                #expect(Base45.encode(bytes(words[0])) == words[1], "\(line)")
                #expect(try Base45.decode(words[1].utf8) == bytes(words[0]), "\(line)")
            case "refuse":
                let refusal = #expect(throws: PassError.self, "\(line)") { try Base45.decode(words[1].utf8) }
                #expect(words[0] == "length" ? refusal == .wrongLength : refusal != .wrongLength, "\(line)")
            default: Issue.record("\(line)")
            }
        }
    }

    @Test("every typed code is printed, read or refused as written")
    func typedCodes() throws {
        let lines = try Vectors("typed-codes").lines
        #expect(lines.count == 25)
        for line in lines {
            switch line.verb {
            case "fingerprint":
                let words = line.words(1)
                let fingerprint = try SiteFingerprint(siteID: bytes(words[0]))
                #expect(fingerprint.text == words[1] && fingerprint.matches(siteID: bytes(words[0])), "\(line)")
                #expect(try SiteFingerprint(text: words[1]) == fingerprint, "\(line)")
            case "enrolment":
                let words = line.words(2)
                let code = try EnrolmentCode(random: bytes(words[0]))
                #expect(code.secret == bytes(words[0]) && code.text == words[2], "\(line)")
                #expect(try EnrolmentCode(text: words[2]) == code, "\(line)")
                let card = EnrolmentCard(code: code, site: try SiteFingerprint(siteID: bytes(words[1])))
                #expect(card.text == "RE1-\(words[2])-\(card.site.text)", "\(line)")
                #expect(try EnrolmentCard(text: card.text.lowercased()) == card, "\(line)")
            case "reads":
                let halves = line.rest.split(separator: "|").map(String.init)
                #expect(try SiteFingerprint(text: halves[0]).text == halves[1], "\(line)")
            case "refuse":
                let words = line.words(1)
                let refusal = #expect(throws: PassError.self, "\(line)") { try SiteFingerprint(text: words[1]) }
                #expect(refusal.map(word) == words[0], "\(line)")
            default: Issue.record("\(line)")
            }
        }
    }

    @Test("ATT-2 every venue code vector is issued, judged without a network, or refused as written")
    func venueCodes() throws {
        let lines = try Vectors("venue-codes").lines
        #expect(lines.count == 81)
        var key: VenueKey?
        var code: VenueCode?
        for line in lines {
            switch line.verb {
            case "issue":
                let words = line.words(7)
                key = try VenueKey(
                    id: number(words[0]), periodSeconds: number(words[1]), key: MACKey(bytes(words[2])))
                code = try VenueCode.issue(
                    #require(key), offering: number(words[3]), course: number(words[4]), atMs: number(words[5]))
                #expect(try code?.slot == number(words[6]) && code?.text == words[7], "\(line)")
                #expect(try VenueCode(text: words[7]) == code, "\(line)")
            case "stand":
                let words = line.words(2)
                let validity = try #require(code).validity(
                    [#require(key)], nowMs: number(words[0]), toleranceMs: number(words[1]))
                #expect(text(validity) == words[2], "\(line)")
            case "forged":
                let forged = try VenueCode(text: line.rest)
                let (now, key) = try (#require(code).slot, #require(key))
                let validity = forged.validity([key], nowMs: key.time(ofSlot: now).lowerBound, toleranceMs: 0)
                #expect(validity == .forged, "\(line)")
            case "refuse":
                let words = line.words(1)
                let refusal = #expect(throws: PassError.self, "\(line)") { try VenueCode(text: words[1]) }
                #expect(refusal.map(word) == words[0], "\(line)")
            default: Issue.record("\(line)")
            }
        }
    }

    @Test("ATT-2 every pass vector is signed, judged without a network, or refused as written")
    func passes() throws {
        let lines = try Vectors("passes").lines
        #expect(lines.count == 42)
        var keys: [SignedPass.Key] = []
        var site: [UInt8] = []
        var signed: SignedPass?
        for line in lines {
            switch line.verb {
            case "sign":
                let words = line.words(10)
                let key = try SigningKey(seed: bytes(words[0]))
                #expect(key.publicKey.bytes == bytes(words[1]), "\(line)")
                site = bytes(words[2])
                keys = try [SignedPass.Key(id: number(words[3]), key: key.publicKey)]
                let (from, to): (Int64, Int64) = try (number(words[7]), number(words[8]))
                let pass = try Pass(
                    #require(Pass.Kind(rawValue: number(words[4]))), person: number(words[5]),
                    offering: number(words[6]), validMs: from * 1000..<to * 1000, serial: number(words[9]))
                signed = try pass.signed(by: key, keyID: number(words[3]), siteID: site)
                #expect(signed?.text == words[10], "\(line)")
                let read = try SignedPass(text: words[10])
                #expect(read == signed && read.pass == pass, "\(line)")
            case "stand":
                let words = line.words(2)
                let validity = try #require(signed).validity(
                    keys, siteID: site, nowMs: number(words[0]), toleranceMs: number(words[1]))
                #expect(text(validity) == words[2], "\(line)")
            case "forged":
                let forged = try SignedPass(text: line.rest)
                let now = forged.pass.validMs.lowerBound
                #expect(forged.validity(keys, siteID: site, nowMs: now) == .forged, "\(line)")
            case "refuse":
                let words = line.words(1)
                let refusal = #expect(throws: PassError.self, "\(line)") { try SignedPass(text: words[1]) }
                #expect(refusal.map(word) == words[0], "\(line)")
            default: Issue.record("\(line)")
            }
        }
    }

    private func number<Number: FixedWidthInteger>(_ text: String) throws -> Number { try #require(Number(text)) }

    private func text(_ validity: Validity) -> String {
        switch validity {
        case .valid: "valid"
        case .expired(let since): "expired \(since)"
        case .future(let wait): "future \(wait)"
        case .forged: "forged"
        }
    }

    private func word(_ error: PassError) -> String {
        switch error {
        case .notOurs: "other"
        case .unsupportedVersion: "version"
        case .tooLong: "long"
        case .wrongLength: "length"
        case .badSymbol(let position): position == 25 ? "filling" : "symbol"
        case .mistyped: "mistyped"
        case .malformed(.truncated): "truncated"
        case .malformed(.trailingBytes): "trailing"
        case .malformed(.overlongVarint): "varint"
        case .malformed(.badValue): "value"
        case .malformed(let other): "\(other)"
        }
    }
}
