import Foundation

/// The shared object that ends a process at one of its writes, and what a process needs to be loaded with it.
enum Killer {
    enum How: String, CaseIterable {
        case before, half, after
    }

    /// The write at which a process is killed.
    struct Place: CustomStringConvertible {
        let number: UInt64
        let how: How

        static let nowhere = Place(number: 0, how: .before)

        var description: String { "\(how.rawValue) write \(number)" }
    }

    /// The folder of the built programs, which is this program's.
    static let products: URL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent()

    private static let library = Result { try build() }

    /// - Parameter counter: where the number of writes is counted.
    static func environment(_ place: Place, counter: String) throws -> [String: String] {
        try Data(count: 8).write(to: URL(fileURLWithPath: counter))
        return [
            "LD_PRELOAD": try library.get(), "KILL_AT": "\(place.number)", "KILL_HOW": place.how.rawValue,
            "KILL_COUNTER": counter,
        ]
    }

    /// How many writes were begun.
    static func count(_ counter: String) throws -> UInt64 {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: counter))
        return bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func build() throws -> String {
        let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Support/KillAtWrite/kill_at_write.c").path
        let library = products.appendingPathComponent("kill_at_write.so").path
        let compiler = try Child(
            "/usr/bin/cc", ["-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror", "-o", library, source, "-ldl"],
            errors: nil)
        guard try compiler.wait() == .exited(0) else { throw Child.Trouble.spawn("cc", errno: 0) }
        return library
    }
}
