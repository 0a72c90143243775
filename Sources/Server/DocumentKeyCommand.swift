import Console
import Crypto
import Foundation
import Passes

extension Command {
    /// The key that signs documents.
    static func documentKey(_ data: Parameter<String>) -> Command {
        let file: Parameter<String> = .argument("FILE", Phrase("PKCS #12: the key and its certificates", "PKCS #12 文件"))
        let password: Parameter<String> = .required(
            "password-file", "FILE", Phrase("a file whose first line is its password", "首行为密码的文件"))
        return Command(
            "document-key", Phrase("the key that signs certificates", "证书签名密钥"),
            commands: [
                Command(
                    "export", Phrase("print the certificate to be trusted, PEM", "输出受信任的根证书（PEM）"), data
                ) { arguments, interaction in
                    let folder = DataFolder(path: arguments[data])
                    try interaction.data(try folder.documentCertificates(of: folder.fingerprint()))
                    return .ok
                },
                Command(
                    "rotate", Phrase("make a new key; then send SIGHUP to the server", "更换密钥，随后向服务器发送 SIGHUP"), data
                ) { arguments, interaction in
                    let folder = DataFolder(path: arguments[data])
                    try folder.rotateDocumentKey(of: folder.fingerprint())
                    interaction.say(Phrase("a new key signs from the next start or SIGHUP", "下次启动或收到 SIGHUP 后启用新密钥"))
                    return .ok
                },
                Command(
                    "import", Phrase("take an organisation's key", "导入机构密钥"), data, file, password
                ) { arguments, interaction in
                    let folder = DataFolder(path: arguments[data])
                    try folder.requireInitialised()
                    let line = try folder.read(arguments[password]).prefix { $0 != 0x0A && $0 != 0x0D }
                    try folder.importDocumentKey(
                        try folder.read(arguments[file]), password: String(decoding: line, as: UTF8.self))
                    interaction.say(Phrase("it signs from the next start or SIGHUP", "下次启动或收到 SIGHUP 后启用"))
                    return .ok
                },
            ])
    }
}

extension DataFolder {
    fileprivate func fingerprint() throws -> SiteFingerprint {
        try requireInitialised()
        return try SiteFingerprint(siteID: SigningKey(seed: read(siteKey)).publicKey.siteID)
    }
}
