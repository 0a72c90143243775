package import Console
package import Messages
package import Wire

extension Desk {
    /// Writes an exported list to a file that only its owner reads, in the form that the file's name asks for.
    /// - Parameters:
    ///   - figures: the columns of numbers to calculate with.
    ///   - money: the columns of yuan.
    package func export(
        _ method: Method, _ request: some Message, to path: String, figures: Set<Int> = [], money: Set<Int> = []
    ) throws -> ExitCode {
        try receive(method, request, to: path, figures: figures, money: money) { (chunk: ExportChunk) in chunk.bytes }
    }

    /// Writes a list that comes in pieces of whole rows.
    /// - Parameter bytes: of one piece.
    package func receive<Piece: Message>(
        _ method: Method, _ request: some Message, to path: String, figures: Set<Int> = [], money: Set<Int> = [],
        bytes: (Piece) -> [UInt8]
    ) throws -> ExitCode {
        let file = try ListFile(path)
        var received = 0
        let progress = interaction.progress(Phrase("received KiB", "已接收（KiB）"))
        defer { progress.finish() }
        var failed: CommandFailure?
        do throws(ClientError) {
            try client.items(method, request) { (piece: Piece) throws(ClientError) in
                guard failed == nil else { return }
                let bytes = bytes(piece)
                received += bytes.count
                do throws(CommandFailure) {
                    try file.append(rows: bytes, figures: figures, money: money)
                } catch { failed = error }
                progress.update(received >> 10)
            }
        } catch {
            throw error.commandFailure
        }
        if let failed { throw failed }
        try finish(file, at: path)
        return .ok
    }

    /// Writes a list that is there as comma-separated text.
    package func save(rows bytes: [UInt8], to path: String, mode: UInt32 = 0o600) throws {
        let file = try ListFile(path, mode: mode)
        try file.append(rows: bytes)
        try file.finish()
    }

    /// Puts a list in its place, and says where.
    package func finish(_ file: ListFile, at path: String) throws {
        try file.finish()
        try interaction.show(["file": .string(path), "rows": JSON(file.rows)], text: path)
    }
}
