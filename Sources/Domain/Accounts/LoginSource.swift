/// A login's source, under which failures are counted: an IPv4 address, the /64 network of an IPv6 address (a host may
/// choose any address in it), or this machine.
package struct LoginSource: Hashable, Sendable {
    package let text: String

    /// - Parameter address: the network's text, with or without a port: `192.0.2.1`, `192.0.2.1:7700`, `2001:db8::1`,
    ///   `[2001:db8::1]:7700`, `unix`.
    package init(address: String) {
        var host = Substring(address)
        if host.first == "[" {
            host = host.dropFirst().prefix { $0 != "]" }
        } else if host.count(where: { $0 == ":" }) == 1 {
            host = host.prefix { $0 != ":" }
        }
        host = host.prefix { $0 != "%" }
        text = host.contains(":") ? Self.network(host) : String(host)
    }

    /// `2001:db8::1` → `2001:db8:0:0::/64`.
    private static func network(_ host: Substring) -> String {
        func groups(_ text: Substring) -> [String] {
            text.split(separator: ":").map { group in
                let digits = group.lowercased().drop { $0 == "0" }
                return digits.isEmpty ? "0" : String(digits)
            }
        }
        let hole = host.firstRange(of: "::")
        let head = groups(hole.map { host[..<$0.lowerBound] } ?? host)
        let tail = hole.map { groups(host[$0.upperBound...]) } ?? []
        let zeros = [String](repeating: "0", count: max(0, 8 - head.count - tail.count))
        return (head + (hole == nil ? [] : zeros) + tail).prefix(4).joined(separator: ":") + "::/64"
    }
}
