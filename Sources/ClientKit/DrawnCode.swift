package import Console
import QRCodes

/// A QR code in the output of a command: drawn where a person looks at a terminal that is wide enough, and as a picture.
package enum DrawnCode {
    package static let png: Parameter<String?> = .option(
        "png", "FILE", Phrase("also write the QR code as a picture", "同时将二维码写入图片文件"))

    /// Lines to print with `Interaction.data`; none for JSON, for a pipe, and for a terminal that is too narrow.
    package static func lines(_ text: String, _ interaction: Interaction) -> [String] {
        guard !interaction.isJSON, let width = interaction.width, let code = QRCode(text), code.columns <= width
        else { return [] }
        return code.lines
    }

    /// Replaces the picture as a whole, so that whoever shows it never reads half of one.
    package static func write(_ text: String, to path: String?) throws {
        guard let path, let code = QRCode(text) else { return }
        try PrivateFile.write(code.png(), to: path, mode: 0o644)
    }
}
