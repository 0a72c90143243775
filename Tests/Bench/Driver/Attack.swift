import ClientKit
import Connection
import Crypto
import Foundation
import Messages
import Network
import Passes
import Threads
import Wire

/// A hostile caller in a process of its own, which runs until its standard input ends: `rollcall-bench --attack NAME
/// PORT`, with its knowledge of the site in the environment.
enum Attack: String, CaseIterable {
    /// An equal share of one core, and nothing else.
    case burner
    /// 70 anonymous connections with 250 open calls each: a terminal's key with a wrong proof; an unknown enrolment
    /// code.
    case authenticate, enrol
    /// 16 people start to send a photo, and send nothing.
    case photos
    /// One trainee's calls that are not allowed, and check-ins, as fast as they are answered.
    case refused, checkIns
    /// One account's right password on 4 connections, 200 at a time on each.
    case logins
    /// Invalid frames, on connection after connection.
    case violations
    /// 900 connections that send requests and read no answers.
    case unread
    /// 16,000 of them, from 20 addresses.
    case crowd
    /// 1,000 connections that send nothing.
    case silent
    /// Another administrator's questions about an offering, six at a time; a roster of 100,000, and its dry run.
    case questions, upload

    /// - Returns: after its standard input has ended.
    func run(port: Int, _ knows: Knowledge) throws {
        let isOver = Locked(false)
        let input = Thread.start("input") {
            while !FileHandle.standardInput.availableData.isEmpty {}
            isOver.withLock { $0 = true }
        }
        defer { input.join() }
        print("ready")
        fflush(nil)
        switch self {
        case .burner: while !isOver.withLock({ $0 }) {}
        case .authenticate:
            let request = AuthenticateRequest(deviceKey: knows.deviceKey, proof: [UInt8](repeating: 1, count: 64))
            try flood(port, [.terminalsAuthenticate: request.serialized()], connections: 70, depth: 250, isOver)
        case .enrol:
            let request = EnrolRequest(
                secret: [UInt8](repeating: 7, count: 16), deviceKey: knows.deviceKey,
                proof: [UInt8](repeating: 1, count: 64))
            try flood(port, [.terminalsEnrol: request.serialized()], connections: 70, depth: 250, isOver)
        case .photos:
            let sockets = try knows.sessions.prefix(16).map { session in
                let socket = try Self.connect(port, session)
                let request = UploadPhotoRequest(
                    side: .front, size: 1000, digest: [UInt8](repeating: 0, count: 32))
                _ = try socket.call(
                    .identityUploadPhoto, options: Self.options(.identityUploadPhoto), request: request.serialized())
                try socket.flush(by: .inMs(5000))
                return socket
            }
            while !isOver.withLock({ $0 }) { for socket in sockets { _ = try? socket.next(by: .inMs(50)) } }
        case .refused:
            try flood(
                port, [.terminalsListTerminals: []], connections: 1, depth: 250, session: knows.sessions[20], isOver)
        case .checkIns:
            let request = CheckInRequest(code: knows.venueCode).serialized()
            try flood(
                port, [.attendanceCheckIn: request], connections: 1, depth: 250, session: knows.sessions[21], isOver)
        case .logins:
            let request = LoginRequest(name: knows.account, password: Fairness.password).serialized()
            try flood(port, [.accountsLogin: request], connections: 4, depth: 200, isOver)
        case .violations:
            while !isOver.withLock({ $0 }) {
                let socket = try HostileSocket(port: port)
                socket.send(HostileSocket.hello + [0, 0, 0, 15, 0, 0, 0, 0])
                socket.close()
            }
        case .unread: try hold(port, connections: 900, sources: 1, isOver)
        case .crowd: try hold(port, connections: 16_000, sources: 20, isOver)
        case .silent:
            var sockets: [HostileSocket] = []
            for _ in 0..<1000 where !isOver.withLock({ $0 }) {
                if let one = try? HostileSocket(port: port) { sockets.append(one) }
            }
            while !isOver.withLock({ $0 }) { pause(ms: 10) }
            for socket in sockets { socket.close() }
        case .questions:
            let request = AnalyseRequest(offering: knows.offering).serialized()
            try flood(
                port, [.attendanceAnalyse: request], connections: 1, depth: 6, session: knows.otherAdministrator, isOver
            )
        case .upload: try upload(port, knows, isOver)
        }
    }

