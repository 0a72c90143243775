package import Console
import Crypto
package import Messages
package import Wire

extension Desk {
    private static let piece = 48 << 10

    /// Sends a file in pieces.
    /// - Parameters:
    ///   - piece: the message of one.
    ///   - request: of its size and digest.
    package func send<Reply: Message>(
        _ path: String, _ method: Method, piece: ([UInt8]) -> some Message,
        request: (_ size: UInt32, _ digest: [UInt8]) -> some Message
    ) throws -> Reply {
        let bytes = try PrivateFile.readExisting(path)
        let items = stride(from: 0, to: bytes.count, by: Self.piece).map { start in
            piece(Array(bytes[start..<min(start + Self.piece, bytes.count)]))
        }
        let progress = interaction.progress(Phrase("sending \(path), KiB", "正在上传 \(path)（KiB）"), of: bytes.count >> 10)
        defer { progress.finish() }
        do throws(ClientError) {
            return try client.upload(
                method, request(UInt32(clamping: bytes.count), Digest.file(bytes)), items: items
            ) { count in progress.update(min(count * Self.piece, bytes.count) >> 10) }
        } catch {
            throw error.commandFailure
        }
    }

    /// Receives a file in pieces, and writes it where only its owner reads it.
    /// - Parameter bytes: of one piece.
    package func fetch<Piece: Message>(
        _ method: Method, _ request: some Message, to path: String, bytes: (Piece) -> [UInt8]
    ) throws -> ExitCode {
        var file: [UInt8] = []
        do throws(ClientError) {
            try client.items(method, request) { (piece: Piece) throws(ClientError) in file += bytes(piece) }
        } catch {
            throw error.commandFailure
        }
        try PrivateFile.write(file, to: path)
        try interaction.show(["file": .string(path), "bytes": JSON(file.count)], text: path)
        return .ok
    }
}
