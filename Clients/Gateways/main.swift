import Console
import Foundation
import GatewaySimulator
import Gateways
import Threads

private let listen: Parameter<Int> = .option(
    "port", "N", Phrase("port on this machine", "本机端口"), default: 7790)
private let folder: Parameter<String> = .required(
    "keys", "DIR",
    Phrase(
        "where the merchant's keys, the gateways' public ones and payments.json, for the server's settings, are written",
        "写入商户密钥、网关公钥及服务器设置片段 payments.json 的目录"))

private let noticeURL: Parameter<String> = .option(
    "notices", "URL", Phrase("where the server hears notices", "服务器接收通知的地址"), default: "http://127.0.0.1:7780")
private let code: Parameter<String> = .argument("CODE", Phrase("the text of the QR code", "二维码内容"))
private let fen: Parameter<UInt64?> = .option(
    "fen", "N", Phrase("what is paid, if not what is asked for", "实付金额（分），默认为应付金额"))

/// Waits for SIGTERM or SIGINT, also where the parent has blocked them.
private func waitForTheEnd() {
    var signals = sigset_t()
    var received: Int32 = 0
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGTERM)
    unsafe sigaddset(&signals, SIGINT)
    unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    unsafe sigwait(&signals, &received)
}

Program(
    "rollcall-gateways", version: "0.1.0",
    Phrase("WeChat Pay, Alipay and UnionPay from the other side, without money", "模拟微信支付、支付宝和银联网关，不涉及真实资金"),
    commands: [
        Command(
            "serve",
            Phrase(
                "answers merchants; pay pays what they ask for",
                "响应商户请求；用 rollcall-gateways pay 完成支付"), folder, listen, noticeURL
        ) {
            (arguments: Arguments, interaction: Interaction) in
            let now = { @Sendable in WallClock.nowMs() }
            let keys = try SimulatorKeys.make(nowMs: now(), random: SystemRandom.bytes)
            let directory = URL(fileURLWithPath: arguments[folder])
            try FileManager.default.createDirectory(
                at: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            let simulator = try Simulator(keys, now: now, random: SystemRandom.bytes)
            try simulator.start(port: UInt16(clamping: arguments[listen]))
            let address = "http://127.0.0.1:\(simulator.port)"
            var files = try keys.merchantFiles()
            files["payments.json"] = try keys.settings(address: address, noticeURL: arguments[noticeURL])
            for (name, text) in files {
                let file = directory.appendingPathComponent(name).path
                guard
                    FileManager.default.createFile(
                        atPath: file, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
                else { throw CommandFailure(.failure, name: "keys", Phrase("cannot write \(file)", "无法写入 \(file)")) }
            }
            try interaction.data("listening \(address)")
            try interaction.flush()
            waitForTheEnd()
            simulator.stop()
            return .ok
        },
        Command(
            "pay", Phrase("scan a code and pay what it asks for", "扫码支付"), code, fen, listen
        ) {
            (arguments: Arguments, interaction: Interaction) in
            let escaped = arguments[code].addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            let amount = arguments[fen].map { "&fen=\($0)" } ?? ""
            let http = HTTPClient(places: 1)
            defer { http.stop() }
            let answer = try http.send(
                HTTPRequest(
                    HTTPAddress("http://127.0.0.1:\(arguments[listen])/control/pay?code=\(escaped)\(amount)"),
                    timeoutMs: 20_000, bodyLimit: 1000))
            guard answer.status == 200 else {
                let reason = String(decoding: answer.body, as: UTF8.self).split(separator: "\n").first ?? ""
                throw CommandFailure(
                    .refused, name: "gateway", Phrase(String(reason), "模拟支付机构未受理：请核对付款码与金额"))
            }
            interaction.say(Phrase("paid", "已支付"))
            return .ok
        },
    ]
).main()
