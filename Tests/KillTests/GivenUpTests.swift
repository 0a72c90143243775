import Connection
import Foundation
import Messages
import Network
import Testing
import Threads
import Wire

/// Calls that are cancelled, over real connections to a server process.
@Suite(.serialized, .timeLimit(.minutes(15)))
struct GivenUpTests {
    /// Returns the end of each of these streams: the code of its error, nil for a reply.
    private func ends(of streams: [UInt32], _ talk: Talk) throws -> [UInt32: ErrorCode?] {
        var ends: [UInt32: ErrorCode?] = [:]
        while ends.count < streams.count {
            switch try talk.next() {
            case .reply(let stream, _) where streams.contains(stream): ends[stream] = .some(nil)
            case .error(let stream, let failure) where streams.contains(stream): ends[stream] = failure.code
            case .goodbye(let goodbye): throw Child.Trouble.silent("goodbye \(goodbye.code.name)")
            default: continue
            }
        }
        return ends
    }

    @Test("OPS-3 each of 300 pushes and 300 pulls that are cancelled gets one answer, and the connection goes on")
    func cancelled() throws {
        let world = try World.prepared.get()
        let folder = try Folder(copying: world.folder)
        let server = try ServerProcess(folder)
        let talk = try Talk(try #require(server.endpoint))
        try talk.authenticate(world.deviceKey)
        for _ in 0..<300 {
            var streams: [UInt32] = []
            for method in [Messages.Method.syncPush, .syncPull] {
                let stream = try talk.socket.call(method, request: [])
                try talk.socket.flush(by: .inMs(10_000))
                talk.socket.cancel(stream)
                streams.append(stream)
            }
            for (stream, code) in try ends(of: streams, talk) {
                // A pull may have been answered before the server heard.
                #expect(code == .cancelled || (code == nil && stream == streams[1]))
            }
        }
        let _: OpenReply = try talk.ask(.syncOpen, OpenRequest())
        _ = try server.stop()
    }

    @Test("OPS-3 SIGTERM ends the server within two seconds, however many logins wait")
    func stops() throws {
        let world = try World.prepared.get()
        let folder = try Folder(copying: world.folder)
        let server = try ServerProcess(folder)
        let endpoint = try #require(server.endpoint)
        let talks = try (0..<40).map { _ in try Talk(endpoint) }
        for (index, talk) in talks.enumerated() {
            for number in 0..<20 {
                let request = LoginRequest(name: "nobody\(index)x\(number)", password: "wrong words of passage")
                _ = try talk.socket.call(.accountsLogin, request: request.serialized())
            }
            try talk.socket.flush(by: .inMs(10_000))
        }
        // The first is answered: the others are on their way.
        _ = try talks[0].next()
        let beganMs = MonotonicClock.nowMs()
        #expect(try server.stop() == .exited(0))
        #expect(MonotonicClock.nowMs() - beganMs < 2000)
    }
}
