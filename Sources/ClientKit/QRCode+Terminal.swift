import Foundation
package import QRCodes

// A QR code as a picture in a terminal, for those that show pixels. Cells are too coarse for a hall, pixels are not.
extension QRCode {
    /// Returns the most pixels a module may have so that the picture fits; 0 if it does not.
    package func scale(width: Int, height: Int) -> Int { min(width, height) / columns }

    /// The picture as sixels, black on white.
    /// - Parameter scale: pixels a module, at least 1.
    package func sixel(scale: Int) -> String {
        let side = columns * scale
        var text = "\u{1B}Pq\"1;1;\(side);\(side)#0;2;100;100;100#1;2;0;0;0"
        for top in stride(from: 0, to: side, by: 6) {
            let rows = top..<min(top + 6, side)
            text +=
                "#0" + sixels(rows, scale: scale, areDark: false) + "$#1"
                + sixels(rows, scale: scale, areDark: true) + "-"
        }
        return text + "\u{1B}\\"
    }

    /// The picture in kitty's graphics protocol: a PNG in chunks, drawn at the cursor, which stays. Asks for no answer.
    /// - Parameter scale: pixels a module, at least 1.
    package func kitty(scale: Int) -> String {
        let data = Array(Data(png(scale: scale)).base64EncodedString().utf8)
        let starts = stride(from: 0, to: data.count, by: Self.kittyChunk)
        return starts.map { start in
            let end = min(start + Self.kittyChunk, data.count)
            let keys = (start == 0 ? "a=T,f=100,q=2,C=1," : "q=2,") + "m=\(end < data.count ? 1 : 0)"
            return "\u{1B}_G\(keys);" + String(decoding: data[start..<end], as: UTF8.self) + "\u{1B}\\"
        }.joined()
    }

    /// The most characters of one chunk, a multiple of four, as the protocol demands.
    private static let kittyChunk = 4096

    /// One colour of a band of six rows of pixels: a character for each column, repeated ones as `!N` and the character.
    private func sixels(_ rows: Range<Int>, scale: Int, areDark: Bool) -> String {
        var text = ""
        var last: (character: Character, count: Int)?
        func end() {
            guard let last else { return }
            text +=
                last.count < 4
                ? String(repeating: last.character, count: last.count) : "!\(last.count)\(last.character)"
        }
        for module in 0..<columns {
            let bits = rows.reduce(0) { bits, row in
                let dark = isDark(row / scale - Self.quiet, module - Self.quiet)
                return dark == areDark ? bits | 1 << (row - rows.lowerBound) : bits
            }
            let character = Character(UnicodeScalar(UInt8(63 + bits)))
            if let before = last, before.character == character {
                last = (character, before.count + scale)
            } else {
                end()
                last = (character, scale)
            }
        }
        end()
        return text
    }
}
