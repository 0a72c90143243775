import ClientKit
import Console
import Domain
import Foundation
import Messages
import Threads

/// The story of money: by the rules of one system a trainee orders, pays, books and gets a pass; by those of another one orders
/// with lodging, pays, and gets the lodging's money back. The gateways run in a process of their own, and their notices are lost.
final class CourseStory {
    private let programs: Processes
    private let interaction: Interaction
    private let folder: String
    private var step = 0

    init(_ programs: Processes, _ interaction: Interaction, folder: String) {
        self.programs = programs
        self.interaction = interaction
        self.folder = folder
    }

    private func say(_ en: String, _ zh: String) {
        step += 1
        interaction.say(Phrase("\(step < 10 ? " " : "")\(step)  \(en)", "\(step < 10 ? " " : "")\(step)  \(zh)"))
    }

    func run() throws -> ExitCode {
        let data = folder + "/server"
        let made = try programs.must("rollcalld", ["init", "--data", data])
        let till = try Till(programs, keys: data + "/keys")
        defer { till.stop() }
        try till.furnish(data)
        let server = try programs.serve(data: data, listen: "127.0.0.1:0")
        defer { server.stop() }
        let office = try Office(server.address, site: made.text("site"))
        _ = try office.arrive("admin", oneTime: made.text("password"))
        let base = try office.organisation(.base, "市急救中心")
        let keeper = Office(sharing: office)
        let account = try office.account("jijiu", "基地管理员", .baseAdmin, of: base)
        _ = try keeper.arrive("jijiu", oneTime: account.initialPassword)
        say("a server that takes WeChat Pay and Alipay; both are simulated", "服务器已接入（模拟的）微信支付和支付宝")

        let courses = PaidCourses(office, base: base)
        let trainees = try zip(ProvincePeople.all, ["alone", "with-lodging"]).map { newcomer, name in
            try ProvincePeople(office).register(newcomer).client.close()
            let home = "\(folder)/\(name)"
            _ = try programs.must("rollcall", ["connect", server.address, "--site", made.text("site")], home: home)
            _ = try programs.must(
                "rollcall", ["login", newcomer.account], input: ProvincePeople.password + "\n", home: home)
            return home
        }
        try orderPass(courses.publicCourse(capacity: 1), keeper, till, home: trainees[0])
        try returnLodging(courses.classWithLodging(), office, till, home: trainees[1])

        let balance: TrialBalanceReply = try office.client.call(.ordersTrialBalance, TrialBalanceRequest())
        var table = Table(
            Table.Column("account", Phrase("account", "科目")), Table.Column("balance", Phrase("balance", "余额"), .right))
        for entry in balance.balances {
            table.add(Table.Cell(entry.account), Shown.fen(entry.fen))
        }
        try interaction.show(table)
        try check(balance.sumFen == 0, "the ledger's sum", "\(balance.sumFen)")
        let expected: [LedgerAccount: Int64] = [.weChat: 30_000, .alipay: 80_000, .training: -110_000]
        for (account, fen) in expected {
            let found = balance.balances.first { $0.account == account }?.fen ?? 0
            try check(found == fen, "\(account)", "\(found), not \(fen)")
        }
        interaction.say(Phrase("every fen is where it must be", "每一分钱都对得上"))
        return .ok
    }

    private func orderPass(_ session: UInt64, _ keeper: Office, _ till: Till, home: String) throws {
        let refused = try programs.run("rollcall", ["book", "\(session)"], home: home)
        try check(refused.code == ExitCode.refused.rawValue, "booking without a payment", "exit \(refused.code)")
        let order = try programs.must("rollcall", ["order", "\(session)", "--confirm"], home: home).number("order")
        try pay(order, by: "we-chat", till, home: home)
        let booking = try programs.must("rollcall", ["bookings", "list"], home: home).number("booking")
        try keeper.client.decide(.booking, UInt64(booking), .approve)
        let pass = try programs.must("rollcall", ["pass", "\(booking)"], home: home)
        try check(!pass.lines.isEmpty, "the pass", "none")
        say(
            "a course is booked with a place that was paid for by WeChat Pay; the base approves, and the pass is there",
            "微信支付购得名额并预约课程，基地审核通过，听课证已生成")
    }

    private func returnLodging(_ session: UInt64, _ office: Office, _ till: Till, home: String) throws {
        let order = try programs.must(
            "rollcall", ["order", "\(session)", "--confirm", "--lodging", PaidCourses.lodging], home: home
        ).number("order")
        try pay(order, by: "alipay", till, home: home)
        let refund = try programs.must(
            "rollcall", ["refund", "ask", "\(order)", "--kind", "lodging", "--reason", "当天往返"], home: home
        ).number("refund")
        try office.client.decide(.refund, UInt64(refund), .approve)
        try until("the lodging to be paid back", "住宿费退回") {
            try programs.must("rollcall", ["orders", "show", "\(order)"], home: home).text("state") == "partlyRefunded"
        }
        say(
            "a class with lodging is paid for by Alipay; the lodging's ¥360.00 go back, and the enrolment stays",
            "支付宝缴纳培训费和住宿费；住宿费 ¥360.00 已退回，报名保留")
    }

    private func pay(_ order: Int, by channel: String, _ till: Till, home: String) throws {
        let shown = try programs.must("rollcall", ["pay", "\(order)", "--by", channel, "--no-wait"], home: home)
        try till.pay(shown.text("code"))
        try until("order \(order) to be paid", "订单 \(order) 支付") {
            try programs.must("rollcall", ["orders", "show", "\(order)"], home: home).text("state") == "paid"
        }
        say("order \(order) is paid; no notice came, the server has asked by itself", "订单 \(order) 已支付（未收到通知，由服务器查询得知）")
    }

    private func until(_ en: String, _ zh: String, _ holds: () throws -> Bool) throws {
        for _ in 0..<300 {
            if try holds() { return }
            Thread.sleep(forTimeInterval: 0.2)
        }
        throw CommandFailure(.failure, name: "story", Phrase("waited a minute for \(en)", "等待一分钟：\(zh)"))
    }

    private func check(_ holds: Bool, _ what: String, _ found: String) throws {
        guard !holds else { return }
        throw CommandFailure(.failure, name: "story", Phrase("the story is off at \(what): \(found)"))
    }
}
