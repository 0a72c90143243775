import Messages
import Testing
import Wire

@testable import Connection

/// Calls that are answered inline.
@Suite struct AtOnceTests {
    /// Plays bytes to the machine; returns the streams of its events, and its output.
    private func play(
        _ bytes: [UInt8], atOnce: (Messages.Method, Span<UInt8>, inout ByteWriter) -> Bool
    ) -> (told: [UInt32], said: [UInt8], callsUnderWay: Int) {
        var server = ServerConnection.opened()
        server.outgoing = []
        var (told, offset): ([UInt32], Int) = ([], 0)
        while let event = server.next(in: bytes.span, from: &offset, nowMs: 0, atOnce: atOnce) {
            if case .call(let call) = event { told.append(call.stream) }
        }
        return (told, server.outgoing, server.callsUnderWay)
    }

    @Test("their replies are the frames any reply is, in the order of the calls, and no stream is kept of them")
    func replies() {
        let calls = Frames.call(1, request: [1, 2, 3]) + Frames.call(3, request: []) + Frames.call(5, request: [4])
        let played = play(calls) { method, request, reply in
            reply.writeBytes(request)
            return method == .diagnosticsEcho
        }
        #expect(played.told.isEmpty && played.callsUnderWay == 0)
        let replies: [(UInt32, [UInt8])] = [(1, [1, 2, 3]), (3, []), (5, [4])]
        #expect(played.said == replies.flatMap { Frames.of(.reply, flags: .end, stream: $0, payload: $1) })
    }

    @Test("one that is not answered so, or comes in pieces, comes as an event and leaves no trace of the attempt")
    func others() {
        let calls =
            Frames.call(1, request: [1]) + Frames.call(3, flags: .more, request: [2])
            + Frames.of(.call, flags: .end, stream: 3, payload: [3]) + Frames.call(5, request: [9])
        let played = play(calls) { _, request, reply in
            reply.writeBytes(request)
            return request.count == 1 && request[0] == 9
        }
        #expect(played.told == [1, 3] && played.callsUnderWay == 2)
        #expect(played.said == Frames.of(.reply, flags: .end, stream: 5, payload: [9]))
    }

    @Test("a reply beyond the longest message is not said, and an even or repeated stream ends the connection as ever")
    func limits() {
        let tooLong = play(Frames.call(1, request: [1])) { _, _, reply in
            reply.writeBytes([UInt8](repeating: 0, count: ConnectionLimits.message + 1))
            return true
        }
        #expect(tooLong.told == [1] && tooLong.said.isEmpty)
        for second in [1, 2] as [UInt32] {
            var server = ServerConnection.opened()
            let bytes = Frames.call(1, request: [1]) + Frames.call(second, request: [1])
            var offset = 0
            while server.next(in: bytes.span, from: &offset, nowMs: 0, atOnce: { _, _, _ in true }) != nil {}
            #expect(server.closed == .violation(.badStream(second)))
        }
    }
}
