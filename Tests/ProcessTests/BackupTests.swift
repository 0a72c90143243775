import ClientKit
import Foundation
import Messages
import Processes
import Seeded
import Storage
import Testing
import Threads

/// OPS-2: backups of a whole server, made beside it, and what is restored from them.
@Suite(.serialized, .timeLimit(.minutes(15)))
struct BackupTests {
    private static let passphrase = "three rivers and a bridge"

    private func run(_ words: String..., language: String = "C.UTF-8") throws -> Programs.Outcome {
        try Programs.run("rollcalld", words, environment: ["LANG": language])
    }

    /// Makes a key file.
    /// - Returns: its path and the public key.
    private func key(_ site: Site, _ name: String = "backup.secret") throws -> (file: String, publicKey: String) {
        let file = site.folder.path + "/" + name
        let made = try run("backup", "key", file, "--json")
        return (file, try #require(try made.rows.first?["public_key"] as? String))
    }

    /// Puts another folder in the place of the server's, which must not run.
    private func replaceData(_ site: Site, by folder: String) throws {
        try FileManager.default.moveItem(atPath: site.data, toPath: site.folder.path + "/old")
        try FileManager.default.moveItem(atPath: folder, toPath: site.data)
    }

    @Test(
        "OPS-2a, OPS-2b a backup made while others write has all that was acknowledged before it, and a restored server gets the rest of a terminal's records from the terminal"
    )
    func underLoad() throws {
        let site = try Site()
        let course = try Course(site)
        let door = try course.terminal("door")
        try door("scan", "--offering", course.offering, input: "A001\n")
        try door("sync")

        let place = try site.plainSite()
        let session = try Client(place, locale: "en").login(name: "admin", password: Site.password).session
        let (acknowledged, isOver) = (Monitor(0), Monitor(false))
        let writer = Threads.Thread.start("writer") {
            let client = Client(place, locale: "en", session: session)
            for turn in 0..<100_000 where !isOver.change({ $0 }) {
                let request = CreateOrganisationRequest(kind: .base, name: "基地\(turn)")
                let reply: CreateOrganisationReply? = try? client.call(
                    .organisationsCreateOrganisation, request, waitMs: 2000)
                guard reply != nil else { return }
                acknowledged.change { $0 += 1 }
            }
        }
        acknowledged.wait { $0 >= 20 ? () : nil }
        let before = acknowledged.change { $0 }
        let (file, secret) = (site.folder.path + "/nightly", try site.file("pass", Self.passphrase + "\n"))
        let made = try run("backup", "create", file, "--data", site.data, "--passphrase-file", secret, "--json")
        #expect(made.code == 0, "\(made.err)")
        #expect(try made.rows.first?["site"] as? String == site.fingerprint)
        let during = acknowledged.change { $0 }
        acknowledged.wait { $0 >= during + 20 ? () : nil }
        isOver.change { $0 = true }
        writer.join()
        // After the backup: one more scan, which only the terminal has when the server is lost.
        try door("scan", "--offering", course.offering, input: "A002\n")
        try door("sync")
        let late = try course.terminal("late")
        try late("scan", "--offering", course.offering, input: "A003\n")
        try late("sync")
        let tls = site.tls
        try site.kill()

        let fresh = site.folder.path + "/fresh"
        let restored = try run(
            "restore", file, "--data", fresh, "--passphrase-file", secret, "--site", site.fingerprint)
        #expect(restored.code == 0, "\(restored.err)")
        #expect(restored.out.contains("  door (湘雅基地)"), "\(restored.out)")
        // As every command does, on China's clock.
        #expect(restored.out.matches(of: /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\+08/).count >= 3, "\(restored.out)")
        #expect(!restored.out.contains("Z "), "\(restored.out)")
        #expect(try run("check", "--data", fresh).code == 0)
        try replaceData(site, by: fresh)
        try site.start(tls: tls)
        // Every session has ended.
        #expect(try course.admin("organisations", "list", exits: 4).err.contains("log in"))
        try course.admin("login", "admin", "--password-file", site.file("own", Site.password + "\n"))
        let names = try course.admin("organisations", "list", "--all", "--json").rows.compactMap {
            $0["name"] as? String
        }
        let kept = Set(names.filter { $0.hasPrefix("基地") })
        #expect(kept.count >= before && kept.count <= during + 20)
        #expect(kept == Set((0..<kept.count).map { "基地\($0)" }), "not one state")

        #expect(try missing(site).map { $0["name"] as? String } == ["door"])
        try door("sync")
        #expect(try missing(site).isEmpty)
        let scans = try course.admin("scans", "list", course.offering, "--json").rows.compactMap {
            $0["number"] as? String
        }
        #expect(Set(scans) == ["A001", "A002"])
        // A terminal that the backup does not know is told so, and loses nothing.
        #expect(try late("sync", exits: 3).err.contains("does not know this terminal"))
        try late("enrol", course.enrolmentCode("late").code, "--server", site.tls, "--site", site.fingerprint)
        try late("sync")
        let all = try course.admin("scans", "list", course.offering, "--json").rows.compactMap {
            $0["number"] as? String
        }
        #expect(Set(all) == ["A001", "A002", "A003"])
        let logs = try course.admin("server-logs", "--json").rows
        #expect(logs.count == 2 && logs.last?["current"] as? Bool == true, "\(logs)")
        #expect(try run("missing", "--data", site.data, language: "zh_CN.UTF-8").out.contains("备份中的终端均已联系"))
    }

    private func missing(_ site: Site) throws -> [[String: Any]] {
        let row = try #require(try run("missing", "--data", site.data, "--json").rows.first)
        return try #require(row["missing"] as? [[String: Any]])
    }

    @Test("OPS-2a a backup has the keys, the settings, the files of the folder and what people uploaded")
    func complete() throws {
        let site = try Site { data in
            try Data(#"{"privacy_version": "7"}"#.utf8).write(to: data.appending(path: "settings.json"))
            try Data([UInt8](repeating: 7, count: 1 << 20)).write(to: data.appending(path: "keys/large.key"))
            try Data().write(to: data.appending(path: "keys/empty.key"))
        }
        let key = try key(site)
        let (file, fresh) = (site.data + "/in-the-folder", site.folder.path + "/fresh")
        #expect(try run("backup", "create", file, "--data", site.data, "--public-key", key.publicKey).code == 0)
        #expect(try site.stop() == 0)
        #expect(try run("restore", file, "--data", fresh, "--secret-key", key.file).code == 0)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: site.data).filter {
            !$0.hasPrefix("rollcall.") && !["lock", "backup.lock", "backup.done", "in-the-folder"].contains($0)
        }
        #expect(paths.count > 9)
        for path in paths where path != "keys" {
            #expect(
                FileManager.default.contentsEqual(atPath: site.data + "/" + path, andPath: fresh + "/" + path),
                "\(path)")
        }
        try replaceData(site, by: fresh)
        try site.start()
        #expect(try !site.hasLogged("rollcall.mark"))
    }

