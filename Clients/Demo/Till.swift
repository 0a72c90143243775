import Console
import Foundation

/// Payment gateways without money, in a process of their own, and what a server's settings say of them.
struct Till {
    private let programs: Processes
    private let gateways: ServerProcess

    /// - Parameters:
    ///   - keys: the `keys` folder of a server that does not run yet.
    ///   - port: of the gateways; 0 = any free one.
    init(_ programs: Processes, keys: String, port: Int = 0) throws {
        self.programs = programs
        gateways = try programs.start(
            "rollcall-gateways", ["serve", "--keys", keys, "--port", "\(port)"], log: keys + "/../gateways.log")
    }

    /// `http://127.0.0.1:PORT`.
    var address: String { gateways.address }

    /// The command that pays what a code asks for, without the code.
    var payment: String { "rollcall-gateways pay CODE --port \(port)" }

    private var port: Substring { address.split(separator: ":").last ?? "" }

    /// Writes the settings of a server that takes payments by these gateways.
    /// - Parameter noticePort: on which it hears their notices; nil: it asks them instead.
    func furnish(_ folder: String, noticePort: Int? = nil) throws {
        let payments = try String(contentsOfFile: folder + "/keys/payments.json", encoding: .utf8)
        let listener = noticePort.map { "\"http\": {\"listen\": \"127.0.0.1:\($0)\"}, " } ?? ""
        let text = "{\(listener)\"payments\": \(payments)}\n"
        let path = folder + "/settings.json"
        guard FileManager.default.createFile(atPath: path, contents: Data(text.utf8)) else {
            throw CommandFailure(.failure, name: "file", Phrase("cannot write \(path)", "无法写入 \(path)"))
        }
    }

    /// Scans a code and pays.
    func pay(_ code: String) throws {
        _ = try programs.must("rollcall-gateways", ["pay", code, "--port", String(port)])
    }

    func stop() { gateways.stop() }
}
