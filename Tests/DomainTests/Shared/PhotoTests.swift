import Testing

@testable import Domain

@Suite struct PhotoTests {
    private func refused(_ bytes: [UInt8]) -> String? {
        refusal { () throws(Refusal) in try PhotoFile(bytes) }?.text
    }

    @Test("ACC-3a the type of a photo is told by its content, with its size in pixels")
    func formats() throws {
        let jpeg = try PhotoFile(Picture.jpeg(width: 640, height: 400))
        #expect((jpeg.format, jpeg.width, jpeg.height) == (.jpeg, 640, 400))
        let png = try PhotoFile(Picture.png(width: 641, height: 401))
        #expect((png.format, png.width, png.height) == (.png, 641, 401))
        for other in ["GIF89a", "%PDF-1.7", "<svg/>", "PK\u{3}\u{4}", "", "BM"] {
            #expect(refused(Array(other.utf8))?.contains("neither") == true, "\(other)")
        }
    }

    @Test("ACC-3a a photo cut anywhere is refused", arguments: [Picture.jpeg(), Picture.png()])
    func truncated(photo: [UInt8]) {
        for length in 0..<photo.count {
            #expect(refused(Array(photo[..<length])) != nil, "\(length) of \(photo.count)")
        }
    }

    @Test("ACC-3a a photo with something behind its end is refused", arguments: [Picture.jpeg(), Picture.png()])
    func trailing(photo: [UInt8]) {
        for tail in [[0], Array("PK\u{3}\u{4}".utf8), Array("<script>".utf8), photo] {
            #expect(refused(photo + tail)?.contains("behind") == true)
        }
    }

    @Test("ACC-3a what hides in comments and metadata of a photo is not kept, and the picture is")
    func metadata() throws {
        let secret = Array("PK\u{5}\u{6} place 28.2,112.9".utf8)
        let plain = Picture.jpeg()
        for marker in [UInt8(0xE1), 0xE2, 0xED, 0xFE] {
            let photo = try PhotoFile(Picture.jpeg(extra: [(marker, secret)]))
            #expect(photo.bytes == plain)
        }
        // Adobe's segment says how colours are kept.
        #expect(try PhotoFile(Picture.jpeg(extra: [(0xEE, [1, 2, 3])])).bytes.count == plain.count + 7)
        let png = try PhotoFile(Picture.png(extra: [("tEXt", secret), ("eXIf", secret)]))
        #expect(png.bytes == Picture.png())
        #expect(refused(Picture.png(extra: [("EVIL", secret)]))?.contains("broken") == true)
    }

    @Test("ACC-3a a photo is kept whole when it is walked again: what is kept is a photo")
    func stable() throws {
        for photo in [Picture.jpeg(extra: [(0xE1, [9])]), Picture.png(extra: [("tIME", [0, 0, 0, 0, 0, 0, 0])])] {
            let kept = try PhotoFile(photo)
            #expect(try PhotoFile(kept.bytes) == kept)
        }
    }

    @Test("ACC-3a a photo of 5 MiB is taken, one byte more is not")
    func size() throws {
        let empty = Picture.jpeg().count
        let whole = Picture.jpeg(scan: [UInt8](repeating: 7, count: PhotoFile.sizeLimit - empty + Picture.scan.count))
        #expect(whole.count == PhotoFile.sizeLimit)
        #expect(try PhotoFile(whole).bytes.count == PhotoFile.sizeLimit)
        #expect(refused(whole + [0])?.contains("5 MiB") == true)
    }

    @Test(
        "ACC-3a a side has 100 to 12,000 pixels",
        arguments: [(99, false), (100, true), (12_000, true), (12_001, false), (65_535, false)])
    func sides(length: Int, isTaken: Bool) {
        for photo in [
            Picture.jpeg(width: length, height: 500), Picture.jpeg(width: 500, height: length),
            Picture.png(width: length, height: 500), Picture.png(width: 500, height: length),
        ] {
            #expect((refused(photo) == nil) == isTaken)
        }
        #expect(refused(Picture.png(width: 1 << 31, height: 500)) != nil)
    }

