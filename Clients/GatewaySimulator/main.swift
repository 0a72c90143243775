import Console
import Foundation
import Threads

private let listen: Parameter<Int> = .option(
    "port", "N", Phrase("port on this machine", "本机端口"), default: 7790)
private let folder: Parameter<String> = .required(
    "keys", "DIR", Phrase("where the merchant's keys and the gateways' public ones are written", "写入商户密钥与网关公钥的目录"))

Program(
    "rollcall-gateways", version: "0.1.0",
    Phrase("WeChat Pay, Alipay and UnionPay from the other side, without money", "模拟微信支付、支付宝和银联网关，不涉及真实资金"),
    commands: [
        Command(
            "serve",
            Phrase(
                "answers merchants; POST /control/pay?gateway=wechat&number=N pays",
                "响应商户请求；POST /control/pay?gateway=wechat&number=N 完成支付"), folder, listen
        ) {
            (arguments: Arguments, interaction: Interaction) in
            let now = { @Sendable in WallClock.nowMs() }
            let keys = try SimulatorKeys.make(nowMs: now(), random: SystemRandom.bytes)
            let directory = URL(fileURLWithPath: arguments[folder])
            try FileManager.default.createDirectory(
                at: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            for (name, text) in try keys.merchantFiles() {
                let file = directory.appendingPathComponent(name).path
                guard
                    FileManager.default.createFile(
                        atPath: file, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
                else { throw CommandFailure(.failure, name: "keys", Phrase("cannot write \(file)", "无法写入 \(file)")) }
            }
            let simulator = try Simulator(keys, now: now, random: SystemRandom.bytes)
            try simulator.start(port: UInt16(clamping: arguments[listen]))
            interaction.say(
                Phrase(
                    "listening on http://127.0.0.1:\(simulator.port)/", "正在监听 http://127.0.0.1:\(simulator.port)/"))
            while true { pause() }
        }
    ]
).main()
