package import Console
import QRCodes

/// A QR code in the output of a command: drawn where a person looks at a terminal that is wide enough, and as a picture.
package enum DrawnCode {
    package static let png: Parameter<String?> = .option(
        "png", "FILE", Phrase("also write the QR code as a picture", "同时将二维码写入图片文件"))

    /// Draws the code on a terminal, and nothing as JSON or into a pipe. To be the last that is printed: a window of 24 lines
    /// has room for it alone.
    package static func draw(_ text: String, _ interaction: Interaction) throws {
        guard !interaction.isJSON, let width = interaction.width, let code = QRCode(text) else { return }
        let lines = code.lines
        guard code.columns <= width, lines.count < interaction.height ?? .max else {
            return interaction.say(
                Phrase("enlarge this window: it is too small for the QR code", "窗口过小，无法显示二维码，请放大窗口"))
        }
        for line in lines { try interaction.data(line) }
    }

    /// Replaces the picture as a whole, so that whoever shows it never reads half of one.
    package static func write(_ text: String, to path: String?) throws {
        guard let path, let code = QRCode(text) else { return }
        try PrivateFile.write(code.png(), to: path, mode: 0o644)
    }
}
