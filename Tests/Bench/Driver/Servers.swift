import Foundation

/// A C server to compare with.
struct Yardstick: Target {
    let child: Child
    let port: Int
    var tlsPort: Int { port }

    init(_ places: Places, _ name: String, _ arguments: [String] = []) throws {
        child = try Child(places.yardsticks + "/" + name, arguments)
        guard let line = child.line(), let port = Int(line.dropFirst("port=".count)) else {
            throw BenchError("\(name) does not listen")
        }
        self.port = port
    }
}

/// Rollcall's server.
struct OurServer: Target {
    let child: Child
    let port: Int
    let tlsPort: Int
    /// The path of its log.
    let log: String

    /// - Parameters:
    ///   - data: the name of a data directory below the bench's folder.
    ///   - descriptors: the limit of open files.
    ///   - logIsRead: false to let its log fill a pipe.
    init(_ places: Places, data: String, descriptors: Int? = nil, logIsRead: Bool = true) throws {
        log = places.file("\(data).log")
        let limit = descriptors.map { "ulimit -n \($0); " } ?? ""
        child = try Child(
            "/bin/sh",
            [
                "-c", limit + "exec \"$0\" \"$@\"", places.server, "serve", "--data", places.file(data), "--listen",
                "127.0.0.1:0", "--plain", "127.0.0.1:0", "--plain", "unix:" + Self.socket(places, data: data),
            ], log: log, logIsRead: logIsRead)
        var ports: [Substring: Int] = [:]
        while ports.count < 2 {
            guard let line = child.line() else { throw BenchError("rollcalld does not listen; see its log") }
            let words = line.split(separator: " ")
            guard words.first == "listening", words.count == 3, let port = words[2].split(separator: ":").last else {
                continue
            }
            if let number = Int(port) { ports[words[1]] = number }
        }
        port = ports["plain"] ?? 0
        tlsPort = ports["tls"] ?? 0
    }

    /// Returns the port on which it hears notices of gateways, as its log tells.
    func noticePort() throws -> Int {
        for line in try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
        where line.contains("listening for HTTP") {
            let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            if let port = (row?["port"] as? String).flatMap(Int.init) { return port }
        }
        throw BenchError("the server does not tell its port for notices")
    }

    /// Returns the path of the socket for callers without an address.
    static func socket(_ places: Places, data: String) -> String { places.file(data + ".socket") }

    /// Makes a data directory and returns its site and first password.
    static func initialise(_ places: Places, data: String) throws -> (site: String, password: String) {
        let lines = try Child(
            places.server, ["init", "--data", places.file(data)], log: places.file("init.log")
        ).finish()
        var said: [Substring: String] = [:]
        for line in lines {
            let words = line.split(separator: " ")
            if words.count == 2 { said[words[0]] = String(words[1]) }
        }
        guard let site = said["site"], let password = said["password"] else {
            throw BenchError("rollcalld init says neither site nor password")
        }
        return (site, password)
    }
}
