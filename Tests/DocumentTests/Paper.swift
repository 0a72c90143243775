import Documents
import Foundation
import QRCodes
import Signatures

/// A certificate, and keys to sign it.
enum Paper {
    /// 2026-11-05 08:00 UTC.
    static let nowMs: Int64 = 1_793_865_600_000
    static let code =
        "https://rollcall.example/c/2026-000017/7KQ4-M2XP-9DTA#" + String(repeating: "Kj3_-x9ZpQ4t", count: 12)

    static let root = make("a root", under: nil)
    static let signer = make("documents", under: root)

    private static func make(_ name: String, under root: DocumentSigner?) -> DocumentSigner {
        do {
            return try DocumentSigner.make(
                commonName: name, under: root, serial: root == nil ? [1, 2] : [1, 3], fromMs: nowMs - 86_400_000,
                days: 3650)
        } catch { fatalError("\(error)") }
    }

    static func sign(_ pdf: [UInt8]) throws -> [UInt8] { try PDFSigning.sign(pdf, by: signer, atMs: nowMs) }

    static func page(fields: [CertificatePage.Field]? = nil) -> CertificatePage {
        guard let qr = QRCode(code) else { fatalError("the code's text fits") }
        return CertificatePage(
            title: "继续医学教育学分证书",
            fields: fields ?? [
                .init("姓名", "欧阳靖雯"), .init("证件号码", "610102199003071234"),
                .init("项目名称", "心血管疾病规范化诊疗新进展"), .init("项目编号", "2026-03-01-017 (省级)"),
                .init("项目级别", "省级 · Ⅰ类"), .init("举办日期", "2026-10-02 – 2026-10-08"),
                .init("举办形式", "线下"), .init("学分", "Ⅰ类 6.0 学分"), .init("学时", "18.0"),
                .init("证书编号", "2026-000017"), .init("发证单位", "陕西省继续医学教育委员会办公室"),
                .init("发证日期", "2026-11-05"),
            ],
            code: qr,
            caption: [
                "扫描二维码，或在 rollcall.example/c 输入证书编号 2026-000017 与验证码 7KQ4-M2XP-9DTA，即可核验本证书。",
                "Scan the code, or enter number and code at the address above, to verify this certificate.",
            ],
            author: "陕西省继续医学教育委员会办公室", createdMs: nowMs)
    }

    /// Calls `body` with the path of a file of these bytes, which is removed afterwards, with what `body` put beside it.
    static func onDisk(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "paper-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "page.pdf")
        try Data(bytes).write(to: file)
        try body(file.path)
    }
}

/// Tools of others: poppler, zbar, OpenSSL's command, a judge.
enum Tool {
    struct Failed: Error { let code: Int32, said: String }

    /// Returns what the tool printed. Throws if it failed.
    static func run(_ name: String, _ arguments: String...) throws -> String {
        let (process, out, error) = (Process(), Pipe(), Pipe())
        process.executableURL = URL(filePath: name.hasPrefix("/") ? name : "/usr/bin/" + name)
        process.arguments = arguments
        process.environment = ["LANG": "C.UTF-8", "TZ": "UTC", "PATH": "/usr/bin:/bin"]
        process.standardOutput = out
        process.standardError = error
        try process.run()
        let bytes = out.fileHandleForReading.readDataToEndOfFile()
        let complaint = error.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failed(code: process.terminationStatus, said: String(decoding: complaint, as: UTF8.self))
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
