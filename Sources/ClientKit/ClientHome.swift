package import Console
import Glibc
import Network
import Passes

/// The folder that stores the server and the session of a client.
///
/// `server`: lines `server HOST:PORT`, `site FINGERPRINT`, `transport tls|plain`. `session`: the token, 32 bytes.
package struct ClientHome: Sendable {
    package let path: String

    package init(path: String) { self.path = path }

    private var serverFile: String { path + "/server" }
    private var sessionFile: String { path + "/session" }

    /// Returns the server that `connect` stored.
    /// - Parameter first: the command that sets one.
    package func site(
        first: Phrase = Phrase("connect HOST:PORT --site FINGERPRINT", "connect 主机:端口 --site 站点指纹")
    ) throws(CommandFailure) -> ServerSite {
        guard let bytes = try PrivateFile.read(serverFile) else {
            throw CommandFailure(
                .notLoggedIn, name: "not_connected", Phrase("no server is set", "尚未设置服务器"), next: first)
        }
        var values: [Substring: String] = [:]
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1)
            if parts.count == 2 { values[parts[0]] = String(parts[1]) }
        }
        do {
            let site = try SiteFingerprint(text: values["site"] ?? "")
            return ServerSite(try Endpoint(values["server"] ?? ""), site, isPlain: values["transport"] == "plain")
        } catch {
            throw CommandFailure(
                .failure, name: "file", Phrase("\(serverFile) is damaged: \(error)", "\(serverFile) 已损坏：\(error)"),
                next: Phrase("connect HOST:PORT --site FINGERPRINT", "connect 主机:端口 --site 站点指纹"))
        }
    }

    /// Stores the server. Deletes the session if the site changes.
    package func keep(_ site: ServerSite) throws(CommandFailure) {
        try PrivateFile.makeFolder(path)
        if try PrivateFile.read(serverFile) != nil, try self.site().fingerprint != site.fingerprint {
            try forgetSession()
        }
        let text = """
            server \(site.endpoint)
            site \(site.fingerprint.text)
            transport \(site.isPlain ? "plain" : "tls")

            """
        try PrivateFile.write(Array(text.utf8), to: serverFile)
    }

    /// Returns the stored session; empty if nobody is logged in.
    package func session() throws(CommandFailure) -> [UInt8] { try PrivateFile.read(sessionFile) ?? [] }

    package func keep(session: [UInt8]) throws(CommandFailure) {
        try PrivateFile.makeFolder(path)
        try PrivateFile.write(session, to: sessionFile)
    }

    package func forgetSession() throws(CommandFailure) { try PrivateFile.remove(sessionFile) }
}

extension ClientHome {
    /// The parameter `--home` of every program that keeps state.
    package static func parameter(_ folder: String = ".rollcall") -> Parameter<String?> {
        .option(
            "home", "DIR", Phrase("folder of this client's state; ~/\(folder) unless set", "客户端状态目录，默认 ~/\(folder)"),
            variable: "ROLLCALL_HOME")
    }

    package init(_ arguments: Arguments, folder: String = ".rollcall") {
        let own = unsafe getenv("HOME").map { unsafe String(cString: $0) } ?? "."
        self.init(path: arguments[Self.parameter()] ?? own + "/" + folder)
    }
}
