import Application
import Console
import Foundation
import Network
import Passes
import Service
import Storage
import Threads

private let data: Parameter<String> = .required(
    "data", "DIR", Phrase("the server's data directory", "服务器数据目录"), variable: "ROLLCALL_DATA")
private let administrator: Parameter<String> = .option(
    "admin", "NAME", Phrase("account name of the first administrator", "首个管理员账号"), default: "admin")
private let names: Parameter<[String]> = .options(
    "name", "HOST", Phrase("a name or address in the certificate", "证书中的主机名或地址"))
private let listen: Parameter<[String]> = .options(
    "listen", "HOST:PORT", Phrase("listen with TLS; port 0 takes a free one", "以 TLS 监听；端口 0 表示自动选择"))
private let plain: Parameter<[String]> = .options(
    "plain", "HOST:PORT", Phrase("listen without TLS, on loopback or unix:PATH only", "不加密监听，仅限本机"))
private let loops: Parameter<Int> = .option(
    "loops", "N", Phrase("network threads", "网络线程数"), default: 1)
private let account: Parameter<String> = .argument("ACCOUNT", Phrase("its name", "账号"))
private let provider: Parameter<String> = .argument("PROVIDER", Phrase("its name in the settings", "配置中的第三方名称"))
private let openid: Parameter<String> = .argument("OPENID", Phrase("the account with it", "第三方账号标识"))

// Keys and database are readable by their owner only.
umask(0o077)
Program(
    "rollcalld", version: "0.1.0", section: 8, Phrase("the Rollcall server", "Rollcall 服务器"),
    commands: [
        Command(
            "init", Phrase("make a data directory: keys, database, first administrator", "创建数据目录：密钥、数据库、首个管理员"),
            data, administrator, names
        ) { arguments, interaction in
            let given = arguments[names]
            try Initialise.run(
                DataFolder(path: arguments[data]), administrator: arguments[administrator],
                names: given.isEmpty ? ["localhost", "127.0.0.1"] : given
            ) { made in
                try interaction.show(
                    [
                        "site": .string(made.site.text), "admin": .string(made.administrator),
                        "password": .string(made.password),
                    ],
                    text: interaction.text(
                        Phrase(
                            """
                            site      \(made.site.text)
                            admin     \(made.administrator)
                            password  \(made.password)
                            """,
                            """
                            站点指纹    \(made.site.text)
                            管理员      \(made.administrator)
                            一次性密码  \(made.password)
                            """)))
                try interaction.flush()
            }
            interaction.say(
                Phrase(
                    "The password is shown once and must be changed at the first login. Keep a copy of the keys folder.",
                    "该密码只显示一次，首次登录须修改。请备份 keys 目录。"))
            return .ok
        },
        .documentKey(data),
        .backup(data),
        .restore(data),
        .missing(data),
        .rotate(data),
        Command("serve", Phrase("serve until SIGTERM", "启动服务，直至收到 SIGTERM"), data, listen, plain, loops) {
            arguments, interaction in
            let folder = DataFolder(path: arguments[data])
            try folder.requireInitialised()
            let tls = arguments[listen].isEmpty && arguments[plain].isEmpty ? ["127.0.0.1:7700"] : arguments[listen]
            let options = Serve.Options(
                tls: try tls.map(Endpoint.init), plain: try arguments[plain].map(Endpoint.init), loops: arguments[loops]
            )
            try Serve.run(folder, options) { line in
                try interaction.data(line)
                try interaction.flush()
            }
            return .ok
        },
        Command(
            "check", Phrase("look whether the data directory is sound; no server may run on it", "检查数据目录是否完好（须先停止服务）"),
            data
        ) { arguments, interaction in
            let folder = DataFolder(path: arguments[data])
            try folder.requireInitialised()
            return try CheckCommand.run(folder, interaction)
        },
        Command(
            "reset-password",
            Phrase("a new first password for an account; no server may run on it", "为账号重置初始密码（须先停止服务）"), account, data
        ) { arguments, interaction in
            let password = try ResetPassword.run(DataFolder(path: arguments[data]), account: arguments[account])
            try interaction.show(
                ["account": .string(arguments[account]), "password": .string(password)], text: password)
            interaction.say(
                Phrase(
                    "The password is shown once and must be changed at the next login; the account's sessions have ended.",
                    "该密码只显示一次，下次登录须修改；该账号的会话已失效。"))
            return .ok
        },
        Command(
            "openid-code", Phrase("make a code of a provider that shares a key, to try links", "生成共享密钥第三方的测试授权码"),
            data, provider, openid
        ) { arguments, interaction in
            let folder = DataFolder(path: arguments[data])
            let key = try ServerSettings.read(folder).providerKey(arguments[provider], folder)
            let expires = WallClock.nowMs() + 300_000
            try interaction.data(OutsideProvider.code(arguments[openid], expiresMs: expires, key: key))
            return .ok
        },
    ],
    failure: { error in
        switch error {
        case let error as StorageError: error.commandFailure
        case let error as CocoaError: error.commandFailure
        case let error as NetworkError:
            CommandFailure(.failure, name: "network", Phrase("\(error)", error.chinese))
        default: nil
        }
    }
).main()
