internal import CQRCode
internal import CZlib

/// A QR code of ISO 18004, error correction level M, as modules, as lines for a terminal and as a picture.
package struct QRCode: Sendable {
    /// Modules a side, without the quiet zone.
    package let width: Int
    private let dark: [Bool]

    /// Light modules on each side, as the standard asks.
    package static let quiet = 4

    /// - Parameter text: at most 1,000 bytes; capitals, digits and `$%*+-./: ` need little more than half the room of others.
    /// - Returns: nil for a text that is empty or does not fit.
    package init?(_ text: String) {
        let code = unsafe QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1)
        guard let code = unsafe code else { return nil }
        defer { unsafe QRcode_free(code) }
        let width = Int(unsafe code.pointee.width)
        guard let modules = unsafe code.pointee.data else { return nil }
        self.width = width
        // The lowest bit of a module is its colour, the others say what it is for.
        dark = unsafe UnsafeBufferPointer(start: modules, count: width * width).map { $0 & 1 == 1 }
    }

    /// Columns of its lines on a terminal.
    package var columns: Int { width + 2 * Self.quiet }

    /// Lines for a terminal, each two rows of modules in half blocks, black on white whatever the terminal's colours are.
    package var lines: [String] {
        let rows = -Self.quiet..<width + Self.quiet
        return stride(from: rows.lowerBound, to: rows.upperBound, by: 2).map { row in
            let blocks = rows.map { column -> Character in
                switch (isDark(row, column), isDark(row + 1, column)) {
                case (true, true): "█"
                case (true, false): "▀"
                case (false, true): "▄"
                case (false, false): " "
                }
            }
            return "\u{1B}[38;5;16;48;5;231m" + String(blocks) + "\u{1B}[0m"
        }
    }

    /// A PNG picture, one bit a pixel.
    /// - Parameter scale: pixels a module.
    package func png(scale: Int = 8) -> [UInt8] {
        let side = columns * scale
        var pixels: [UInt8] = []
        for row in 0..<side {
            // The filter of a row: none.
            pixels.append(0)
            for start in stride(from: 0, to: side, by: 8) {
                pixels.append(
                    (0..<8).reduce(0) { byte, bit in
                        let column = start + bit
                        let isLight = column >= side || !isDark(row / scale - Self.quiet, column / scale - Self.quiet)
                        return byte << 1 | (isLight ? 1 : 0)
                    })
            }
        }
        let size = bigEndian(UInt32(side))
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("IHDR", size + size + [1, 0, 0, 0, 0]) + chunk("IDAT", compressed(pixels)) + chunk("IEND", [])
    }

    /// Counts from 0; outside the code all is light.
    package func isDark(_ row: Int, _ column: Int) -> Bool {
        let inside = 0..<width
        return inside.contains(row) && inside.contains(column) && dark[row * width + column]
    }

    private func chunk(_ kind: String, _ content: [UInt8]) -> [UInt8] {
        let body = Array(kind.utf8) + content
        let check = unsafe crc32(0, body, UInt32(body.count))
        return bigEndian(UInt32(content.count)) + body + bigEndian(UInt32(check))
    }

    private func bigEndian(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> (24 - 8 * $0) & 0xFF) } }

    private func compressed(_ bytes: [UInt8]) -> [UInt8] {
        var size = compressBound(UInt(bytes.count))
        var result = [UInt8](repeating: 0, count: Int(size))
        let code = unsafe compress2(&result, &size, bytes, UInt(bytes.count), Z_BEST_COMPRESSION)
        precondition(code == Z_OK, "zlib refused a buffer of the size that it asked for: \(code)")
        return Array(result.prefix(Int(size)))
    }
}
