import ClientKit
import Console
import Messages

/// Trainees of the province who have registered themselves.
struct ProvincePeople {
    struct Newcomer {
        let name: String
        let account: String
        let phone: String
        let identity: String
    }

    /// The password of all of them; it is printed.
    static let password = "Green-river-27"

    static let all = [
        Newcomer(name: "周文静", account: "zhou.wenjing", phone: "13600000001", identity: "430124198502140015"),
        Newcomer(name: "吴志强", account: "wu.zhiqiang", phone: "13600000002", identity: "430124199006150024"),
        Newcomer(name: "郑晓燕", account: "zheng.xiaoyan", phone: "13600000003", identity: "430124199208090031"),
        Newcomer(name: "孙立新", account: "sun.lixin", phone: "13600000004", identity: "430181198811230046"),
        Newcomer(name: "马春梅", account: "ma.chunmei", phone: "13600000005", identity: "431222198703300058"),
        Newcomer(name: "朱建国", account: "zhu.jianguo", phone: "13600000006", identity: "431222199307070064"),
        Newcomer(name: "胡海燕", account: "hu.haiyan", phone: "13600000007", identity: "431223199104180075"),
    ]

    static let payer = Newcomer(
        name: "林秋月", account: "lin.qiuyue", phone: "13600000008", identity: "430124199410120089")

    private let office: Office

    init(_ office: Office) { self.office = office }

    /// ACC-1a: registers with the code from the outbox and returns the newcomer's own connection.
    func register(_ newcomer: Newcomer) throws -> Office {
        let own = Office(sharing: office)
        let terms: TermsReply = try own.client.call(.accountsTerms, TermsRequest())
        let begun: BeginRegistrationReply = try own.client.call(
            .accountsBeginRegistration,
            BeginRegistrationRequest(
                personName: newcomer.name, idNumber: newcomer.identity, solution: try own.client.solved()))
        _ = try own.client.sendCode(.register, to: newcomer.phone)
        let _: RegisterReply = try own.client.call(
            .accountsRegister,
            RegisterRequest(
                ticket: begun.ticket, account: newcomer.account, password: Self.password, phone: newcomer.phone,
                code: try lastCode(), privacyVersion: terms.privacyVersion))
        _ = try own.client.login(name: newcomer.account, password: Self.password)
        return own
    }

    private func lastCode() throws -> String {
        let sent: ListSmsOutboxReply = try office.client.call(
            .accountsListSmsOutbox, ListSmsOutboxRequest(limit: 1))
        let digits = (sent.entries.first?.text ?? "").split { !$0.isNumber }.first { $0.count == 6 }
        guard let digits else {
            throw CommandFailure(.failure, name: "outbox", Phrase("no code in the outbox", "发件箱中没有验证码"))
        }
        return String(digits)
    }
}
