import Foundation

/// The generated files and their paths.
struct Tree {
    let root: URL

    func write(_ schema: ProtocolSchema) throws {
        for file in schema.files {
            try writeVocabulary(of: file)
            try writeMessages(of: file)
        }
        var table = heading("Protocol/*.proto")
        MethodTableWriter(schema: schema).write(to: &table)
        try write(table, to: "Sources/Messages/Generated/Method.swift")
        try writeSamples(of: schema)
        let tables = TableWriter(schema: schema)
        try write([("tables", tables.methodsAndErrors)], into: "Protocol/README.md")
        try write(
            [("kinds of file", tables.words(of: "UploadKind")), ("kinds of review", tables.words(of: "ReviewKind"))],
            into: "Docs/CommandLine.md")
    }

    /// Replaces what stands in a page between marks: `<!-- NAME: begin -->` and `<!-- NAME: end -->`.
    private func write(_ parts: [(name: String, text: String)], into page: String) throws {
        let path = root.appendingPathComponent(page)
        var text = try String(contentsOf: path, encoding: .utf8)
        for part in parts {
            guard let begin = text.range(of: "<!-- \(part.name): begin -->\n"),
                let end = text.range(of: "<!-- \(part.name): end -->", range: begin.upperBound..<text.endIndex)
            else { throw SchemaMistake("\(page): no place for \(part.name)") }
            text.replaceSubrange(begin.upperBound..<end.lowerBound, with: part.text)
        }
        try write(text, to: path)
    }

    /// The enumerations, which those share who know no messages.
    private func writeVocabulary(of file: ProtocolSchema.File) throws {
        // The generator alone reads an Effect.
        let enums = file.enums.filter { $0.name != "Effect" }
        guard !enums.isEmpty else { return }
        var swift = heading("Protocol/\(file.area).proto")
        for type in enums {
            EnumWriter(type: type).write(to: &swift)
            swift.line("")
        }
        try write(swift, to: "Sources/Vocabulary/Generated/\(file.title).swift")
    }

    private func writeMessages(of file: ProtocolSchema.File) throws {
        // The messages of the options speak to the generator alone.
        guard file.area != "options", !file.messages.isEmpty else { return }
        var swift = heading("Protocol/\(file.area).proto")
        swift.line("package import Wire")
        swift.line("")
        if !file.comment.isEmpty {
            swift.comment(file.comment, marker: "//")
            swift.line("")
        }
        for message in file.messages {
            MessageWriter(message: message).write(to: &swift)
            swift.line("")
        }
        try write(swift, to: "Sources/Messages/Generated/\(file.title).swift")
    }

    private func writeSamples(of schema: ProtocolSchema) throws {
        let writer = SampleWriter(schema)
        var swift = heading("Protocol/*.proto")
        swift.line("import Messages")
        swift.line("import Wire")
        swift.line("")
        swift.line("/// One message of each type with every field set, the same as in the last block of its vectors.")
        let messages = schema.files.filter { $0.area != "options" }.flatMap(\.messages).sorted { $0.name < $1.name }
        try swift.block("func samples() -> [any Message]") { (swift: inout SwiftText) throws in
            swift.line("var samples: [any Message] = []")
            for message in messages {
                let sample = writer.sample(of: message.name)
                swift.line("samples.append(\(sample.swift))")
                let path = root.appendingPathComponent("Protocol/Vectors/messages/\(message.name).txt")
                let exists = FileManager.default.fileExists(atPath: path.path)
                var vectors = VectorFile(
                    exists ? try String(contentsOf: path, encoding: .utf8) : nil, of: message.name)
                vectors.add(sample)
                try write(vectors.content, to: path)
            }
            swift.line("return samples")
        }
        try write(swift, to: "Tests/MessagesTests/Generated/Samples.swift")
    }

    private func heading(_ source: String) -> SwiftText {
        var swift = SwiftText()
        swift.line("// Generated from \(source) by `make generate`; change that and generate again.")
        swift.line("")
        return swift
    }

    private func write(_ swift: SwiftText, to path: String) throws {
        try write(swift.text, to: root.appendingPathComponent(path))
    }

    private func write(_ text: String, to path: URL) throws {
        try FileManager.default.createDirectory(
            at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: path, options: .atomic)
    }
}
