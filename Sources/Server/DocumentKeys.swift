import Console
import Foundation
import Network
import Passes
import Service
import Signatures
import Threads

// The keys that sign documents: `keys/document.pem`, under the root of this site in `keys/document-root.pem`, or an
// organisation's own. Each file has the private key first, then its certificates.
extension DataFolder {
    private var documentRoot: String { key("document-root.pem") }
    private var documentKey: String { key("document.pem") }

    /// So long are the keys valid: who verifies a file decades later asks about the day of its signature.
    private static let documentDays = 7300

    /// Returns the key that signs documents. Makes it, and its root, in a folder that has none.
    func documentSigner(of site: SiteFingerprint) throws -> DocumentSigner {
        if !FileManager.default.fileExists(atPath: documentKey) { try rotateDocumentKey(of: site) }
        return try signer(documentKey)
    }

    /// Makes a new key under the root of this site. What the old one has signed stays valid: it names its own certificate.
    func rotateDocumentKey(of site: SiteFingerprint) throws {
        if !FileManager.default.fileExists(atPath: documentRoot) {
            try keep(try newSigner("Rollcall site \(site.text)", under: nil), in: documentRoot)
        }
        try keep(
            try newSigner("Rollcall documents \(site.text)", under: signer(documentRoot)), in: documentKey)
    }

    /// Takes an organisation's key in place of the site's own.
    func importDocumentKey(_ pkcs12: [UInt8], password: String) throws {
        let signer: DocumentSigner
        do {
            signer = try DocumentSigner(pkcs12: pkcs12, password: password)
        } catch {
            throw CommandFailure(
                .failure, name: "pkcs12", Phrase("the file cannot be opened: \(error)", "无法打开该文件：\(error)"))
        }
        try keep(signer, in: documentKey)
    }

    /// The certificates that whoever verifies documents needs: the root, where the key is the site's own.
    func documentCertificates(of site: SiteFingerprint) throws -> String {
        let signer = try documentSigner(of: site)
        guard FileManager.default.fileExists(atPath: documentRoot) else { return try signer.certificatesPEM() }
        return try self.signer(documentRoot).certificatesPEM()
    }

    private func newSigner(_ name: String, under root: DocumentSigner?) throws -> DocumentSigner {
        try DocumentSigner.make(
            commonName: name, under: root, serial: [1] + SystemRandom.bytes(15), fromMs: WallClock.nowMs() - 3_600_000,
            days: Self.documentDays)
    }

    private func signer(_ file: String) throws -> DocumentSigner {
        do {
            return try DocumentSigner(pem: String(decoding: try read(file), as: UTF8.self))
        } catch let error as SignatureError {
            throw CommandFailure(
                .failure, name: "key_damaged", Phrase("\(file): \(error)", "\(file)：\(error)"), hint: Self.putBack)
        }
    }

    /// Puts the key in the place of another one, whole or not at all.
    private func keep(_ signer: DocumentSigner, in file: String) throws {
        try replace(file, by: Array(signer.pem().utf8))
    }
}
