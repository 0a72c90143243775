import Foundation

// rollcall-generate DESCRIPTOR-SET ROOT: writes the files generated from Protocol/*.proto into the tree at ROOT. `make
// generate` runs it.
let arguments = CommandLine.arguments
guard arguments.count == 3 else {
    FileHandle.standardError.write(Data("usage: rollcall-generate DESCRIPTOR-SET ROOT\n".utf8))
    exit(2)
}
do {
    let schema = try DescriptorReader.schema([UInt8](Data(contentsOf: URL(fileURLWithPath: arguments[1]))))
    try Tree(root: URL(fileURLWithPath: arguments[2], isDirectory: true)).write(schema)
} catch {
    FileHandle.standardError.write(Data("rollcall-generate: \(error)\n".utf8))
    exit(1)
}
