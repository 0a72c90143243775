package import Console
import Messages
import Network

extension ClientError {
    /// The error as reported to a person or script.
    package var commandFailure: CommandFailure {
        switch self {
        case .refused(let failure): Self.refusal(failure)
        case .network(.plainRefused(let place)):
            CommandFailure(
                .usage, name: "plain_refused",
                Phrase(
                    "\(place): without TLS only this machine can be reached", "\(place)：不加密的连接仅限本机"))
        case .network(.badEndpoint(let text)):
            CommandFailure(.usage, name: "usage", Phrase("\(text) is no HOST:PORT", "\(text) 不是“主机:端口”"))
        case .network(let error):
            CommandFailure(
                isRetryable ? .retryable : .failure, name: "network",
                Phrase("cannot talk to the server: \(error)", "无法与服务器通信：\(error.chinese)"))
        case .wrongSite(let found):
            CommandFailure(
                .failure, name: "wrong_site",
                Phrase(
                    "another site answers here: \(found)", "此处应答的是另一站点：\(found)"),
                hint: Phrase(
                    "nothing was sent to it; ask your administrator before you connect anew",
                    "未向其发送任何内容；重新连接前请向管理员核实"))
        case .unproven:
            CommandFailure(
                .failure, name: "unproven_site",
                Phrase("the server has not shown that it holds its site's key", "服务器未能证明其持有站点密钥"))
        case .badReply(let method):
            CommandFailure(
                .failure, name: "bad_reply",
                Phrase("the reply of \(method.name) cannot be read", "服务器的应答无法解读（\(method.name)）"))
        case .requestTooLarge(let method):
            CommandFailure(
                .usage, name: "too_large", Phrase("too large for \(method.name)", "内容过大，超出限制（\(method.name)）"))
        }
    }

    private static func refusal(_ failure: Failure) -> CommandFailure {
        let said = failure.text.isEmpty ? failure.name : failure.text
        let text =
            failure.field.isEmpty
            ? Phrase(said)
            : Phrase(
                "\(FieldNames.phrase(failure.field).en): \(said)", "\(FieldNames.phrase(failure.field).zh)：\(said)")
        if failure.retryAfterMs > 0 {
            let seconds = (UInt64(failure.retryAfterMs) + 999) / 1000
            return CommandFailure(
                failure.retryable ? .retryable : .refused, name: failure.name, text, field: failure.field,
                hint: Phrase("wait \(seconds) s", "请等待 \(seconds) 秒"))
        }
        switch failure.code {
        case .notLoggedIn, .sessionExpired:
            return CommandFailure(
                .notLoggedIn, name: failure.name, text, field: failure.field, next: Phrase("login NAME", "login 账号"))
        case .identityNotVerified, .photosRequired:
            return CommandFailure(
                .refused, name: failure.name, text, field: failure.field, next: identifying(failure.field))
        case .claimWaiting:
            return CommandFailure(.refused, name: failure.name, text, field: failure.field, next: Phrase("identity"))
        case .passwordChangeRequired:
            return CommandFailure(
                .notLoggedIn, name: failure.name, text, field: failure.field, next: Phrase("password"))
        default:
            // All other errors differ in their text alone.
            return CommandFailure(
                failure.retryable ? .retryable : .refused, name: failure.name, text, field: failure.field)
        }
    }
}

extension ClientError {
    /// The command of a trainee whose identity is not enough, by the field that lacks.
    private static func identifying(_ field: String) -> Phrase {
        switch field {
        case "claim": Phrase("identity")
        case "with_photos":
            Phrase(
                "verify --name NAME --front FRONT.jpg --back BACK.jpg", "verify --name 姓名 --front 正面.jpg --back 背面.jpg")
        case "unit": Phrase("units join UNIT", "units join 单位")
        default: Phrase("verify --name NAME", "verify --name 姓名")
        }
    }
}
