import Application
import Domain
import Foundation
import GatewaySimulator
import Testing

/// The simulator's statements, read by Python's modules for CSV and ZIP.
@Suite(.timeLimit(.minutes(15))) struct SimulatedStatementTests {
    private static let reader = """
        import csv, io, sys, zipfile
        content = sys.stdin.buffer.read()
        if sys.argv[1] == "wechat":
            rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
            assert {len(row) for row in rows[:-2]} == {27} and {len(row) for row in rows[-2:]} == {7}, rows
            assert all(value.startswith("`") for row in rows[1:-2] + rows[-1:] for value in row)
            found = [(row[6][1:], row[12][1:], row[15][1:], row[16][1:]) for row in rows[1:-2]]
            assert rows[-1][:3] == ["`2", "`1.00", "`0.40"], rows[-1]
        elif sys.argv[1] == "alipay":
            archive = zipfile.ZipFile(io.BytesIO(content))
            assert archive.testzip() is None
            text = archive.read(archive.namelist()[0]).decode("gbk")
            rows = list(csv.reader(line for line in io.StringIO(text) if not line.startswith("#")))
            assert {len(row) for row in rows} == {25} and rows[0][0] == "支付宝交易号", rows
            found = [tuple(row[index].strip() for index in (1, 11, 21, 12)) for row in rows[1:]]
        else:
            widths = [3, 11, 11, 6, 10, 19, 12, 4, 2, 21, 2, 32]
            lines = content.decode().splitlines()
            assert {len(line) for line in lines} == {607}, [len(line) for line in lines]
            starts = [sum(widths[:index]) + index for index in range(len(widths))]
            cut = [[line[start:start + width].strip() for start, width in zip(starts, widths)] for line in lines]
            found = [(row[11], row[6], row[0]) for row in cut]
        print(found)
        """

    @Test(
        "ORD-6b a statement has a row for each payment and refund, in its gateway's own form",
        arguments: PaymentChannel.allCases)
    func statement(channel: PaymentChannel) throws {
        let fixture = try GatewayFixture()
        let gateway = try fixture.gateway(channel)
        let request = try GatewayFixture.request()
        _ = gateway.precreate(request)
        _ = gateway.precreate(try GatewayFixture.request("ORDER0000002"))
        try fixture.simulator.pay(channel, request.number.text)
        guard case .paid(let payment) = gateway.query(request.number).value else {
            Issue.record("not paid")
            return
        }
        _ = gateway.refund(try GatewayFixture.refund(of: request, payment))
        try fixture.simulator.finishRefund(channel, "REFUND000001", "done")

        let expected: [PaymentChannel: (word: String, rows: String)] = [
            .weChat: (
                "wechat", "[('ORDER0000001', '1.00', '0', '0.00'), ('ORDER0000001', '0.00', 'REFUND000001', '0.40')]"
            ),
            .alipay: (
                "alipay",
                "[('ORDER0000001', '1.00', '', '1.00'), ('ORDER0000001', '-0.40', 'REFUND000001', '-0.40')]"
            ),
            .unionPay: (
                "unionpay", "[('ORDER0000001', '000000000100', 'S22'), ('REFUND000001', '000000000040', 'S30')]"
            ),
        ]
        let (word, rows) = try #require(expected[channel])
        let python = Process()
        python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        python.arguments = ["python3", "-c", Self.reader, word]
        let (input, output) = (Pipe(), Pipe())
        python.standardInput = input
        python.standardOutput = output
        try python.run()
        try input.fileHandleForWriting.write(contentsOf: Data(fixture.simulator.statement(channel)))
        try input.fileHandleForWriting.close()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        python.waitUntilExit()
        #expect(text.trimmingCharacters(in: .whitespacesAndNewlines) == rows)
    }
}
