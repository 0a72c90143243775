import Foundation

// rollcall-generate DESCRIPTOR-SET OUTPUT-FOLDER: the Swift of Protocol/*.proto. Run by `make generate`.
let arguments = CommandLine.arguments
guard arguments.count == 3 else {
    FileHandle.standardError.write(Data("usage: rollcall-generate DESCRIPTOR-SET OUTPUT-FOLDER\n".utf8))
    exit(2)
}
let schema = try Schema(descriptorSet: [UInt8](Data(contentsOf: URL(fileURLWithPath: arguments[1]))))
let folder = URL(fileURLWithPath: arguments[2])
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)

let heading =
    "// Generated from Protocol/%@ by `make generate`; change that and generate again.\npackage import Wire\n\n"
let enums = Dictionary(uniqueKeysWithValues: schema.files.flatMap(\.enums).map { ($0.name, $0) })
let tables = TableEmitter(schema: schema)
for file in schema.files {
    // The options are read by the generator itself; only Role is of use at run time.
    let messages = file.name == "options" ? [] : file.messages
    let kinds = file.enums.filter { $0.name != "Effect" }
    var parts = kinds.map(tables.enumeration)
    parts += messages.map { MessageEmitter(message: $0, enums: enums).text() }
    guard !parts.isEmpty else { continue }
    let start = heading.replacingOccurrences(of: "%@", with: file.name + ".proto")
    let text =
        (messages.isEmpty ? start.replacingOccurrences(of: "package import Wire\n\n", with: "\n") : start)
        + parts.joined(separator: "\n")
    try text.write(
        to: folder.appendingPathComponent(Naming.typeFile(file.name) + ".swift"), atomically: true, encoding: .utf8)
}
let table = heading.replacingOccurrences(of: "%@", with: "*.proto") + tables.methods()
try table.write(to: folder.appendingPathComponent("Method.swift"), atomically: true, encoding: .utf8)
