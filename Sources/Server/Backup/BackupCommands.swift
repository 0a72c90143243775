import Console
import Crypto
import Domain
import Foundation
import Passes
import Service
import Threads

private let passphraseFile: Parameter<String?> = .option(
    "passphrase-file", "FILE", Phrase("a file whose first line is the passphrase", "首行为口令的文件"))
private let publicKey: Parameter<String?> = .option(
    "public-key", "KEY", Phrase("encrypt to this key, which backup key printed", "加密所用的公钥（由 rollcalld backup key 输出）"))
private let secretKey: Parameter<String?> = .option(
    "secret-key", "FILE", Phrase("the key file that backup key wrote", "rollcalld backup key 写出的密钥文件"))
private let site: Parameter<String?> = .option(
    "site", "FINGERPRINT", Phrase("refuse a backup of another site", "拒绝其他站点的备份"))
private let file: Parameter<String> = .argument("FILE", Phrase("the backup", "备份文件"))

extension Command {
    /// OPS-2a.
    static func backup(_ data: Parameter<String>) -> Command {
        let keyFile: Parameter<String> = .argument("FILE", Phrase("where the secret key is written", "密钥写入的文件"))
        return Command(
            "backup", Phrase("encrypted backups, made while the server runs", "加密备份（服务运行时即可进行）"),
            commands: [
                Command(
                    "create", Phrase("make a backup, or go on with one that was broken off", "创建备份，或继续被中断的备份"), file,
                    data, passphraseFile, publicKey
                ) { arguments, interaction in
                    // The server goes first.
                    setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 19)
                    let lock = try lock(arguments, interaction)
                    var shown: Console.Progress?
                    let made = try BackupRun.run(
                        DataFolder(path: arguments[data]), to: arguments[file], lock: lock
                    ) { pages, total in
                        shown = shown ?? interaction.progress(Phrase("pages", "数据页"), of: total)
                        shown?.update(pages)
                    }
                    shown?.finish()
                    try show(made.path, size: made.size, made.end, interaction)
                    return .ok
                },
                Command(
                    "verify", Phrase("read a backup and prove that it is whole", "读取备份并验证其完整"), file,
                    passphraseFile, secretKey, site
                ) { arguments, interaction in
                    let path = arguments[file]
                    var reader = try BackupReader(path, with: try opener(arguments, interaction))
                    let end = try reader.readAll { _ in }
                    try Restore.require(try fingerprint(arguments), end)
                    try show(path, size: reader.offset, end, interaction)
                    return .ok
                },
                Command(
                    "key", Phrase("make a key: whoever has its file can open the backups", "生成密钥：持有密钥文件者可打开备份"),
                    keyFile
                ) { arguments, interaction in
                    let seed = SystemRandom.bytes(32)
                    let key = try BoxKey(seed: seed)
                    try DataFolder(path: ".").write(Array((seed.hex + "\n").utf8), to: arguments[keyFile])
                    try interaction.show(
                        ["public_key": .string(key.publicKey.hex)], text: key.publicKey.hex)
                    interaction.say(
                        Phrase(
                            "Keep the file away from the server: it opens every backup made with --public-key.",
                            "请勿将该文件存放在服务器上：它能打开所有用此公钥创建的备份。"))
                    return .ok
                },
            ])
    }

    /// OPS-2b.
    static func restore(_ data: Parameter<String>) -> Command {
        Command(
            "restore", Phrase("make an empty data directory a server's again, from a backup", "用备份恢复到空的数据目录"), file,
            data, passphraseFile, secretKey, site
        ) { arguments, interaction in
            let restored = try Restore.run(
                arguments[file], into: DataFolder(path: arguments[data]), with: try opener(arguments, interaction),
                site: try fingerprint(arguments))
            try interaction.show(restored.json, text: restored.text(interaction.language))
            return .ok
        }
    }

    /// OPS-2b.
    static func missing(_ data: Parameter<String>) -> Command {
        Command(
            "missing", Phrase("after a restore: what has not come back, and what is lost", "恢复之后：尚未补回与已丢失的内容"),
            data
        ) { arguments, interaction in
            let folder = DataFolder(path: arguments[data])
            try folder.requireInitialised()
            let restored = try Restored(folder)
            try interaction.show(restored.json, text: restored.text(interaction.language))
            return .ok
        }
    }

    private static func show(
        _ path: String, size: Int, _ end: BackupEnd, _ interaction: Interaction
    ) throws {
        let (site, time) = (try end.site.text, Moment.text(end.madeMs))
        try interaction.show(
            [
                "file": .string(path), "bytes": JSON(size), "pages": JSON(end.pages), "files": JSON(end.files),
                "made_ms": .integer(end.madeMs), "site": .string(site), "whole": true,
            ],
            text: interaction.text(
                Phrase(
                    "\(path) is whole: the state of \(time), \(size) bytes, site \(site)",
                    "\(path) 完整：\(time) 的状态，\(size) 字节，站点 \(site)")))
    }

    // Passphrases and keys

    /// A passphrase may be tried for years by whoever has the file.
    private static let leastPassphrase = 12

    private static func lock(_ arguments: Arguments, _ interaction: Interaction) throws -> BackupLock {
        if let text = arguments[publicKey] {
            guard let key = [UInt8](hex: text), key.count == BoxKey.publicSize else {
                throw CommandFailure(
                    .usage, name: "usage",
                    Phrase("--public-key is no key: 64 hex digits", "--public-key 不是公钥（64 位十六进制）"))
            }
            return .publicKey(key)
        }
        if let path = arguments[passphraseFile] { return .passphrase(try long(firstLine(path))) }
        let typed = try interaction.askSecret(Phrase("passphrase", "口令"), insteadOf: "--passphrase-file")
        if interaction.isAskedAtTerminal {
            let again = try interaction.askSecret(Phrase("once more", "再输入一次"), insteadOf: "--passphrase-file")
            guard typed == again else {
                throw CommandFailure(.usage, name: "usage", Phrase("the two differ", "两次输入不一致"))
            }
        }
        return .passphrase(try long(Array(typed.utf8)))
    }

    private static func long(_ passphrase: [UInt8]) throws -> [UInt8] {
        guard passphrase.count >= leastPassphrase else {
            throw CommandFailure(
                .usage, name: "usage",
                Phrase(
                    "the passphrase is shorter than \(leastPassphrase) characters", "口令不足 \(leastPassphrase) 个字符"))
        }
        return passphrase
    }

    private static func opener(_ arguments: Arguments, _ interaction: Interaction) throws -> BackupOpener {
        if let path = arguments[secretKey] {
            guard let seed = [UInt8](hex: String(decoding: try firstLine(path), as: UTF8.self)), seed.count == 32 else {
                throw CommandFailure(
                    .failure, name: "key_damaged", Phrase("\(path) is no key file", "\(path) 不是密钥文件"))
            }
            return .secretKey(seed)
        }
        if let path = arguments[passphraseFile] { return .passphrase(try firstLine(path)) }
        let typed = try interaction.askSecret(Phrase("passphrase", "口令"), insteadOf: "--passphrase-file")
        return .passphrase(Array(typed.utf8))
    }

    private static func fingerprint(_ arguments: Arguments) throws -> SiteFingerprint? {
        guard let text = arguments[site] else { return nil }
        do {
            return try SiteFingerprint(text: text)
        } catch {
            throw CommandFailure(
                .usage, name: "usage", Phrase("--site is no fingerprint: \(error)", "--site 不是站点指纹：\(error)"))
        }
    }

    private static func firstLine(_ path: String) throws -> [UInt8] {
        try DataFolder(path: ".").read(path).prefix { $0 != 0x0A && $0 != 0x0D }
    }

}

extension [UInt8] {
    var hex: String { map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }

    init?(hex: String) {
        let digits = hex.compactMap(\.hexDigitValue)
        guard digits.count == hex.utf8.count, digits.count % 2 == 0 else { return nil }
        self = stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    }
}

/// A time for people, on China's clock to the second: `2026-10-02 08:31:07+08`.
enum Moment {
    static func text(_ ms: Int64) -> String { ZoneRule.china.stamp(Instant(ms)) }
}
