import Domain
import Encodings

/// Alipay's list: a ZIP with a CSV in GBK, whose values end in tabs, between lines that begin with `#`. Of the characters of GBK
/// none contains the byte of a comma, so that lines are cut before they are decoded.
struct AlipayStatement {
    private var columns: NamedColumns?
    /// Whether the file at hand is a list of payments and refunds; nil before its heading.
    private var isList: Bool?
    private var lists = 0
    private var whole = 0
    /// Words that stand in every row, decoded once.
    private var words: [[UInt8]: String] = [:]
    private var clock = BeijingClock()

    /// Another file of the archive begins.
    mutating func beginFile() {
        (columns, isList) = (nil, nil)
    }

    mutating func take(_ line: [UInt8], number: Int) throws(Refusal) -> StatementEntry? {
        guard !line.isEmpty else { return nil }
        if line.first == UInt8(ascii: "#") {
            if isList == true, try TextEncoding.decode(line).text.contains("列表结束".utf8) {
                whole += 1
                isList = false
            }
            return nil
        }
        switch isList {
        case nil:
            let text = String(decoding: try TextEncoding.decode(line).text, as: UTF8.self)
            let names = NamedColumns(text.split(separator: ",").map { trimmedCell($0) })
            isList = names.place("商户订单号") != nil
            if isList == true {
                lists += 1
                columns = names
            }
            return nil
        case true?: return try row(line, number)
        case false?: return nil
        }
    }

    private mutating func row(_ bytes: [UInt8], _ line: Int) throws(Refusal) -> StatementEntry? {
        guard let columns else { return nil }
        let cells = bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        guard cells.count == columns.count else {
            throw damaged(
                "line \(line) has \(cells.count) values instead of \(columns.count)",
                zh: "第 \(line) 行有 \(cells.count) 列，应为 \(columns.count) 列")
        }
        func value(_ place: Int?) -> String {
            place.map { trimmedCell(Substring(decoding: cells[$0], as: UTF8.self)) } ?? ""
        }
        let kind = try word(columns.place("业务类型").map { Array(cells[$0]) } ?? [])
        let isRefund = kind == "退款"
        guard isRefund || kind == "交易" else { return nil }
        let number = isRefund ? columns.place("退款批次号/请求号") : columns.place("商户订单号")
        let yuan = value(columns.place("订单金额（元）", "订单金额(元)"))
        return try StatementEntry(
            kind: isRefund ? .refund : .payment, number: value(number),
            transaction: value(columns.place("支付宝交易号")),
            fen: UInt64(clamping: amount(Array(yuan.utf8)[...], line: line).count),
            atMs: isRefund ? nil : clock.ms(Array(value(columns.place("完成时间")).utf8)[...]))
    }

    private mutating func word(_ bytes: [UInt8]) throws(Refusal) -> String {
        if let known = words[bytes] { return known }
        let text = trimmedCell(Substring(decoding: try TextEncoding.decode(bytes).text, as: UTF8.self))
        if words.count < 100 { words[bytes] = text }
        return text
    }

    func finish() throws(Refusal) {
        guard lists > 0 else { throw damaged("this is no statement of Alipay", zh: "不是支付宝的业务明细") }
        guard lists == whole else { throw damaged("it ends before its last line: fetch it again", zh: "文件不完整，请重新下载") }
    }
}

/// Without the tab that keeps spreadsheets from taking a number for one.
private func trimmedCell(_ text: Substring) -> String {
    let blanks: Set<Character> = ["\t", " ", "\"", "\r"]
    let start = text.drop { blanks.contains($0) }
    return String(start.reversed().drop { blanks.contains($0) }.reversed())
}

extension Array where Element == UInt8 {
    fileprivate func contains(_ text: String.UTF8View) -> Bool {
        let wanted = [UInt8](text)
        return count >= wanted.count && (0...count - wanted.count).contains { self[$0...].starts(with: wanted) }
    }
}