    @Test("OPS-2a a byte changed anywhere in a backup is found, and so is one that is missing or too many")
    func changed() throws {
        let site = try Site()
        let key = try key(site)
        let file = site.folder.path + "/backup"
        #expect(try run("backup", "create", file, "--data", site.data, "--public-key", key.publicKey).code == 0)
        let whole = try Data(contentsOf: URL(fileURLWithPath: file))
        let changed = site.folder.path + "/changed"
        func verify(_ bytes: Data) throws -> Programs.Outcome {
            try bytes.write(to: URL(fileURLWithPath: changed))
            return try run("backup", "verify", changed, "--secret-key", key.file, "--json")
        }
        #expect(try verify(whole).code == 0)

        let seed = UInt64.random(in: 0...999_999)
        print("changed bytes of a backup: seed \(seed)")
        var random = SeededRandom(seed: seed)
        // The parts of the header; the length, nonce, content and tag of each chunk.
        var places = [0, 8, 9, 25, 29, 33, 65, 97, 144]
        var at = 145
        while at < whole.count {
            let length = whole[at..<at + 4].reversed().reduce(0) { $0 << 8 | Int($1) }
            places += [at, at + 3, at + 4, at + 27, at + 28, at + 4 + length - 16, at + 3 + length]
            places.append(at + 28 + Int(random.next() % UInt64(length - 24)))
            at += 4 + length
        }
        for place in places {
            var bytes = whole
            bytes[place] ^= 1 << UInt8(random.next() % 8)
            let found = try verify(bytes)
            #expect(found.code != 0, "byte \(place) of \(whole.count), seed \(seed)")
            #expect(
                ["damaged", "wrong_key", "not_a_backup"].contains { found.err.contains("\"\($0)\"") }, "\(found.err)")
        }
        for length in [0, 100, 145, whole.count - 1, whole.count - 300] {
            #expect(try verify(whole.prefix(length)).code == 1, "\(length) bytes")
        }
        #expect(try verify(whole + [0]).code == 1)
        // Nothing is made of a damaged one.
        var bytes = whole
        bytes[places[places.count - 3]] ^= 1
        try bytes.write(to: URL(fileURLWithPath: changed))
        let fresh = site.folder.path + "/fresh"
        #expect(try run("restore", changed, "--data", fresh, "--secret-key", key.file).code == 1)
        #expect(try run("serve", "--data", fresh).code == 1)
        #expect(try run("restore", file, "--data", fresh, "--secret-key", key.file).code == 0)
        #expect(try run("restore", file, "--data", fresh, "--secret-key", key.file).err.contains("is not empty"))
    }

    @Test("OPS-2a neither another passphrase nor another key opens a backup, and another site's is refused")
    func locked() throws {
        let site = try Site()
        let (key, other) = (try key(site), try key(site, "other"))
        let (file, sealed) = (site.folder.path + "/a", site.folder.path + "/b")
        let right = try site.file("right", Self.passphrase + "\n")
        let wrong = try site.file("wrong", Self.passphrase + "s\n")
        #expect(try run("backup", "create", file, "--data", site.data, "--passphrase-file", right).code == 0)
        #expect(try run("backup", "create", sealed, "--data", site.data, "--public-key", key.publicKey).code == 0)
        for words in [
            [file, "--passphrase-file", wrong], [file, "--secret-key", key.file], [sealed, "--secret-key", other.file],
            [sealed, "--passphrase-file", right],
        ] {
            let refused = try Programs.run(
                "rollcalld", ["backup", "verify"] + words, environment: ["LANG": "zh_CN.UTF-8"])
            #expect(refused.code == 1 && refused.err.contains("无法用该口令或密钥打开"), "\(refused.err)")
        }
        #expect(try run("backup", "verify", file, "--passphrase-file", right, "--site", site.fingerprint).code == 0)
        let stranger = try Site()
        let refused = try run(
            "restore", file, "--data", site.folder.path + "/fresh", "--passphrase-file", right, "--site",
            stranger.fingerprint)
        #expect(refused.code == 1 && refused.err.contains(site.fingerprint), "\(refused.err)")
        let short = try site.file("short", "secret\n")
        #expect(try run("backup", "create", file + "2", "--data", site.data, "--passphrase-file", short).code == 2)
        #expect(
            try run("backup", "create", file, "--data", site.data, "--passphrase-file", right).err.contains(
                "is there already"))
    }

    @Test(
        "OPS-2a a disk that fills up while a backup is made is said, and the same command goes on where there is room")
    func diskFull() throws {
        let site = try Site()
        let key = try key(site)
        let small = site.folder.path + "/small"
        try FileManager.default.createDirectory(atPath: small, withIntermediateDirectories: false)
        let script = """
            mount -t tmpfs -o size=400k none \(small) || exit 9
            "$0" backup create \(small)/b --data \(site.data) --public-key \(key.publicKey) --json; echo "first $?"
            mount -o remount,size=64m \(small)
            "$0" backup create \(small)/b --data \(site.data) --public-key \(key.publicKey) --json; echo "second $?"
            "$0" backup verify \(small)/b --secret-key \(key.file) --json; echo "third $?"
            """
        let outcome = try Programs.run(
            "/usr/bin/unshare",
            ["--mount", "--map-root-user", "/bin/sh", "-c", script, Programs.folder.path + "/rollcalld"],
            environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"])
        #expect(outcome.out.contains("first 1"), "\(outcome)")
        #expect(outcome.err.contains("\"disk_full\""), "\(outcome.err)")
        #expect(outcome.out.contains("second 0") && outcome.out.contains("third 0"), "\(outcome)")
        #expect(try site.stop() == 0)
    }

    @Test(
        "OPS-2a, OPS-1c a server whose pages were looked through keeps its log when another program closes the database"
    )
    func locksStay() throws {
        let site = try Site()
        try until("the walk") {
            try site.database().read { try $0.exists("SELECT 1 FROM walk") }
        }
        // The last program to close a database removes its log; the server's connections are still open.
        try site.database().read { _ = try $0.exists("SELECT 1 FROM setting") }
        let admin = try site.administrator()
        try admin("organisations", "add", "base", "湘雅基地")
        try site.kill()
        try site.start()
        try admin.connect()
        try admin("login", "admin", "--password-file", site.file("own", Site.password + "\n"))
        #expect(try admin("organisations", "list", "--json").out.contains("湘雅基地"))
    }
}
