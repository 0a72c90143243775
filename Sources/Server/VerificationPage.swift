import Application
import Domain
import HTTP
import Messages
import Service

/// CRT-2c: the page on which anybody verifies a certificate: `/c/NUMBER/CODE`, and `/c/` with a form for both.
///
/// An unknown number and a wrong code give the same page. Whoever tries many is told to wait; the network is that of the
/// connection, or the one that a proxy on this machine names.
enum VerificationPage {
    private static let path = "/c/"

    static func route(_ application: Application, _ service: Service) -> HTTPRoute {
        HTTPRoute("GET", path, bodyLimit: 0) { request, answer in
            let language: Language = request.headers["accept-language"].map { $0.contains("zh") } ?? true ? .zh : .en
            guard let (number, code) = asked(request) else { return answer(page(200, form(language), language)) }
            service.verifyCertificate(number, code: code, from: source(request), application) { found in
                switch found {
                case .success(let reply): answer(page(200, shown(reply, language), language))
                case .failure(let refusal as Refusal) where refusal.code == .busy:
                    let seconds = refusal.retryAfterMs / 1000 + 1
                    answer(
                        page(
                            429, message(.warning, refusal.reason, language) + form(language), language,
                            [("Retry-After", "\(seconds)")]))
                case .failure(let refusal as Refusal):
                    answer(page(404, message(.bad, refusal.reason, language) + form(language), language))
                case .failure:
                    let reason = Phrase("This cannot be told now; try again later.", "暂时无法查询，请稍后再试。")
                    answer(page(503, message(.warning, reason, language), language))
                }
            }
        }
    }

    private static func source(_ request: IncomingRequest) -> LoginSource {
        let isProxied = ["127.0.0.1", "::1"].contains(request.source)
        let named = request.headers["x-forwarded-for"]?.split(separator: ",").last
        let address = isProxied ? named.map { String($0.drop { $0 == " " }) } : nil
        return LoginSource(address: address ?? request.source)
    }

    /// The number and the code of the path, or of the form.
    private static func asked(_ request: IncomingRequest) -> (number: String, code: String)? {
        let parts = request.path.dropFirst(path.count).split(separator: "/", omittingEmptySubsequences: false)
        if parts.count == 2 { return (unescaped(parts[0]), unescaped(parts[1])) }
        var fields: [Substring: String] = [:]
        for field in request.query.split(separator: "&").prefix(4) {
            let pair = field.split(separator: "=", maxSplits: 1)
            if pair.count == 2 { fields[pair[0]] = unescaped(pair[1]) }
        }
        guard let number = fields["number"], let code = fields["code"] else { return nil }
        return (number, code)
    }

    private static func unescaped(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8
        while let byte = rest.popFirst() {
            let hex = rest.prefix(2)
            if byte == UInt8(ascii: "%"), hex.count == 2, let value = UInt8(String(Substring(hex)), radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    // The page

    private enum Colour: String {
        case good = "#0a6b3d"
        case bad = "#a61b1b"
        case warning = "#8a5a00"
    }

    private static func shown(_ reply: VerifyCertificateReply, _ language: Language) -> String {
        let content = reply.content ?? CertificateContent()
        let (colour, verdict): (Colour, Phrase) =
            switch reply.state {
            case .valid: (.good, Phrase("This certificate is valid.", "证书有效"))
            case .replaced:
                (.warning, Phrase("This certificate was corrected: another one replaces it.", "证书已更正，由新证书替换"))
            case .revoked: (.bad, Phrase("This certificate was revoked.", "证书已撤销"))
            case nil: (.bad, Phrase("This certificate is not valid.", "证书无效"))
            }
        let (first, last) = (Day(content.firstDay), Day(content.lastDay))
        let category = content.category.map { " (\($0.phrase.text(in: language)))" } ?? ""
        let rows: [(label: Phrase, value: String)] = [
            (Phrase("Number", "证书编号"), content.number), (Phrase("Name", "姓名"), content.name),
            (Phrase("For", "项目"), content.title),
            (Phrase("Project number", "项目编号"), content.projectNumber),
            (Phrase("Dates", "日期"), first == last ? "\(last)" : "\(first) – \(last)"),
            (Phrase("Credits", "学分"), content.creditsTenths == 0 ? "" : "\(Tenths(content.creditsTenths))\(category)"),
            (Phrase("Hours", "学时"), content.hoursTenths == 0 ? "" : "\(Tenths(content.hoursTenths))"),
            (Phrase("Issued by", "发证单位"), content.issuer),
            (Phrase("Issued on", "发证日期"), "\(Day(content.issuedDay))"),
        ]
        let table = rows.filter { !$0.value.isEmpty }.map { row in
            "<dt>\(escaped(row.label.text(in: language)))</dt><dd>\(escaped(row.value))</dd>"
        }
        return message(colour, verdict, language) + "<dl>\(table.joined())</dl>"
    }

    private static func message(_ colour: Colour, _ text: Phrase, _ language: Language) -> String {
        "<p class=\"v\" style=\"background:\(colour.rawValue)\">\(escaped(text.text(in: language)))</p>"
    }

    private static func form(_ language: Language) -> String {
        let (number, code, ask) = (
            Phrase("Number", "证书编号"), Phrase("Code", "验证码"), Phrase("Verify", "核验")
        )
        return """
            <form action="/c/" method="get">
            <label>\(number.text(in: language))<input name="number" maxlength="40" required autocomplete="off"></label>
            <label>\(code.text(in: language))<input name="code" maxlength="20" required autocomplete="off"></label>
            <button>\(ask.text(in: language))</button></form>
            """
    }

    private static func page(
        _ status: Int, _ body: String, _ language: Language, _ headers: [(name: String, value: String)] = []
    ) -> OutgoingAnswer {
        let title = Phrase("Verify a certificate", "证书核验").text(in: language)
        let html = """
            <!doctype html><html lang="\(language == .zh ? "zh-CN" : "en")"><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1"><title>\(title)</title>
            <style>body{font:17px/1.5 system-ui,"Noto Sans CJK SC","PingFang SC",sans-serif;margin:0 auto;max-width:34rem;
            padding:1.5rem 1rem;color:#1a1a1a;background:#fff}h1{font-size:1.35rem}.v{color:#fff;padding:.7rem 1rem;
            border-radius:.4rem;font-weight:600}dl{display:grid;grid-template-columns:max-content 1fr;gap:.45rem 1.2rem}
            dt{color:#595959}dd{margin:0;overflow-wrap:anywhere}label{display:block;margin:.8rem 0}
            input{display:block;box-sizing:border-box;width:100%;font:inherit;padding:.5rem;border:1px solid #767676;
            border-radius:.3rem}button{font:inherit;padding:.55rem 1.6rem;border:0;border-radius:.3rem;background:#0b4f8a;
            color:#fff}</style><h1>\(title)</h1>\(body)</html>

            """
        return OutgoingAnswer(
            status,
            headers: [
                ("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-store"),
                (
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
                ), ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
            ] + headers, body: Array(html.utf8))
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { escaped, character in
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.append(character)
            }
        }
    }
}
