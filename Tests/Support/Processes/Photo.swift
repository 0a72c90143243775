package import Foundation

/// A small picture as a phone would send one: a white PNG of 480 × 300.
package enum Photo {
    package static let bytes =
        Data(
            base64Encoded: ""
                + "iVBORw0KGgoAAAANSUhEUgAAAeAAAAEsAQAAAAAzhV33AAAAUElEQVR42u3LMQ0AAAwDoPo33YrY"
                + "tQR+0oPIsizLsizLsizLsizLsizLsizLsizLsizLsizLsizLsizLsizLsizLsizLsizLsizLsizL"
                + "8r88PksNy561S50AAAAASUVORK5CYII="
        ) ?? Data()

    /// Bytes that occur in no other file.
    package static let core = bytes.dropFirst(41).prefix(40)

    /// A grey JPEG of 104 by 104 pixels: each block says with two bits that it is as the one before.
    package static let jpeg: Data = {
        func segment(_ marker: UInt8, _ bytes: [UInt8]) -> [UInt8] {
            [0xFF, marker, 0, UInt8(bytes.count + 2)] + bytes
        }
        func huffman(_ table: UInt8) -> [UInt8] { [table, 1] + [UInt8](repeating: 0, count: 15) + [0] }
        return Data(
            [0xFF, 0xD8] + segment(0xDB, [0] + [UInt8](repeating: 1, count: 64))
                + segment(0xC0, [8, 0, 104, 0, 104, 1, 1, 0x11, 0]) + segment(0xC4, huffman(0x00))
                + segment(0xC4, huffman(0x10)) + segment(0xDA, [1, 1, 0, 0, 63, 0])
                + [UInt8](repeating: 0, count: 42) + [0x3F, 0xFF, 0xD9])
    }()
}
