import Domain

/// WeChat Pay's list: CSV in UTF-8 with a byte order mark, each value behind a back-tick, amounts in yuan, two lines of sums at
/// the end.
struct WeChatStatement {
    /// The places of the columns that are read; nil for one that the list does not have.
    private struct Places {
        let count: Int
        let time, number, transaction, state, currency: Int?
        let refundNumber, refundTransaction, refundState: Int?
        let ordered, refunded: Int?

        init(_ names: NamedColumns) {
            count = names.count
            time = names.place("交易时间")
            number = names.place("商户订单号")
            transaction = names.place("微信订单号")
            state = names.place("交易状态")
            currency = names.place("货币种类")
            refundNumber = names.place("商户退款单号")
            refundTransaction = names.place("微信退款单号")
            refundState = names.place("退款状态")
            ordered = names.place("订单金额", "应结订单金额")
            refunded = names.place("申请退款金额", "退款金额")
        }
    }

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    private static let tick = UInt8(ascii: "`")
    private static let yuan = Array("CNY".utf8)
    private static let success = Array("SUCCESS".utf8)
    private static let refund = Array("REFUND".utf8)
    private static let revoked = Array("REVOKED".utf8)

    private var places: Places?
    /// The columns of the sums, once their line has come.
    private var sumColumns: NamedColumns?
    private var isWhole = false
    private var rows = 0
    private var ordered = Fen.zero
    private var refunded = Fen.zero
    private var clock = BeijingClock()

    mutating func take(_ line: [UInt8], number: Int) throws(Refusal) -> StatementEntry? {
        let text = number == 1 && line.starts(with: Self.mark) ? line.dropFirst(Self.mark.count) : line[...]
        guard let first = text.first else { return nil }
        guard !isWhole else { throw damaged("line \(number) is behind the sums", zh: "第 \(number) 行位于汇总之后") }
        guard let places else {
            let names = Self.names(text)
            guard names.place("商户订单号") != nil else {
                throw damaged("this is no statement of WeChat Pay", zh: "不是微信支付的对账单")
            }
            places = Places(names)
            return nil
        }
        guard first == Self.tick else {
            sumColumns = Self.names(text)
            return nil
        }
        let values = Self.values(text)
        if let sumColumns {
            try compareSums(values, sumColumns)
            isWhole = true
            return nil
        }
        guard values.count == places.count else {
            throw damaged(
                "line \(number) has \(values.count) values instead of \(places.count)",
                zh: "第 \(number) 行有 \(values.count) 列，应为 \(places.count) 列")
        }
        return try row(values, places, number)
    }

    private static func names(_ line: ArraySlice<UInt8>) -> NamedColumns {
        NamedColumns(String(decoding: line, as: UTF8.self).split(separator: ",").map(String.init))
    }

    /// Values are parted by a comma and a back-tick: a comma alone may stand in one.
    private static func values(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var values: [ArraySlice<UInt8>] = []
        values.reserveCapacity(32)
        var start = line.startIndex + 1
        for place in line.indices.dropFirst(2) where line[place] == tick && line[place - 1] == UInt8(ascii: ",") {
            values.append(line[start..<place - 1])
            start = place + 1
        }
        values.append(line[start...])
        return values
    }

    private mutating func row(
        _ values: [ArraySlice<UInt8>], _ places: Places, _ line: Int
    ) throws(Refusal) -> StatementEntry? {
        func value(_ place: Int?) -> ArraySlice<UInt8> { place.map { values[$0] } ?? [] }
        let paid = try amount(value(places.ordered), line: line)
        let back = try amount(value(places.refunded), line: line)
        rows += 1
        ordered = try ordered.adding(paid)
        refunded = try refunded.adding(back)
        guard value(places.currency).elementsEqual(Self.yuan) else {
            throw damaged("line \(line) is not in yuan", zh: "第 \(line) 行不是人民币")
        }
        let state = value(places.state)
        if state.elementsEqual(Self.success) {
            return try StatementEntry(
                kind: .payment, number: text(value(places.number)), transaction: text(value(places.transaction)),
                fen: UInt64(clamping: paid.count), atMs: clock.ms(value(places.time)))
        }
        guard state.elementsEqual(Self.refund) || state.elementsEqual(Self.revoked),
            // One that is still under way comes again when it is done.
            value(places.refundState).elementsEqual(Self.success)
        else { return nil }
        return try StatementEntry(
            kind: .refund, number: text(value(places.refundNumber)),
            transaction: text(value(places.refundTransaction)), fen: UInt64(clamping: back.count), atMs: nil)
    }

    private func compareSums(_ values: [ArraySlice<UInt8>], _ columns: NamedColumns) throws(Refusal) {
        func value(_ place: Int?) -> ArraySlice<UInt8>? {
            place.flatMap { values.indices.contains($0) ? values[$0] : nil }
        }
        // The number of rows is written `45` or `45.0`.
        guard let count = value(columns.place("总交易单数")).flatMap(fen(yuan:)) else {
            throw damaged("the sums at the end cannot be read", zh: "末尾的汇总无法读取")
        }
        let sums = [
            (value(columns.place("订单总金额", "应结订单总金额")), ordered),
            (value(columns.place("申请退款总金额", "退款总金额")), refunded),
        ]
        let isRight = sums.allSatisfy { stated, sum in stated.map { fen(yuan: $0) == sum } ?? true }
        guard count.count == Int64(rows) * 100, isRight else {
            throw damaged(
                "\(rows) rows, \(ordered) and \(refunded) back; its own sums say otherwise: fetch it again",
                zh: "共 \(rows) 行，订单 \(ordered)，退款 \(refunded)，与汇总不符，请重新下载")
        }
    }

    func finish() throws(Refusal) {
        guard isWhole else { throw damaged("it ends before its sums: fetch it again", zh: "文件不完整，缺少汇总，请重新下载") }
    }
}
