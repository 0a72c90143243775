import Documents
import Foundation
import QRCodes
import Signatures
import Threads

/// 1,000 signed certificates, each with a code of its own, on one thread and on two, compared with reportlab and pyHanko making
/// the same page; and the memory that the later ones take beyond the first.
enum Certifying {
    private static let count = 1_000
    private static let title = "继续教育学分证书"
    private static let fields = [
        ("姓名", "欧阳靖雯"), ("身份证号", "610102199003071234"), ("项目名称", "心血管疾病规范化诊疗新进展"),
        ("项目编号", "2026-03-01-017 (省级)"), ("项目级别", "省级"), ("举办日期", "2026-10-02 – 2026-10-08"),
        ("举办形式", "线下"), ("学分", "6.0 (Ⅰ类)"), ("学时", "18.0"), ("证书编号", "2026-000017"),
        ("发证单位", "陕西省继续医学教育委员会办公室"), ("发证日期", "2026-11-05"),
    ]
    private static let caption =
        "扫描二维码，或凭证书编号 2026-000017 与验证码 7KQ4-M2XP-9DTA 核验，网址 https://rollcall.example/c/"

    static func run(_ places: Places) throws {
        let python = FileManager.default.currentDirectoryPath + "/Tests/Bench/yardstick/.venv/bin/python"
        guard FileManager.default.isExecutableFile(atPath: python) else {
            throw BenchError("reportlab and pyHanko are missing: make Tests/Bench/yardstick/.venv/made")
        }
        let now = WallClock.nowMs()
        let root = try DocumentSigner.make(
            commonName: "a root", under: nil, serial: [1, 2], fromMs: now - 86_400_000, days: 3650)
        let signer = try DocumentSigner.make(
            commonName: "documents", under: root, serial: [1, 3], fromMs: now - 86_400_000, days: 365)
        let pem = try places.write(signer.pem(), to: "documents.pem")
        let page = try JSONSerialization.data(withJSONObject: [
            "title": title, "fields": fields.map { [$0.0, $0.1] }, "caption": caption, "code": code(of: 0),
            "font": FileManager.default.currentDirectoryPath + "/Sources/CFont/RollcallSans.otf", "pem": pem,
            "file": places.file("theirs.pdf"),
        ])
        try page.write(to: URL(fileURLWithPath: places.file("certificate.json")))
        let count = places.scaled(count)

        var (theirs, one, both): ([Double], [Double], [Double]) = ([], [], [])
        var memory: [Int] = []
        for _ in 0..<Rounds.count {
            // A fifth: it takes a hundred milliseconds each.
            let said = try Child(
                python,
                ["Tests/Bench/yardstick/certificates.py", places.file("certificate.json"), "\(max(1, count / 5))"]
            ).finish()
            guard let each = said.first.map(Load.numbers)?["us"] else { throw BenchError("no certificate was made") }
            theirs.append(each)
            one.append(try make(count, threads: 1, signer, now))
            memory.append(try resident())
            both.append(try make(count, threads: 2, signer, now))
            memory.append(try resident())
        }
        let file = try sign(0, signer, now)
        try Data(file).write(to: URL(fileURLWithPath: places.file("ours.pdf")))
        report(
            "certificates",
            [
                // The targets are at least 3 and 5.
                "ratio": median(zip(theirs, one).map { $0 / $1 }),
                "both_cores_ratio": median(zip(theirs, both).map { $0 / $1 }), "us": median(one),
                "both_cores_us": median(both), "yardstick_us": median(theirs), "bytes": Double(file.count),
                "yardstick_bytes": Double(try places.size(of: "theirs.pdf")), "kib_first": Double(memory[0]),
                "kib_last": Double(memory[memory.count - 1]),
            ])
    }

    /// - Returns: the mean time of one in µs.
    private static func make(_ count: Int, threads: Int, _ signer: DocumentSigner, _ now: Int64) throws -> Double {
        let failed = Locked<(any Error)?>(nil)
        let begin = MonotonicClock.nowNs()
        let makers = (0..<threads).map { thread in
            Thread.start("certificates") {
                do {
                    for number in stride(from: thread, to: count, by: threads) { _ = try sign(number, signer, now) }
                } catch { failed.withLock { $0 = error } }
            }
        }
        for maker in makers { maker.join() }
        if let error = failed.withLock({ $0 }) { throw error }
        return Double(MonotonicClock.nowNs() - begin) / 1000 / Double(count)
    }

    private static func sign(_ number: Int, _ signer: DocumentSigner, _ now: Int64) throws -> [UInt8] {
        guard let code = QRCode(code(of: number)) else { throw BenchError("the text is too long for a code") }
        let page = CertificatePage(
            title: title, fields: fields.map { .init($0.0, $0.1) }, code: code, caption: [caption],
            author: "陕西省继续医学教育委员会办公室", createdMs: now)
        return try PDFSigning.sign(page.pdf(), by: signer, atMs: now)
    }

    private static func code(of number: Int) -> String {
        let digits = "\(1_000_000 + number)".dropFirst()
        return "https://rollcall.example/c/2026-\(digits)/7KQ4-M2XP-9DTA#"
            + String(repeating: "Kj3_-x9ZpQ4t", count: 12)
    }

    /// The KiB of this process's anonymous memory.
    private static func resident() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("RssAnon:") } ?? ""
        return line.split(separator: " ").compactMap { Int($0) }.first ?? 0
    }
}
