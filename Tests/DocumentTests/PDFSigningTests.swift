import Documents
import Foundation
import Seeded
import Signatures
import Testing

@Suite struct PDFSigningTests {
    @Test("CRT-1 pdfsig finds the signature valid, over the whole file, by the document key and at its time")
    func valid() throws {
        try Paper.onDisk(try Paper.sign(Paper.page().pdf())) { path in
            let said = try Tool.run("pdfsig", "-nocert", path)
            #expect(said.contains("Signature is Valid."), "\(said)")
            #expect(said.contains("Total document signed"), "\(said)")
            #expect(said.contains("Signer Certificate Common Name: documents"), "\(said)")
            #expect(said.contains("Nov 05 2026 08:00:00"), "\(said)")
        }
    }

    @Test("CRT-1 a changed byte makes the signature invalid, wherever it is")
    func changed() throws {
        let file = try Paper.sign(Paper.page().pdf())
        var random = SeededRandom(seed: 45)
        let page = try #require(file.firstRange(of: Array("stream".utf8))).upperBound
        for place in [page + 10, page + 1000]
            + (0..<6).map({ _ in Int.random(in: 20..<file.count / 2, using: &random) })
        {
            var bytes = file
            bytes[place] ^= 1
            try Paper.onDisk(bytes) { path in
                let said = (try? Tool.run("pdfsig", "-nocert", path)) ?? ""
                #expect(!said.contains("Signature is Valid."), "byte \(place)")
            }
        }
    }

    @Test("the place for the signature is no larger than it needs")
    func room() throws {
        let file = try Paper.sign(Paper.page().pdf())
        let contents = try #require(file.firstRange(of: Array("/Contents <".utf8)))
        let hex = file[contents.upperBound...].prefix { $0 != UInt8(ascii: ">") }
        let zeros = hex.reversed().prefix { $0 == UInt8(ascii: "0") }.count
        #expect(zeros <= 40 && hex.count < 4000, "\(zeros) of \(hex.count)")
    }

    @Test(
        "an organisation's PKCS #12 file signs as well, with what stands between it and its root; a wrong password opens none"
    )
    func imported() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "p12-\(UUID())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let root = try DocumentSigner.make(
            commonName: "an authority", under: nil, serial: [7, 7], fromMs: Paper.nowMs, days: 3650)
        let own = try DocumentSigner.make(
            commonName: "an association", under: root, serial: [8, 8], fromMs: Paper.nowMs, days: 365)
        try Data(own.pem().utf8).write(to: URL(filePath: folder + "/own.pem"))
        try Data(root.certificatesPEM().utf8).write(to: URL(filePath: folder + "/root.pem"))
        _ = try Tool.run(
            "openssl", "pkcs12", "-export", "-in", folder + "/own.pem", "-certfile", folder + "/root.pem", "-out",
            folder + "/own.p12", "-passout", "pass:秘密 1")
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: folder + "/own.p12")))
        #expect(throws: SignatureError.self) { try DocumentSigner(pkcs12: bytes, password: "wrong") }
        #expect(throws: SignatureError.self) { try DocumentSigner(pkcs12: [1, 2, 3], password: "") }
        let signer = try DocumentSigner(pkcs12: bytes, password: "秘密 1")
        #expect(try signer.certificatesPEM() == own.certificatesPEM() + root.certificatesPEM())
        // Read again from the form in which it is kept.
        let kept = try DocumentSigner(pem: signer.pem())
        let file = try PDFSigning.sign(Paper.page().pdf(), by: kept, atMs: Paper.nowMs)
        try Paper.onDisk(file) { path in
            let said = try Tool.run("pdfsig", "-nocert", path)
            #expect(said.contains("Signature is Valid.") && said.contains("an association"), "\(said)")
        }
    }

    @Test("what cairo did not write is refused", arguments: ["", "%PDF-1.5\n", "startxref\n5\ntrailer\n<< /Size 9 >>"])
    func foreign(text: String) {
        #expect(throws: PDFSigning.Fault.self) {
            try PDFSigning.sign(Array(text.utf8), by: Paper.signer, atMs: Paper.nowMs)
        }
    }

    /// `make document-judges`: pyHanko, which shares no code with us.
    @Test(
        "CRT-1 pyHanko trusts the signature under our root, and neither a changed file nor another root",
        .enabled(if: ProcessInfo.processInfo.environment["ROLLCALL_JUDGES"] != nil))
    func judged() throws {
        let python = try #require(ProcessInfo.processInfo.environment["ROLLCALL_JUDGES"])
        let judge = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Judges/judge.py").path
        let file = try Paper.sign(Paper.page().pdf())
        var changed = file
        changed[2000] ^= 1
        let stranger = try DocumentSigner.make(
            commonName: "root", under: nil, serial: [9], fromMs: Paper.nowMs, days: 10)
        for (bytes, root, verdict) in [
            (file, Paper.root, "valid True trusted True whole True\n"),
            (changed, Paper.root, "valid False trusted False whole True\n"),
            (file, stranger, "valid True trusted False whole True\n"),
        ] {
            try Paper.onDisk(bytes) { path in
                try Data(root.certificatesPEM().utf8).write(to: URL(filePath: path + ".pem"))
                #expect(try Tool.run(python, judge, path, path + ".pem") == verdict)
            }
        }
    }
}
