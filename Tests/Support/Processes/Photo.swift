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
}
