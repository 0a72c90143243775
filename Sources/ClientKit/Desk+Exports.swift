package import Console
package import Messages
package import Wire

extension Desk {
    /// Writes an exported list to a file that only its owner reads.
    package func export(_ method: Method, _ request: some Message, to path: String) throws -> ExitCode {
        var bytes: [UInt8] = []
        let progress = interaction.progress(Phrase("received KiB", "已接收（KiB）"))
        defer { progress.finish() }
        do throws(ClientError) {
            try client.items(method, request) { (chunk: ExportChunk) throws(ClientError) in
                bytes += chunk.bytes
                progress.update(bytes.count >> 10)
            }
        } catch {
            throw error.commandFailure
        }
        try PrivateFile.write(bytes, to: path)
        try interaction.show(["file": .string(path), "bytes": JSON(bytes.count)], text: path)
        return .ok
    }
}
