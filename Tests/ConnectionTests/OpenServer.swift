import Messages
import Wire

@testable import Connection

extension ServerConnection {
    /// A server whose client has said hello; its output is discarded.
    static func opened(authenticated: Bool = false) -> ServerConnection {
        var server = ServerConnection()
        server.feed(Preface.bytes)
        server.feed(Frames.of(.hello, payload: Hello(versions: VersionRange(lowest: 1, highest: 1)).serialized()))
        server.welcome(Welcome())
        if authenticated { server.authenticated() }
        server.outgoing = []
        return server
    }

    /// Returns the frames sent since the last call.
    mutating func said() -> [Frames.Frame] {
        defer { outgoing = [] }
        return Frames.cut(outgoing)
    }

    var violation: Violation? {
        guard case .violation(let violation) = closed else { return nil }
        return violation
    }
}

enum Frames {
    struct Frame: Equatable {
        let kind: FrameKind?
        let flags: FrameFlags
        let stream: UInt32
        let payload: [UInt8]
    }

    static func of(_ kind: FrameKind, flags: FrameFlags = [], stream: UInt32 = 0, payload: [UInt8] = []) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.appendFrame(kind, flags: flags, stream: stream, payload: payload)
        return bytes
    }

    static func call(
        _ stream: UInt32, _ method: Messages.Method = .diagnosticsEcho, flags: FrameFlags = .end, request: [UInt8] = []
    ) -> [UInt8] {
        let number = method.rawValue
        return of(
            .call, flags: flags, stream: stream, payload: [UInt8(number & 0xFF), UInt8(number >> 8), 0] + request)
    }

    static func cut(_ bytes: [UInt8]) -> [Frame] {
        var frames: [Frame] = []
        var offset = 0
        while offset < bytes.count {
            let header = FrameHeader(bytes.span, at: offset)
            let payload = Array(bytes[(offset + FrameHeader.size)..<(offset + FrameHeader.size + header.length)])
            offset += FrameHeader.size + header.length
            frames.append(
                Frame(
                    kind: FrameKind(rawValue: header.kindNumber), flags: header.flags, stream: header.stream,
                    payload: payload))
        }
        return frames
    }
}
