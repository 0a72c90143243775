import Testing
import Wire

@Suite struct FrameTests {
    @Test("a header is eight bytes, little endian, and comes back as it was")
    func layout() {
        let header = FrameHeader(length: 0x03_0201, kind: .call, flags: [.end], stream: 0x0807_0605)
        var bytes: [UInt8] = []
        bytes.append(header)
        #expect(bytes == [0x01, 0x02, 0x03, 0x23, 0x05, 0x06, 0x07, 0x08])
        #expect(FrameHeader(bytes.span, at: 0) == header)
    }

    @Test("every header with fields in range round-trips", arguments: FrameKind.allCases)
    func roundTrip(kind: FrameKind) {
        for length in [0, 1, 4_096, FrameHeader.longest] {
            for stream: UInt32 in [0, 1, .max] {
                let header = FrameHeader(length: length, kind: kind, flags: kind.flags, stream: stream)
                #expect(header.length == length)
                #expect(header.kindNumber == kind.rawValue)
                #expect(header.flags == kind.flags)
                #expect(header.stream == stream)
            }
        }
    }

    @Test("every possible kind and flags octet is accepted or refused for the reason the rules give")
    func everyOctet() throws {
        for octet in UInt8.min...UInt8.max {
            let number = octet & 0x1F
            let flags = FrameFlags(rawValue: octet & 0xE0)
            for stream: UInt32 in [0, 1] {
                let header = FrameHeader(bits: UInt64(octet) << 24 | UInt64(stream) << 32)
                guard let kind = FrameKind(rawValue: number) else {
                    if number >= 24 {
                        #expect(try header.kind(limit: 0) == nil)
                    } else {
                        #expect(throws: FrameError.unknownKind(number)) { try header.kind(limit: 0) }
                    }
                    continue
                }
                if flags.contains(.reserved) || flags == [.end, .more] || !kind.flags.isSuperset(of: flags) {
                    #expect(throws: FrameError.flagsNotAllowed(kind)) { try header.kind(limit: 0) }
                } else if kind.isOfTheConnection != (stream == 0) {
                    #expect(throws: FrameError.streamNotAllowed(kind)) { try header.kind(limit: 0) }
                } else {
                    #expect(try header.kind(limit: 0) == kind)
                }
            }
        }
    }

    @Test("a length beyond the limit is refused whatever the kind")
    func lengths() throws {
        let fits = FrameHeader(length: 4_096, kind: .item, stream: 1)
        #expect(try fits.kind(limit: 4_096) == .item)
        #expect(throws: FrameError.tooLarge(4_096, limit: 4_095)) { try fits.kind(limit: 4_095) }
        let unknown = FrameHeader(bits: 0x1F << 24 | 5_000)
        #expect(throws: FrameError.tooLarge(5_000, limit: 4_096)) { try unknown.kind(limit: 4_096) }
    }

    @Test("no byte of the preface is printable ASCII")
    func preface() {
        #expect(Preface.bytes.count == 8)
        #expect(Preface.bytes.allSatisfy { !(0x20...0x7E).contains($0) })
    }
}
