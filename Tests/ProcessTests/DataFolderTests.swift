import Foundation
import Processes
import Storage
import Testing
import Threads

@Suite struct DataFolderTests {
    fileprivate func run(_ words: [String], language: String = "C.UTF-8") throws -> Programs.Outcome {
        try Programs.run("rollcalld", words, environment: ["LANG": language])
    }

    private func serve(_ site: Site, language: String = "C.UTF-8") throws -> Programs.Outcome {
        try run(["serve", "--data", site.data, "--plain", "127.0.0.1:0"], language: language)
    }

    fileprivate func check(_ site: Site) throws -> (outcome: Programs.Outcome, damage: [String]) {
        let outcome = try run(["check", "--data", site.data, "--json"])
        return (outcome, try outcome.rows.first?["damage"] as? [String] ?? [])
    }

    @Test("OPS-1a a folder in use is refused to a second server, a check and an init, which say who uses it")
    func inUse() throws {
        let site = try Site()
        for words in [["serve", "--plain", "127.0.0.1:0"], ["check"], ["init"]] {
            let outcome = try run(words + ["--data", site.data])
            #expect(outcome.code == 1)
            #expect(outcome.err.contains("is in use by process \(site.process) (rollcalld serve)"), "\(outcome.err)")
        }
        let chinese = try serve(site, language: "zh_CN.UTF-8")
        #expect(chinese.err.contains("正被进程 \(site.process)"), "\(chinese.err)")
        try site.kill()
        #expect(try check(site).outcome.code == 0)
        try site.start()
    }

    @Test(
        "OPS-1b another's key beside the database: the server names it and does not start",
        arguments: ["site.key", "server-log.key", "master.key", "tls.key"])
    func foreignKey(name: String) throws {
        let (site, other) = (try Site(), try Site())
        _ = try site.stop()
        let file = site.data + "/keys/" + name
        let own = try Data(contentsOf: URL(fileURLWithPath: file))
        try put(try Data(contentsOf: URL(fileURLWithPath: other.data + "/keys/" + name)), file)
        for outcome in [try serve(site), try check(site).outcome] {
            #expect(outcome.code == 1)
            #expect(outcome.err.contains(name), "\(outcome.err)")
        }
        try put(own, file)
        try site.start()
    }

    @Test(
        "OPS-1b a key that is missing, short or open to others: both languages say which and what to do",
        arguments: ["site.key", "server-log.key", "master.key", "tls.key", "tls.crt"])
    func unusableKey(name: String) throws {
        let site = try Site()
        _ = try site.stop()
        let file = site.data + "/keys/" + name
        let own = try Data(contentsOf: URL(fileURLWithPath: file))
        func refused(_ english: String, _ chinese: String) throws {
            let (en, zh) = (try serve(site), try serve(site, language: "zh_CN.UTF-8"))
            #expect(en.code == 1)
            #expect(en.err.contains(file) && en.err.contains(english), "\(en.err)")
            #expect(zh.err.contains(file) && zh.err.contains(chinese), "\(zh.err)")
        }
        try FileManager.default.removeItem(atPath: file)
        try refused("put the file back", "请从 keys 目录的备份中恢复该文件")
        try put(own.prefix(20), file)
        if name.hasPrefix("tls") {
            #expect(try serve(site).err.contains("put the file back"))
        } else {
            try refused("has 20 bytes instead of 32", "应为 32 字节")
        }
        try put(own, file)
        if name != "tls.crt" {
            unsafe chmod(file, 0o640)
            try refused("chmod -R go= \(site.data)/keys", "请运行：chmod -R go= \(site.data)/keys")
            unsafe chmod(file, 0o600)
        }
        try site.start()
    }