    @Test("ACC-3a every byte of a photo's structure changed gives a photo or a refusal, never a trap")
    func changed() {
        for photo in [Picture.jpeg(extra: [(0xE1, [1, 2])]), Picture.png(extra: [("tEXt", [1])])] {
            for place in photo.indices {
                for value in [UInt8(0), 1, 0x7F, 0x80, 0xD8, 0xD9, 0xDA, 0xFE, 0xFF] {
                    var bytes = photo
                    bytes[place] = value
                    _ = try? PhotoFile(bytes)
                }
            }
        }
    }

    @Test("ACC-3a chunks out of order, without data, or with a wrong checksum are refused")
    func order() {
        let header = Picture.chunk("IHDR", Picture.header(200, 200))
        let data = Picture.chunk("IDAT", [1, 2, 3])
        let end = Picture.chunk("IEND", [])
        let palette = Picture.chunk("PLTE", [1, 2, 3])
        func png(_ chunks: [UInt8]...) -> [UInt8] { PNGWalk.signature + chunks.flatMap { $0 } }
        #expect(refused(png(header, data, data, end)) == nil)
        #expect(refused(png(header, palette, data, end)) == nil)
        for bad in [
            png(data, header, end), png(header, end), png(header, header, data, end), png(data, end),
            png(header, data, palette, data, end), png(header, data, palette, end),
            png(header, palette, palette, data, end),
        ] {
            #expect(refused(bad)?.contains("broken") == true)
        }
        var wrong = png(header, data, end)
        wrong[wrong.count - 14] ^= 1
        #expect(refused(wrong)?.contains("broken") == true)
    }

    @Test("ACC-3a a PNG of a depth, colour or interlace that the standard does not have is refused")
    func layout() {
        func png(_ layout: [UInt8], palette: Bool = false, side: Int = 200) -> [UInt8] {
            PNGWalk.signature + Picture.chunk("IHDR", Picture.header(side, side, layout: layout))
                + (palette ? Picture.chunk("PLTE", [1, 2, 3]) : []) + Picture.chunk("IDAT", [1, 2, 3])
                + Picture.chunk("IEND", [])
        }
        for good in [[1, 0], [16, 0], [8, 2], [16, 2], [8, 4], [16, 6]] as [[UInt8]] {
            #expect(refused(png(good + [0, 0, 1])) == nil, "\(good)")
        }
        #expect(refused(png([4, 3, 0, 0, 0], palette: true)) == nil)
        for bad in [
            [99, 0, 0, 0, 0], [0, 0, 0, 0, 0], [3, 0, 0, 0, 0], [4, 2, 0, 0, 0], [8, 1, 0, 0, 0], [8, 7, 0, 0, 0],
            [4, 6, 0, 0, 0], [8, 2, 1, 0, 0], [8, 2, 0, 1, 0], [8, 2, 0, 0, 2], [8, 3, 0, 0, 0],
        ] as [[UInt8]] {
            #expect(refused(png(bad))?.contains("broken") == true, "\(bad)")
        }
        #expect(refused(png([16, 3, 0, 0, 0], palette: true))?.contains("broken") == true)
    }

    @Test("ACC-3a a photo that takes more than 200 MiB to be shown is refused, however small its file")
    func bomb() {
        #expect(refused(Picture.png(width: 7_000, height: 7_000)) == nil)
        #expect(refused(Picture.png(width: 12_000, height: 12_000))?.contains("too many") == true)
        #expect(refused(Picture.jpeg(width: 12_000, height: 12_000))?.contains("too many") == true)
    }

    @Test("the checksum is that of ISO 3309")
    func checksum() {
        #expect(CRC32.of(Array("123456789".utf8)[...]) == 0xCBF4_3926)
    }
}
