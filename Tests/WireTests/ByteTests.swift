import Testing
import Wire

struct ByteTests {
    @Test("a varint of every length is written in its size and read back")
    func varints() throws {
        var values: [UInt64] = [0, 1]
        for bits in 1..<64 { values += [1 << bits - 1, 1 << bits, 1 << bits + 1] }
        for value in values + [.max] {
            var writer = ByteWriter()
            writer.writeVarint(value)
            #expect(writer.bytes.count == ByteWriter.varintSize(value))
            var reader = ByteReader(writer.bytes.span)
            let read = try reader.readVarint()
            #expect(read == value)
            try reader.finish()
        }
    }

    @Test("a fixed layout refuses varints that are longer than need be")
    func overlongVarints() {
        let bad: [[UInt8]] = [[0x80, 0x00], [0xFF, 0x80, 0x00], [UInt8](repeating: 0xFF, count: 9) + [0x02]]
        for bytes in bad + [[UInt8](repeating: 0x80, count: 10) + [0x01]] {
            #expect(throws: DecodeError.overlongVarint, "\(bytes)") {
                var reader = ByteReader(bytes.span)
                _ = try reader.readVarint()
            }
        }
        #expect(throws: DecodeError.truncated) {
            var reader = ByteReader([0x80, 0x80].span)
            _ = try reader.readVarint()
        }
    }

    @Test("signed varints put small numbers of both signs into few bytes")
    func signedVarints() throws {
        for (value, size) in [(0, 1), (-1, 1), (63, 1), (-64, 1), (64, 2), (-65, 2), (.max, 10), (.min, 10)]
            as [(Int64, Int)]
        {
            var writer = ByteWriter()
            writer.writeSignedVarint(value)
            #expect(writer.bytes.count == size)
            var reader = ByteReader(writer.bytes.span)
            let read = try reader.readSignedVarint()
            #expect(read == value)
        }
    }

    @Test("integers of fixed size are little endian")
    func fixedIntegers() throws {
        var writer = ByteWriter()
        writer.writeByte(0xEE)
        writer.writeUInt16(0x0102)
        writer.writeFixed32(0x0304_0506)
        writer.writeFixed64(0x0708_090A_0B0C_0D0E)
        #expect(writer.bytes == [0xEE, 2, 1, 6, 5, 4, 3, 0x0E, 0x0D, 0x0C, 0x0B, 0x0A, 9, 8, 7])
        var reader = ByteReader(writer.bytes.span)
        let byte = try reader.readByte()
        let short = try reader.readUInt16()
        let word = try reader.readFixed32()
        let long = try reader.readFixed64()
        #expect(byte == 0xEE && short == 0x0102 && word == 0x0304_0506 && long == 0x0708_090A_0B0C_0D0E)
        try reader.finish()
        for (count, bytes) in [(2, [1]), (4, [1, 2, 3]), (8, [1, 2, 3, 4, 5, 6, 7])] as [(Int, [UInt8])] {
            #expect(throws: DecodeError.truncated) {
                var reader = ByteReader(bytes.span)
                switch count {
                case 2: _ = try reader.readUInt16()
                case 4: _ = try reader.readFixed32()
                default: _ = try reader.readFixed64()
                }
            }
        }
    }

    @Test("bytes are lent and copied up to the end and not beyond, and what is left over is refused")
    func bytes() throws {
        var reader = ByteReader(([1, 2, 3, 4, 5] as [UInt8]).span)
        let lent = [UInt8](copying: try reader.readSpan(2))
        let copied = try reader.readBytes(1)
        #expect(lent == [1, 2] && copied == [3])
        let rest = [UInt8](copying: reader.remainingSpan)
        let remaining = reader.remaining
        #expect(rest == [4, 5] && remaining == 2)
        var errors: [DecodeError] = []
        do throws(DecodeError) { try reader.finish() } catch { errors.append(error) }
        do throws(DecodeError) { _ = try reader.readSpan(3) } catch { errors.append(error) }
        do throws(DecodeError) { _ = try reader.readBytes(.max) } catch { errors.append(error) }
        #expect(errors == [.trailingBytes, .truncated, .truncated])
        _ = try reader.readSpan(2)
        try reader.finish()
    }
}