    @Test("OPS-1c a database that lost its end is told at the start and by check, and once")
    func lostEnd() throws {
        let site = try Site()
        let mark = site.data + "/rollcall.mark"
        try until("a mark") { FileManager.default.fileExists(atPath: mark) }
        try site.kill()
        #expect(try check(site).damage == [])
        for file in ["/rollcall.db-wal", "/rollcall.db-shm"] {
            try FileManager.default.removeItem(atPath: site.data + file)
        }
        let found = try check(site)
        #expect(found.outcome.code == 1)
        #expect(found.damage.first?.hasPrefix("the end of the database is missing") == true, "\(found.damage)")
        let before = try Data(contentsOf: URL(fileURLWithPath: mark))
        try site.start()
        try until("a word in the log") { try site.hasLogged("the end of the database is missing") }
        try until("a new mark") { try Data(contentsOf: URL(fileURLWithPath: mark)) != before }
        _ = try site.stop()
        #expect(try check(site).damage == [])
        try site.start()
        #expect(try !site.hasLogged("the end of the database is missing"))
    }

    private func put(_ bytes: Data, _ file: String) throws {
        try bytes.write(to: URL(fileURLWithPath: file))
        unsafe chmod(file, 0o600)
    }
}

/// Polls a condition for ten seconds at most.
func until(_ what: String, _ isSo: () throws -> Bool) throws {
    for _ in 0..<500 {
        if try isSo() { return }
        _ = Monitor(()).wait(atMostMs: 20) { _ in nil as Void? }
    }
    throw Programs.Failure("waited in vain for \(what)")
}

extension DataFolderTests {
    @Test("OPS-1c a damaged log with commits behind the damage is told by check and at the start, and put aside")
    func brokenLog() throws {
        let site = try Site()
        _ = try Course(site)
        try site.kill()
        #expect(try check(site).damage == [])
        let log = URL(fileURLWithPath: site.data + "/rollcall.db-wal")
        var bytes = try Data(contentsOf: log)
        let whole = bytes
        bytes[32 + 10 * (Database.pageSize + 24) + 500] ^= 2
        try bytes.write(to: log)
        #expect(try check(site).damage.first?.contains("commits behind are lost") == true)
        try bytes.write(to: log)
        try site.start()
        try until("a word in the log") { try site.hasLogged("commits behind are lost") }
        let aside = try Data(contentsOf: URL(fileURLWithPath: site.data + "/rollcall.db-wal.damaged"))
        #expect(aside == bytes && aside != whole)
    }

    @Test("OPS-1c a flipped bit is found by check, which changes nothing, and by the walk of a running server")
    func flipped() throws {
        let site = try Site()
        _ = try Course(site)
        _ = try site.stop()
        let file = URL(fileURLWithPath: site.data + "/rollcall.db")
        // A page of a table that no start reads.
        let root = try site.database().read { snapshot in
            try snapshot.first("SELECT rootpage FROM sqlite_schema WHERE name = 'leave'") { $0.int(0) }
        }
        let page = try #require(root) - 1
        // The day's walk has finished by now.
        try site.database().write { _ = try $0.execute("DELETE FROM walk") }
        let whole = try Data(contentsOf: file)
        let sound = try check(site)
        #expect(sound.outcome.code == 0 && sound.damage == [], "\(sound.outcome)")
        var rotten = whole
        rotten[page * Database.pageSize + 77] ^= 16
        try rotten.write(to: file)
        let found = try check(site)
        #expect(found.outcome.code == 1)
        #expect(found.damage.contains("page \(page + 1) is damaged"), "\(found.damage)")
        #expect(try Data(contentsOf: file) == rotten)
        let said = try run(["check", "--data", site.data])
        #expect(said.out.contains("The data directory is damaged"), "\(said.out)")
        #expect(try run(["check", "--data", site.data], language: "zh_CN.UTF-8").out.contains("数据目录已损坏"))
        try site.start()
        try until("the walk to find it") { try site.hasLogged("page \(page + 1) is damaged") }
        _ = try site.stop()
        try whole.write(to: file)
    }
}
