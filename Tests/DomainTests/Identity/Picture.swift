@testable import Domain

/// The smallest pictures that are ones by structure; what they would show is noise.
enum Picture {
    static let scan: [UInt8] = [0x12, 0x34, 0xFF, 0x00, 0x56, 0xFF, 0xD0, 0x78]

    static func jpeg(
        width: Int = 640, height: Int = 400, extra: [(marker: UInt8, bytes: [UInt8])] = [], scan: [UInt8] = scan
    ) -> [UInt8] {
        let frame = [8] + word(height) + word(width) + [1, 1, 0x11, 0]
        return [0xFF, 0xD8] + extra.flatMap { segment($0.marker, $0.bytes) } + segment(0xDB, [0] + Array(1...64))
            + segment(0xC0, frame) + segment(0xDA, [1, 1, 0, 0, 63, 0]) + scan + [0xFF, 0xD9]
    }

    static func png(
        width: Int = 640, height: Int = 400, extra: [(type: String, bytes: [UInt8])] = []
    ) -> [UInt8] {
        PNGWalk.signature + chunk("IHDR", header(width, height)) + extra.flatMap { chunk($0.type, $0.bytes) }
            + chunk("IDAT", [0x78, 0x9C, 1, 2, 3]) + chunk("IEND", [])
    }

    /// - Parameter layout: depth, colour, compression, filter, interlace.
    static func header(_ width: Int, _ height: Int, layout: [UInt8] = [8, 0, 0, 0, 0]) -> [UInt8] {
        long(width) + long(height) + layout
    }

    static func chunk(_ type: String, _ bytes: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + bytes
        return long(bytes.count) + body + long(Int(CRC32.of(body[...])))
    }

    private static func segment(_ marker: UInt8, _ bytes: [UInt8]) -> [UInt8] {
        [0xFF, marker] + word(bytes.count + 2) + bytes
    }

    private static func word(_ value: Int) -> [UInt8] { [UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)] }
    private static func long(_ value: Int) -> [UInt8] { word(value >> 16) + word(value) }
}
