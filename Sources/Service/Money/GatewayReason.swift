import Domain

/// The reason for which no answer of a gateway was believed, for people. Adapters say it in English, for the log; codes of a gateway
/// stay as they are.
enum GatewayReason {
    static func phrase(_ reason: String) -> Phrase {
        // The reason that curl gives may have commas.
        for (start, chinese) in beginnings where reason.hasPrefix(start) {
            return Phrase(reason, chinese + reason.dropFirst(start.count))
        }
        let parts = reason.split(separator: ", ").map(String.init)
        return Phrase(reason, parts.map(chinese).joined(separator: "，"))
    }

    private static func chinese(_ part: String) -> String {
        if part.hasPrefix("by "), part.hasSuffix(" s") { return "相差 \(part.dropFirst(3).dropLast(2)) 秒" }
        return whole[part] ?? part
    }

    private static let beginnings = [("no connection: ", "无法连接："), ("no answer: ", "没有应答：")]

    private static let whole = [
        "accepted": "已受理，尚无结果", "not signed": "未签名", "a signature without a time": "签名缺少时间",
        "a signature of another time": "签名时间不符", "signed by an unknown key": "由未知的密钥签名",
        "a signature that is not valid": "签名无效", "an answer about something else": "应答与请求不符",
        "an answer to something else": "应答与请求不符", "not of its form": "格式不符",
        "a certificate that is not UnionPay's": "不是银联的证书", "about another merchant": "属于其他商户",
        "no connection in time": "连接超时", "no answer in time": "应答超时", "an answer that is too long": "应答过长",
        "stopped": "服务器正在停止", "too many requests at once": "并发请求过多",
    ]
}
