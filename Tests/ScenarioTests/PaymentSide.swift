import Domain
import Foundation
import GatewaySimulator
import Gateways
import Processes
import Threads

/// The payment gateways of a scenario, and the phones of those who pay.
final class PaymentSide {
    private let simulator: Simulator

    init() throws {
        simulator = try Simulator(
            SimulatorKeys.make(nowMs: WallClock.nowMs(), random: SystemRandom.bytes), now: WallClock.nowMs,
            random: SystemRandom.bytes)
        try simulator.start()
        simulator.holdFapiaos()
    }

    deinit { simulator.stop() }

    /// Makes a server's folder known to the gateways, and the gateways to it. Nobody listens for notices: the server asks.
    func introduce(_ data: URL) throws -> String {
        for (name, text) in try simulator.keys.merchantFiles() {
            try Data(text.utf8).write(to: data.appendingPathComponent("keys/\(name)"))
        }
        let address = "http://127.0.0.1:\(simulator.port)"
        return """
            {"notice_url":"http://127.0.0.1","wechat":{
             "merchant":"\(SimulatorKeys.weChatMerchant)","app":"\(SimulatorKeys.weChatApp)",
             "certificate_file":"merchant-certificate.pem","key_file":"merchant.pem","api_key_file":"wechat-api-key",
             "public_keys":{"\(SimulatorKeys.weChatKeyID)":"wechat-public.pem"},"hosts":["\(address)"],
             "invoices":{"training":{"tax_code":"3070201020000000000","name":"培训费","tax_rate":3},
              "lodging":{"tax_code":"3070402000000000000","name":"住宿费","tax_rate":6}}}}
            """
    }

    /// Does what happens at a gateway: `pay weChat CODE`, `refund weChat NUMBER done`, `statement weChat FILE`, and
    /// `invoice weChat NUMBER`: it is issued, or voided; as soon as the gateway has heard of it.
    func act(_ words: [String], in folder: URL) throws {
        let until = Date(timeIntervalSinceNow: 30)
        while true {
            do {
                return try tryOnce(words, in: folder)
            } catch  where Date() < until {
                continue
            }
        }
    }

    private func tryOnce(_ words: [String], in folder: URL) throws {
        guard words.count >= 3, let channel = PaymentChannel(word: words[1].lowercased()) else {
            throw Programs.Failure("no act of a gateway: \(words)")
        }
        switch words[0] {
        case "pay":
            guard let number = words[2].split(separator: "=").last else { throw Programs.Failure("no code") }
            try simulator.pay(channel, String(number))
        case "refund": try simulator.finishRefund(channel, words[2], words.count > 3 ? words[3] : "done")
        case "invoice": try simulator.finishFapiao(words[2])
        case "statement":
            try Data(simulator.statement(channel)).write(to: folder.appendingPathComponent(words[2]))
        default: throw Programs.Failure("no act of a gateway: \(words)")
        }
    }
}