    private func upload(_ port: Int, _ knows: Knowledge, _ isOver: Locked<Bool>) throws {
        let rows = (1...100_000).map { "\(20_000_000 + $0),Trainee \($0),\(13_900_000_000 + $0)" }
        let file = Array((["number,name,phone"] + rows).joined(separator: "\n").utf8)
        let site = ServerSite(
            .tcp(host: "127.0.0.1", port: UInt16(port)), try SiteFingerprint(siteID: knows.site), isPlain: true)
        let client = Client(site, locale: "en", session: knows.otherAdministrator)
        var isDryRun = true
        while !isOver.withLock({ $0 }) {
            let job = try client.upload(
                file,
                UploadRequest(kind: .roster, target: knows.offering, fileName: "roster.csv", dryRun: isDryRun))
            _ = try client.outcome(of: job)
            isDryRun.toggle()
        }
    }

    /// Keeps that many calls open on each connection, and replaces connections that end.
    private func flood(
        _ port: Int, _ calls: [Messages.Method: [UInt8]], connections: Int, depth: Int, session: [UInt8] = [],
        _ isOver: Locked<Bool>
    ) throws {
        var sockets: [ClientSocket?] = Array(repeating: nil, count: connections)
        while !isOver.withLock({ $0 }) {
            for place in sockets.indices {
                do {
                    let socket = try sockets[place] ?? Self.connect(port, session)
                    sockets[place] = socket
                    while socket.callsUnderWay < depth {
                        for (method, request) in calls {
                            _ = try socket.call(method, options: Self.options(method), request: request)
                        }
                    }
                    while try socket.next(by: .inMs(0)) != nil {}
                } catch {
                    sockets[place] = nil
                }
            }
        }
    }

    /// Opens connections that request as much as the server will answer, and read nothing.
    private func hold(_ port: Int, connections: Int, sources: Int, _ isOver: Locked<Bool>) throws {
        var sockets: [HostileSocket] = []
        var stream: UInt32 = 1
        let echo = EchoRequest(body: [UInt8](repeating: 0x55, count: 3000)).serialized()
        while !isOver.withLock({ $0 }) {
            if sockets.count < connections {
                for _ in 0..<100 where sockets.count < connections {
                    guard let socket = try? HostileSocket(port: port, from: UInt8(1 + sockets.count % sources)) else {
                        break
                    }
                    socket.send(HostileSocket.hello)
                    sockets.append(socket)
                }
            }
            var frame: [UInt8] = []
            for _ in 0..<10 {
                var payload = ByteWriter()
                payload.writeUInt16(Messages.Method.diagnosticsEcho.rawValue)
                payload.writeVarint(0)
                payload.writeBytes(echo)
                frame.appendFrame(.call, flags: .end, stream: stream, payload: payload.bytes)
                stream += 2
            }
            for socket in sockets { socket.send(frame) }
        }
        for socket in sockets { socket.close() }
    }

    private static func options(_ method: Messages.Method) -> CallOptions {
        CallOptions(idempotencyKey: method.rule.effect == .mutates ? SystemRandom.bytes(16) : [])
    }

    static func connect(_ port: Int, _ session: [UInt8]) throws -> ClientSocket {
        try connect(to: .tcp(host: "127.0.0.1", port: UInt16(port)), session)
    }

    static func connect(to endpoint: Endpoint, _ session: [UInt8]) throws -> ClientSocket {
        let socket = try ClientSocket.connect(
            to: endpoint, trust: .plain(verify: { _ in }), hello: Hello(), by: .inMs(10_000))
        if !session.isEmpty {
            let _: LoginReply = try socket.ask(.accountsResumeSession, ResumeSessionRequest(session: session))
            socket.authenticated()
        }
        return socket
    }

    /// The data about the site that attackers and victims have.
    struct Knowledge: Codable {
        var site: [UInt8]
        var deviceKey: [UInt8]
        /// Sessions of trainees.
        var sessions: [[UInt8]]
        var otherAdministrator: [UInt8]
        var offering: UInt64
        var venueCode: String
        /// One account, and others with the same password.
        var account: String
        var otherAccounts: [String]
    }
}
