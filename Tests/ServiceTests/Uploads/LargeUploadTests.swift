import Books
import Crypto
import Foundation
import Messages
import Storage
import Testing
import Wire

@testable import Service

extension Client {
    func open(
        _ file: [UInt8], to target: UInt64, kind: UploadKind = .roster, dryRun: Bool = false, digest: [UInt8]? = nil
    ) throws -> OpenUploadReply {
        try call(
            .uploadsOpenUpload,
            UploadRequest(
                kind: kind, target: target, fileName: "file", size: UInt64(file.count),
                digest: digest ?? Digest.file(file), dryRun: dryRun))
    }

    func sendPiece(_ file: [UInt8], of job: UInt64, at offset: UInt64, size: Int = 60_000) throws -> UInt64 {
        let start = Int(offset)
        let request = SendUploadRequest(
            job: job, offset: offset, bytes: Array(file[start..<min(start + size, file.count)]))
        return try SendUploadReply(serialized: ask(.uploadsSendUpload, request)).received
    }

    /// Makes a call only as far as its answer: the job has hardly begun.
    func ask(_ method: Method, _ request: some Message) throws -> [UInt8] {
        let stream = begin(method, request.serialized())
        while answer(stream)?.isOver != true, server.executor.work() {}
        guard let reply = answer(stream) else { throw Missing(what: "an answer to \(method)") }
        if let failure = reply.failure { throw Refusal(method: method, failure: failure) }
        return reply.message
    }

    /// Sends a file in calls of its own, from where the server stands.
    func sendLarge(_ file: [UInt8], to target: UInt64, kind: UploadKind = .roster) throws -> UInt64 {
        let opened = try open(file, to: target, kind: kind)
        var received = opened.received
        while received < UInt64(file.count) { received = try sendPiece(file, of: opened.job, at: received) }
        return opened.job
    }
}

/// BAT-3f: files that come in calls of their own.
@Suite struct LargeUploadTests {
    private static func trainees(_ rows: Range<Int>) -> [[String]] {
        [["姓名", "手机号", "职称"]] + rows.map { ["学员\($0)", "\(13_100_000_000 + $0)", $0 % 3 == 0 ? "医师" : "护师"] }
    }

    private static func text(_ rows: [[String]]) -> [UInt8] {
        Array(rows.map { $0.joined(separator: ",") + "\n" }.joined().utf8)
    }

    /// The same rows as texts that cells share.
    private static func shared(_ rows: [[String]]) -> Book {
        var (numbers, texts): ([String: Int], [String]) = ([:], [])
        let sheet = rows.enumerated().map { line, cells in
            let xml = cells.enumerated().map { column, text in
                let number = numbers[text] ?? texts.count
                if number == texts.count {
                    numbers[text] = number
                    texts.append(text)
                }
                return "<c r=\"\(Book.place(column, line))\" t=\"s\"><v>\(number)</v></c>"
            }
            return "<row r=\"\(line + 1)\">\(xml.joined())</row>"
        }
        var book = Book(sheet: sheet.joined())
        book.texts = texts.map { "<si><t>\(Book.escaped($0))</t></si>" }.joined()
        return book
    }

