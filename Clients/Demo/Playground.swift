import ClientKit
import Console
import Foundation
import Network
import Passes

/// A server with a new data directory for trying things by hand.
struct Playground {
    let programs: Processes
    let folder: String
    let listen: String
    /// The ports of the gateways and of the server's ear for their notices: 90 and 80 above the server's own.
    private var portsOfMoney: (gateways: Int, notices: Int?) {
        guard let port = listen.split(separator: ":").last.flatMap({ Int($0) }), port > 0 else { return (0, nil) }
        return (port + 90, port + 80)
    }

    /// Serves an empty site with an administrator only.
    func run(_ interaction: Interaction) throws -> ExitCode {
        let (server, site, password, till) = try start()
        defer { till.stop() }
        sayWhere(server, interaction)
        interaction.say(
            Phrase(
                """
                  rollcall-admin connect \(server.address) --site \(site)
                  rollcall-admin login admin        # the one-time password: \(password)
                  rollcall-admin --help

                Ctrl-C stops it
                """,
                """
                  rollcall-admin connect \(server.address) --site \(site)
                  rollcall-admin login admin        # 一次性密码：\(password)
                  rollcall-admin --help

                按 Ctrl-C 停止
                """))
        return serve(server, interaction)
    }

    /// Serves a site with a small province, and home folders of its people that know the server.
    func runProvince(_ interaction: Interaction) throws -> ExitCode {
        let (server, site, password, till) = try start()
        defer { till.stop() }
        let people: [Province.Staff]
        do {
            let office = try Office(server.address, site: site)
            _ = try office.arrive("admin", oneTime: password)
            people = try Province(office: office).prepare()
            office.client.close()
        } catch {
            server.stop()
            throw error
        }
        let admin = Province.Staff(
            role: Phrase("platform administrator", "平台管理员"), account: "admin", password: Office.ownPassword(password),
            next: "organisations tree", isTrainee: false)
        var table = Table(
            .init("role", Phrase("Who", "角色")), .init("account", Phrase("Account", "账号"), .exact),
            .init("password", Phrase("Password", "密码"), .exact), .init("type", Phrase("To type", "输入"), .exact))
        let place = ServerSite(try Endpoint(server.address), try SiteFingerprint(text: site))
        for person in [admin] + people {
            try ClientHome(path: homes + person.account).keep(place)
            table.add(
                .init(person.role, json: .string(person.role.en)), .init(person.account), .init(person.password),
                .init("\(person.isTrainee ? "rollcall" : "rollcall-admin") \(person.next)"))
        }
        sayWhere(server, interaction)
        interaction.say(
            Phrase(
                """
                  export ROLLCALL_HOME=\(homes)admin   # one home for each account below
                  rollcall-admin login admin            # staff; trainees: rollcall login ACCOUNT

                A one-time password (like this: kavf-t3w2-2p5y) is changed at the first login. Then:
                """,
                """
                  export ROLLCALL_HOME=\(homes)admin   # 下列每个账号各有一个目录
                  rollcall-admin login admin            # 管理人员；学员用 rollcall login 账号

                一次性密码（形如 kavf-t3w2-2p5y）首次登录须修改。然后输入：
                """))
        try interaction.show(table)
        try interaction.flush()
        interaction.say(
            Phrase(
                """

                Payments are simulated: what rollcall pay shows is paid by  \(till.payment)
                Ctrl-C stops it
                """,
                """

                支付为模拟：rollcall pay 显示的支付码可用此命令支付  \(till.payment)
                按 Ctrl-C 停止
                """))
        return serve(server, interaction)
    }

    private func serve(_ server: ServerProcess, _ interaction: Interaction) -> ExitCode {
        if server.serveUntilStopped() { return .ok }
        interaction.say(
            Phrase("the server has ended by itself; its files are kept in \(folder)", "服务器意外退出，数据保留在 \(folder)"))
        return .failure
    }

    private var homes: String { folder + "/homes/" }

    private func start() throws -> (ServerProcess, site: String, password: String, Till) {
        let made = try programs.must("rollcalld", ["init", "--data", folder])
        let till = try Till(programs, keys: folder + "/keys", port: portsOfMoney.gateways)
        do {
            try till.furnish(folder, noticePort: portsOfMoney.notices)
            let server = try programs.serve(data: folder, listen: listen)
            return (server, made.text("site"), made.text("password"), till)
        } catch {
            till.stop()
            throw error
        }
    }

    private func sayWhere(_ server: ServerProcess, _ interaction: Interaction) {
        interaction.say(
            Phrase(
                """
                the server runs at \(server.address); its files are in \(folder)

                in another shell:
                  export PATH=\(programs.folder):$PATH
                """,
                """
                服务器运行于 \(server.address)，数据目录：\(folder)

                在另一个终端中：
                  export PATH=\(programs.folder):$PATH
                """))
    }
}
