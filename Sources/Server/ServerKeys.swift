import Console
import Crypto
import Foundation
import Network
import Service

/// The keys of a data directory, each complete and readable by its owner only.
struct ServerKeys {
    let site: SigningKey
    let master: MasterKey
    let serverLog: SigningKey
    let tls: TLSIdentity
    let check: KeyCheck

    init(_ folder: DataFolder) throws {
        try folder.requirePrivate()
        var seeds: [KeyCheck.Key: [UInt8]] = [:]
        for key in KeyCheck.Key.allCases { seeds[key] = try folder.seed(key.rawValue) }
        site = try SigningKey(seed: seeds[.site] ?? [])
        master = try MasterKey(seeds[.master] ?? [])
        serverLog = try SigningKey(seed: seeds[.serverLog] ?? [])
        check = KeyCheck(seeds)
        tls = try folder.tlsIdentity()
    }
}

extension DataFolder {
    static let putBack = Phrase(
        "put the file back from your copy of the keys folder", "请从 keys 目录的备份中恢复该文件")

    func tlsIdentity() throws -> TLSIdentity {
        let (chain, key) = (try existing(certificate), try existing(tlsKey))
        do {
            return try TLSIdentity(
                certificatePEM: String(decoding: chain, as: UTF8.self), keyPEM: String(decoding: key, as: UTF8.self))
        } catch {
            throw CommandFailure(
                .failure, name: "key_damaged",
                Phrase(
                    "\(certificate) and tls.key do not belong together: \(error)",
                    "\(certificate) 与 tls.key 不匹配：\(error)"),
                hint: Self.putBack)
        }
    }

    private func existing(_ file: String) throws -> [UInt8] {
        guard FileManager.default.fileExists(atPath: file) else {
            throw CommandFailure(
                .failure, name: "key_missing", Phrase("\(file) is missing", "缺少 \(file)"), hint: Self.putBack)
        }
        return try read(file)
    }

    /// Reads a key of 32 bytes.
    fileprivate func seed(_ name: String) throws -> [UInt8] {
        let bytes = try existing(key(name))
        guard bytes.count == 32 else {
            throw CommandFailure(
                .failure, name: "key_damaged",
                Phrase(
                    "\(key(name)) has \(bytes.count) bytes instead of 32", "\(key(name)) 为 \(bytes.count) 字节，应为 32 字节"),
                hint: Self.putBack)
        }
        return bytes
    }

    func wrong(_ keys: [KeyCheck.Key]) -> CommandFailure {
        if keys == [.serverLog], FileManager.default.fileExists(atPath: serverLogKey + ".new") {
            return CommandFailure(
                .failure, name: "wrong_key",
                Phrase("the change of server-log.key was broken off", "更换服务器日志密钥时被中断"),
                hint: Phrase(
                    "run: rollcalld rotate server-log --data \(path)", "请运行：rollcalld rotate server-log --data \(path)")
            )
        }
        let names = keys.map { key($0.rawValue) }.joined(separator: ", ")
        return CommandFailure(
            .failure, name: "wrong_key",
            Phrase("not of this database: \(names)", "与数据库不匹配：\(names)"),
            hint: Phrase(
                "put back the file that was made with \(database), or the database that belongs to the keys; nothing was changed",
                "请恢复与 \(database) 一同创建的密钥文件，或恢复与密钥匹配的数据库；尚未作任何更改"))
    }

    /// Throws if other users may read the keys or the database, or may create files here.
    func requirePrivate() throws {
        let keys = path + "/keys"
        let secrets = try FileManager.default.contentsOfDirectory(atPath: keys).sorted().map { keys + "/" + $0 }
            .filter { $0 != certificate }
        for (file, others) in [(path, 0o022), (keys, 0o077)] + (secrets + [database]).map({ ($0, 0o077) }) {
            var status = stat()
            guard unsafe stat(file, &status) == 0 else {
                if errno == ENOENT { continue }
                throw failure(file)
            }
            let mode = Int(status.st_mode) & 0o777
            guard mode & others == 0 else { throw exposed(file, mode) }
        }
    }

    private func exposed(_ file: String, _ mode: Int) -> CommandFailure {
        let octal = String(mode, radix: 8)
        let command =
            file == path ? "chmod go-w \(path)" : "chmod -R go= \(file == database ? database : path + "/keys")"
        return CommandFailure(
            .failure, name: "not_private",
            Phrase(
                "\(file) is open to others (mode \(octal))", "\(file) 对其他用户开放（权限 \(octal)）"),
            hint: Phrase("run: \(command)", "请运行：\(command)"))
    }
}