    @Test(
        "BAT-3f who is cut off opens the same file again and goes on where the server stands; with the last byte it is worked on"
    )
    func resumed() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let offering = try world.emptyOffering()
        let file = Crowd.roster(0..<4000)
        #expect(file.count > 60_000)
        let opened = try keeper.open(file, to: offering)
        #expect(opened.received == 0)
        #expect(try keeper.sendPiece(file, of: opened.job, at: 0) == 60_000)
        // Twice, and too far: neither changes anything.
        #expect(try keeper.sendPiece(file, of: opened.job, at: 0) == 60_000)
        #expect(try keeper.sendPiece(file, of: opened.job, at: 60_001) == 60_000)
        #expect(try keeper.job(opened.job).job?.state == .arriving)
        let again = try world.client("keeper")
        #expect(try again.open(file, to: offering) == OpenUploadReply(job: opened.job, received: 60_000))
        #expect(try again.open(file, to: offering, dryRun: true).job != opened.job)
        // Nobody else's.
        let refusal = #expect(throws: Client.Refusal.self) {
            try world.client("admin").sendPiece(file, of: opened.job, at: 60_000)
        }
        #expect(refusal?.failure.code == .notFound)
        #expect(try again.sendLarge(file, to: offering) == opened.job)
        again.settle()
        let job = try #require(try again.job(opened.job).job)
        #expect((job.state, job.rows, job.added, job.landed) == (.done, 4000, 4000, true))
        #expect(try world.server.count("SELECT COUNT(*) FROM upload_piece WHERE job = ?1", opened.job) == 0)
    }

    @Test(
        "BAT-3f bytes that differ from the digest fail the job, and a job whose file does not arrive in a day is cancelled"
    )
    func damaged() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let offering = try world.emptyOffering()
        let file = Crowd.roster(0..<10)
        let opened = try keeper.open(file, to: offering, digest: Digest.file([1]))
        _ = try keeper.sendPiece(file, of: opened.job, at: 0)
        keeper.settle()
        let job = try #require(try keeper.job(opened.job).job)
        #expect(job.state == .failed && job.failure?.field == "digest")
        #expect(try world.placed(on: offering) == 0)
        let long = Crowd.roster(0..<4000)
        let late = try keeper.open(long, to: offering)
        _ = try keeper.sendPiece(long, of: late.job, at: 0)
        let dropped = try keeper.open(Crowd.roster(0..<4001), to: offering)
        let _: CancelJobReply = try keeper.call(.uploadsCancelJob, CancelJobRequest(job: dropped.job))
        world.clock.advance(ms: 86_400_000 - 1000)
        world.server.service.uploads.tick(world.server.application)
        keeper.settle()
        #expect(try world.server.count("SELECT COUNT(*) FROM upload_piece") == 1)
        world.clock.advance(ms: 2000)
        world.server.service.uploads.tick(world.server.application)
        while world.server.executor.work() {}
        #expect(try world.server.count("SELECT COUNT(*) FROM upload_piece") == 0)
        #expect(
            try world.server.count("SELECT COUNT(*) FROM upload_job WHERE state = ?1", JobState.cancelled.rawValue) == 2
        )
    }

    @Test(
        "BAT-3 killed ten times on the way, a file of trainees ends exact, with one first password each",
        arguments: ["text", "workbook of own texts", "workbook of shared texts"])
    func killed(form: String) throws {
        let world = try World()
        let (unit, _) = try world.unit("第一人民医院", account: "unit.one")
        let rows = Self.trainees(0..<700)
        var inline = Book(rows: rows)
        var shared = Self.shared(rows)
        (inline.isDeflated, shared.isDeflated) = (true, true)
        let file = form == "text" ? Self.text(rows) : form.contains("own") ? inline.bytes : shared.bytes
        var server = world.server
        func admin(_ server: TestServer) throws -> Client {
            let client = server.connect()
            _ = try LoginReply(
                serialized: client.ask(
                    .accountsLogin, LoginRequest(name: "unit.one", password: world.made.passwords["keeper"] ?? "")))
            return client
        }
        let job = try admin(server).sendLarge(file, to: unit, kind: .trainees)
        var (kills, done) = (0, -1)
        while kills < 10 {
            for _ in 0..<3 { _ = server.executor.work() }
            let next = try TestServer(copying: try server.image())
            try next.resume()
            server = next
            kills += 1
            let now = try server.count("SELECT done FROM upload_job WHERE id = ?1", job)
            #expect(now >= done)
            done = now
        }
        #expect(done < 700, "killed on the way, and not at the end")
        let client = try admin(server)
        client.settle()
        let ended = try client.uploaded(job)
        #expect((ended.job.state, ended.rows, ended.added, ended.badCount) == (.done, 700, 700, 0), "\(ended.bad)")
        let lines = String(decoding: ended.accountsFile, as: UTF8.self).split(separator: "\r\n").dropFirst()
        #expect(lines.count == 700 && Set(lines.map { $0.split(separator: ",")[2] }).count == 700)
        #expect(try server.count("SELECT COUNT(*) FROM membership WHERE unit = ?1", unit) >= 700)
    }
}
