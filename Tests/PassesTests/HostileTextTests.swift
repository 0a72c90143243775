import Seeded
import Crypto
import Testing

@testable import Passes

/// Nothing that is scanned or typed traps, and nothing that was changed passes.
@Suite struct HostileTextTests {
    private let seed = UInt64.random(in: 0...UInt64.max)
    private let now: Int64 = 1_790_000_000_000

    private func venueKey() throws -> VenueKey {
        try VenueKey(id: 1, periodSeconds: 60, key: MACKey([UInt8](0..<32)))
    }

    @Test("every truncation and every changed symbol of a venue code is refused or forged")
    func venueCodes() throws {
        let key = try venueKey()
        let text = VenueCode.issue(key, offering: 412, course: 3, atMs: now).text
        #expect(try VenueCode(text: text).validity([key], nowMs: now, toleranceMs: 0) == .valid)
        for changed in truncations(of: text) + mutations(of: text, alphabet: Crockford.alphabet) {
            do throws(PassError) {
                let code = try VenueCode(text: changed)
                #expect(code.validity([key], nowMs: now, toleranceMs: 0) == .forged, "\(changed)")
            } catch { continue }
        }
    }

    @Test("ATT-1a a code of the whole offering, course 0, is as good as one of a course")
    func wholeOffering() throws {
        let key = try venueKey()
        let code = VenueCode.issue(key, offering: 412, course: 0, atMs: now)
        #expect(try VenueCode(text: code.text) == code)
        #expect(try VenueCode(text: code.text).validity([key], nowMs: now, toleranceMs: 0) == .valid)
    }

    @Test("every truncation and every changed symbol of a pass is refused or forged")
    func passes() throws {
        let key = try SigningKey(seed: [UInt8](0..<32))
        let site = key.publicKey.siteID
        let keys = [SignedPass.Key(id: 1, key: key.publicKey)]
        let pass = try Pass(.course, person: 70001, offering: 412, validMs: now..<now + 1, serial: 9)
        let text = pass.signed(by: key, keyID: 1, siteID: site).text
        #expect(try SignedPass(text: text).validity(keys, siteID: site, nowMs: now) == .valid)
        for changed in truncations(of: text) + mutations(of: text, alphabet: Array("09AZ :%".utf8)) {
            do throws(PassError) {
                let signed = try SignedPass(text: changed)
                #expect(signed.validity(keys, siteID: site, nowMs: now) == .forged, "\(changed)")
            } catch { continue }
        }
    }

    @Test("every truncation, every changed symbol and every swap of neighbours in an enrolment code is refused")
    func enrolmentCodes() throws {
        var random = SeededRandom(seed: seed)
        let text = try EnrolmentCode(random: random.bytes(10)).text
        for changed in truncations(of: text) + mutations(of: text, alphabet: Crockford.alphabet) + swaps(of: text) {
            #expect(throws: PassError.self, "\(changed), seed \(seed)") { try EnrolmentCode(text: changed) }
        }
    }

    @Test("any text at all is read, refused, or taken for somebody else's")
    func noise() {
        var random = SeededRandom(seed: seed)
        let starts = ["", "RV1-", "RP1-", "rv1", "RV2-", "RP9", "R"]
        for round in 0..<20_000 {
            let tail = random.bytes(Int(random.next() % 200))
            let ascii = String(decoding: tail.map { 0x20 + $0 % 0x5F }, as: UTF8.self)
            let text = starts[round % starts.count] + (round % 3 == 0 ? String(decoding: tail, as: UTF8.self) : ascii)
            switch Scanned(text) {
            case .pass(let signed): #expect(signed.validity([], siteID: [], nowMs: 0) == .forged)
            case .venueCode(let code): #expect(code.validity([], nowMs: 0, toleranceMs: 0) == .forged)
            case .unreadable: #expect(text.uppercased().hasPrefix("R"))
            case .other(let same): #expect(same == text)
            }
        }
    }

