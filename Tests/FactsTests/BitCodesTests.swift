import Seeded
import Testing

@testable import Facts

@Suite struct BitCodesTests {
    static let extremes: [UInt64] =
        [0, 1, 2, 22, 23, 24, 25, 255, 256, 1 << 24, 1 << 32 - 1, 1 << 53 - 1, 1 << 56, 1 << 63, .max - 1, .max]

    @Test("a field of every width comes back as it was written, at every place in a byte", arguments: 0...64)
    func fields(width: Int) {
        let mask = width == 64 ? UInt64.max : 1 << UInt64(width) - 1
        let values = Self.extremes.map { $0 & mask }
        for lead in 0..<8 {
            var writer = BitWriter()
            writer.write(0, width: lead)
            for value in values { writer.write(value, width: width) }
            let bytes = writer.finish()
            #expect(bytes.count == (lead + width * values.count + 7) / 8)
            var reader = BitReader(bytes.span)
            let skipped = reader.read(lead)
            #expect(skipped == 0)
            for value in values {
                let read = reader.read(width)
                #expect(read == value)
            }
            let complete = reader.finish()
            #expect(complete)
        }
    }

    @Test("a Rice code of every order holds every number, outliers too", arguments: RiceCode.orders)
    func rice(order: Int) {
        var writer = BitWriter()
        for value in Self.extremes { writer.writeRice(value, order: order) }
        let bytes = writer.finish()
        var reader = BitReader(bytes.span)
        for value in Self.extremes {
            let read = reader.readRice(order)
            #expect(read == value)
        }
        let complete = reader.finish()
        #expect(complete)
    }

    @Test("a Golomb code of every order holds what it may hold", arguments: GolombCode.orders)
    func golomb(order: Int) {
        let values = Self.extremes.filter { $0 < 1 << UInt64(min(63, order + 32)) }
        var writer = BitWriter()
        for value in values { writer.writeGolomb(value, order: order) }
        let bytes = writer.finish()
        var reader = BitReader(bytes.span)
        for value in values {
            let read = reader.readGolomb(order)
            #expect(read == value)
        }
        let complete = reader.finish()
        #expect(complete)
    }

    @Test("the size an order promises is the size it writes")
    func promisedSizes() {
        for seed in UInt64(1)...200 {
            var random = SeededRandom(seed: seed)
            let values = (0...Int(random.number(below: 50))).map { _ in random.number(below: 1 << 45) }
            let rice = RiceCode.best(values)
            var writer = BitWriter()
            for value in values { writer.writeRice(value, order: rice.order) }
            #expect(writer.finish().count == (rice.bits + 7) / 8, "seed \(seed)")
            guard let golomb = GolombCode.best(values) else { continue }
            writer = BitWriter()
            for value in values { writer.writeGolomb(value, order: golomb.order) }
            #expect(writer.finish().count == (golomb.bits + 7) / 8, "seed \(seed)")
        }
    }

    @Test("a number beyond Golomb's reach leaves the column to another encoding")
    func beyondGolomb() {
        #expect(GolombCode.best([0, .max]) == nil)
        #expect(GolombCode.best([3, 1 << 60])?.order ?? 99 > 27)
    }

    @Test("a code that no writer makes is refused: 33 ones of Golomb, a Rice quotient that leaves 64 bits")
    func refusedCodes() {
        for (ones, fine) in [(32, true), (33, false)] {
            var writer = BitWriter()
            writer.write(.max, width: ones)
            writer.write(0, width: 1 + ones)
            let bytes = writer.finish()
            var reader = BitReader(bytes.span)
            let value = reader.readGolomb(0)
            #expect((value != nil) == fine)
        }
        for (quotient, fine) in [(UInt64(1) << 60 - 1, true), (1 << 60, false)] {
            var writer = BitWriter()
            writer.write(.max, width: RiceCode.escape)
            writer.write(quotient, width: 64)
            writer.write(0, width: 4)
            let bytes = writer.finish()
            var reader = BitReader(bytes.span)
            let value = reader.readRice(4)
            #expect((value != nil) == fine)
        }
    }

    @Test("reading beyond the end gives zeros and is noticed afterwards")
    func overrun() {
        var reader = BitReader([0xFF].span)
        let fields = [reader.read(5), reader.read(60)]
        #expect(fields == [31, 7])
        let complete = reader.finish()
        #expect(!complete)
    }

    @Test("padding must be zero and nothing may follow it")
    func padding() {
        for (bytes, fine) in [([0x03], true), ([0x0B], false), ([0x03, 0x00], false)] as [([UInt8], Bool)] {
            var reader = BitReader(bytes.span)
            let field = reader.read(3)
            let complete = reader.finish()
            #expect(field == 3 && complete == fine)
        }
    }
}
