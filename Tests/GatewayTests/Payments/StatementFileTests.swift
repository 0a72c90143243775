import Application
import Domain
import Foundation
import GatewaySimulator
import StatementFiles
import Testing

/// ORD-6b: the gateways' own files, read piece by piece.
@Suite(.timeLimit(.minutes(15))) struct StatementFileTests {
    private static let today = ZoneRule.china.day(of: Instant(Int64(Date().timeIntervalSince1970 * 1000)))

    /// A payment of ¥1.00, ¥0.40 of it paid back, and one that nobody has paid.
    private func file(_ channel: PaymentChannel) throws -> (bytes: [UInt8], transaction: String) {
        let fixture = try GatewayFixture()
        let gateway = try fixture.gateway(channel)
        let request = try GatewayFixture.request()
        _ = gateway.precreate(request)
        _ = gateway.precreate(try GatewayFixture.request("ORDER0000002"))
        try fixture.simulator.pay(channel, request.number.text)
        guard case .paid(let payment) = gateway.query(request.number).value else { throw Damaged(what: "not paid") }
        _ = gateway.refund(try GatewayFixture.refund(of: request, payment))
        try fixture.simulator.finishRefund(channel, "REFUND000001", "done")
        return (fixture.simulator.statement(channel), payment.transaction)
    }

    private struct Damaged: Error { let what: String }

    private func read(
        _ bytes: [UInt8], _ channel: PaymentChannel, _ day: Day = today, pieces: Int = 1 << 16
    ) throws -> [StatementEntry] {
        var file = StatementFile(channel, day: day)
        var entries: [StatementEntry] = []
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            entries += try file.read(Array(bytes[start..<min(start + pieces, bytes.count)]))
        }
        return try entries + file.finish()
    }

    @Test(
        "ORD-6b a gateway's own file is read in pieces of any size: its payments and refunds, with our numbers and fen",
        arguments: PaymentChannel.allCases)
    func entries(channel: PaymentChannel) throws {
        let (bytes, transaction) = try file(channel)
        let whole = try read(bytes, channel)
        #expect(whole.map(\.kind) == [.payment, .refund])
        #expect(whole.map(\.number) == ["ORDER0000001", "REFUND000001"])
        #expect(whole.map(\.amount) == [Fen(100), Fen(40)])
        #expect(whole.first?.transaction == transaction)
        let paidMs = try #require(whole.first?.atMs)
        // Around midnight the test's day may be over.
        #expect(abs(paidMs - Int64(Date().timeIntervalSince1970 * 1000)) < 600_000)
        for size in [1, 7, 100] { #expect(try read(bytes, channel, pieces: size) == whole, "\(size)") }
    }

    @Test(
        "ORD-6b a file that ends early is refused wherever it ends, so that nothing seems to be missing there",
        arguments: [PaymentChannel.weChat, .alipay])
    func cut(channel: PaymentChannel) throws {
        let (bytes, _) = try file(channel)
        // In WeChat Pay's last sums a zero may be missing, and of Alipay's directory nothing is read.
        let last = channel == .weChat ? bytes.count - 40 : bytes.count - 200
        for end in stride(from: 0, to: last, by: 13) {
            #expect(throws: Refusal.self, "\(end) of \(bytes.count)") { try read(Array(bytes[..<end]), channel) }
        }
    }

    @Test("ORD-6b sums that are not those of the rows, another file and another currency are refused")
    func wrong() throws {
        let (bytes, _) = try file(.weChat)
        let text = String(decoding: bytes, as: UTF8.self)
        for (old, new) in [("`0.40,`0.00,`ORIGINAL", "`0.50,`0.00,`ORIGINAL"), ("CNY", "USD"), ("`1.00", "`1.0O")] {
            let changed = Array(text.replacing(old, with: new).utf8)
            #expect(changed != bytes)
            // What the row says of the refund stands in two columns; the sums are of one.
            if old == "`0.40,`0.00,`ORIGINAL" { continue }
            #expect(throws: Refusal.self, "\(new)") { try read(changed, .weChat) }
        }
        let lines = text.split(separator: "\r\n").map(String.init)
        let short = lines.enumerated().filter { $0.offset != 2 }.map(\.element).joined(separator: "\r\n")
        #expect(throws: Refusal.self) { try read(Array(short.utf8), .weChat) }
        #expect(throws: Refusal.self) { try read(Array("姓名,手机号\r\n".utf8), .weChat) }
        #expect(throws: Refusal.self) { try read(bytes, .alipay) }
        #expect(throws: Refusal.self) { try read(Array("S22 1 2 3".utf8), .unionPay) }
    }

    @Test("ORD-6b WeChat Pay's line ends without returns, its count with a decimal and commas in a name are read")
    func weChatAsFetched() throws {
        let heading = "交易时间,微信订单号,商户订单号,交易状态,货币种类,商户退款单号,退款状态,商品名称,订单金额,申请退款金额"
        let rows = [
            "`2026-10-02 05:01:46,`42001,`P1,`SUCCESS,`CNY,`0,`,`心肺复苏,周六班,`300.00,`0.00",
            "`2026-10-02 18:19:32,`42002,`P2,`REFUND,`CNY,`R2,`SUCCESS,`心肺复苏,`0.00,`0.01",
            "`2026-10-02 18:20:00,`42003,`P3,`REFUND,`CNY,`R3,`PROCESSING,`心肺复苏,`0.00,`0.02",
        ]
        let sums = ["总交易单数,应结订单总金额,订单总金额,申请退款总金额", "`3.0,`300.0,`300.0,`0.03"]
        let text = ([heading] + rows + sums).joined(separator: "\n") + "\n"
        let entries = try read(Array(text.utf8), .weChat)
        // What is under way comes again when it is done.
        #expect(entries.map(\.number) == ["P1", "R2"])
        #expect(entries.map(\.amount) == [Fen(30_000), Fen(1)])
    }

    @Test("ORD-6b the sums of a month may be larger than any payment")
    func largeSums() throws {
        let heading = "交易时间,微信订单号,商户订单号,交易状态,货币种类,商户退款单号,退款状态,订单金额,申请退款金额"
        let rows = (1...3).map { "`2026-10-02 05:01:46,`4200\($0),`P\($0),`SUCCESS,`CNY,`0,`,`90000000.00,`0.00" }
        let sums = ["总交易单数,订单总金额,申请退款总金额", "`3,`270000000.00,`0.00"]
        let text = ([heading] + rows + sums).joined(separator: "\r\n") + "\r\n"
        #expect(try read(Array(text.utf8), .weChat).map(\.amount) == Array(repeating: Fen(9_000_000_000), count: 3))
        let other = text.replacing("`270000000.00", with: "`270000000.01")
        #expect(throws: Refusal.self) { try read(Array(other.utf8), .weChat) }
    }

    @Test(
        "ORD-6b an amount is whole yuan, or yuan with one or two decimals, and nothing else",
        arguments: [
            ("1160.00", 116_000), ("1160", 116_000), ("3.0", 300), ("0.05", 5), ("-12.30", 1230), ("", nil),
            (".5", nil),
            ("1.", nil), ("1.234", nil), ("1.0O", nil), ("1 0", nil), ("--1", nil), ("1.2.3", nil), ("-", nil),
            ("99999999999999999", nil),
        ] as [(String, Int64?)])
    func amounts(yuan: String, expected: Int64?) throws {
        let heading = "交易时间,微信订单号,商户订单号,交易状态,货币种类,商户退款单号,退款状态,订单金额,申请退款金额"
        let row = "`2026-10-02 18:19:32,`42002,`P2,`REFUND,`CNY,`R2,`SUCCESS,`0.00,`\(yuan)"
        let sums = "`1,`0.00,`\(yuan)"
        let text = [heading, row, "总交易单数,订单总金额,申请退款总金额", sums].joined(separator: "\n") + "\n"
        if let expected {
            #expect(try read(Array(text.utf8), .weChat).map(\.amount) == [Fen(expected)])
        } else {
            #expect(throws: Refusal.self) { try read(Array(text.utf8), .weChat) }
        }
    }

    @Test("ORD-6b Alipay's archive as it is fetched: compressed, the list beside its summary; a damaged one is refused")
    func compressed() throws {
        let (bytes, _) = try file(.alipay)
        let script = """
            import io, sys, zipfile
            stored = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
            out = io.BytesIO()
            with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr("summary.csv", "#汇总\\n门店编号,交易订单总笔数\\n合计,1\\n#汇总列表结束\\n".encode("gbk"))
                archive.writestr("list.csv", stored.read(stored.namelist()[0]))
            sys.stdout.buffer.write(out.getvalue())
            """
        let python = Process()
        python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        python.arguments = ["python3", "-c", script]
        let (input, output) = (Pipe(), Pipe())
        (python.standardInput, python.standardOutput) = (input, output)
        try python.run()
        try input.fileHandleForWriting.write(contentsOf: Data(bytes))
        try input.fileHandleForWriting.close()
        let archive = [UInt8](output.fileHandleForReading.readDataToEndOfFile())
        python.waitUntilExit()
        #expect(archive.count < bytes.count)
        let entries = try read(archive, .alipay)
        #expect(entries == (try read(bytes, .alipay)))
        #expect(try read(archive, .alipay, pieces: 1) == entries)
        var seen = 0
        for place in stride(from: 60, to: archive.count - 250, by: 3) {
            var damaged = archive
            damaged[place] ^= 0x10
            do {
                if try read(damaged, .alipay) != entries { Issue.record("byte \(place) changes what is read") }
            } catch is Refusal {
                seen += 1
            }
        }
        #expect(seen > 50)
    }

    @Test("ORD-6b UnionPay's times get the year of the statement's day, around a new year too")
    func years() throws {
        func line(_ time: String) -> [UInt8] {
            let widths = [3, 11, 11, 6, 10, 19, 12, 4, 2, 21, 2, 32]
            let values = [0: "S22", 4: time, 6: "000000030000", 9: "Q1", 11: "P1"]
            let fields = widths.enumerated().map { index, width in
                (values[index] ?? "").padding(toLength: width, withPad: " ", startingAt: 0)
            }
            return Array((fields.joined(separator: " ") + "\r\n").utf8)
        }
        let newYear = try #require(Day(year: 2027, month: 1, day: 1))
        let late = try #require(try read(line("1231233000"), .unionPay, newYear).first?.atMs)
        #expect(ZoneRule.china.clock(Instant(late)) == "2026-12-31 23:30:00")
        let early = try #require(try read(line("0101080000"), .unionPay, newYear).first?.atMs)
        #expect(ZoneRule.china.clock(Instant(early)) == "2027-01-01 08:00:00")
        #expect(StatementSpan(.unionPay, newYear).range.contains(late))
    }
}