    @Test("a scanner's line end and a clipboard's blanks do no harm; a venue code may be typed in small letters")
    func blanks() throws {
        let key = try SigningKey(seed: [UInt8](0..<32))
        let pass = try Pass(.examTicket, person: 1, offering: 2, validMs: 0..<1, serial: 3)
        let signed = pass.signed(by: key, keyID: 1, siteID: key.publicKey.siteID)
        #expect(Scanned("\u{2}" + signed.text) == .other("\u{2}" + signed.text))
        #expect(Scanned(" \t" + signed.text + "\r\n") == .pass(signed))
        let code = try VenueCode.issue(venueKey(), offering: 412, course: 3, atMs: now)
        #expect(Scanned(code.text.lowercased() + "\r\n") == .venueCode(code))
    }

    @Test("a code is valid under any of several keys, each judged by its own id and period")
    func severalKeys() throws {
        let old = try venueKey()
        let new = try VenueKey(id: 2, periodSeconds: 30, key: MACKey([UInt8](1..<33)))
        let code = VenueCode.issue(old, offering: 412, course: 3, atMs: now)
        #expect(code.validity([new, old], nowMs: now, toleranceMs: 0) == .valid)
        #expect(code.validity([new], nowMs: now, toleranceMs: 0) == .forged)
        let mistaken = try VenueKey(id: 1, periodSeconds: 60, key: MACKey([UInt8](2..<34)))
        #expect(code.validity([mistaken, old], nowMs: now, toleranceMs: 0) == .valid)
    }

    @Test("the wildest clocks and tolerances are judged without overflow")
    func wildClocks() throws {
        let day = try VenueKey(id: 1, periodSeconds: 86_400, key: MACKey([UInt8](0..<32)))
        for time in [Int64.min, -1, 0, now, .max] {
            let code = VenueCode.issue(day, offering: 1, course: 1, atMs: time)
            #expect(try VenueCode(text: code.text) == code)
            for clock in [Int64.min, -1, 0, now, .max] {
                for tolerance in [Int64.min, 0, .max] {
                    #expect(code.validity([day], nowMs: clock, toleranceMs: tolerance) != .forged)
                }
            }
        }
        for period: UInt32 in [0, 86_401, .max] {
            #expect(throws: PassError.self) {
                try VenueKey(id: 1, periodSeconds: period, key: MACKey([UInt8](0..<32)))
            }
        }
    }

    @Test("a pass is refused ids and times that its layout cannot hold")
    func passLimits() {
        let limit: UInt64 = 1 << 53
        for (person, offering) in [(0, 1), (1, 0), (limit, 1), (1, limit)] as [(UInt64, UInt64)] {
            #expect(throws: PassError.self) {
                try Pass(.course, person: person, offering: offering, validMs: 0..<1, serial: 0)
            }
        }
        for valid in [-1..<1, 0..<Int64.max, (1 << 42)..<(1 << 43)] as [Range<Int64>] {
            #expect(throws: PassError.self) {
                try Pass(.course, person: 1, offering: 1, validMs: valid, serial: 0)
            }
        }
    }

    private func truncations(of text: String) -> [String] {
        (0..<text.count).map { String(text.prefix($0)) }
    }

    private func mutations(of text: String, alphabet: [UInt8]) -> [String] {
        let symbols = Array(text.utf8)
        let hyphen = UInt8(ascii: "-")
        return symbols.indices.filter { symbols[$0] != hyphen }.flatMap { index in
            alphabet.filter { $0 != symbols[index] }.map { other in
                var changed = symbols
                changed[index] = other
                return String(decoding: changed, as: UTF8.self)
            }
        }
    }

    private func swaps(of text: String) -> [String] {
        let symbols = Array(text.filter { $0 != "-" }.utf8)
        return symbols.indices.dropLast().filter { symbols[$0] != symbols[$0 + 1] }.map { index in
            var changed = symbols
            changed.swapAt(index, index + 1)
            return String(decoding: changed, as: UTF8.self)
        }
    }
}
