import Console
import Foundation

/// A server with a fresh data directory to try things by hand.
struct Playground {
    let programs: Processes
    let folder: String

    func run(_ interaction: Interaction) throws -> ExitCode {
        let made = try programs.must("rollcalld", ["init", "--data", folder])
        let server = try programs.serve(data: folder, listen: "127.0.0.1:7700")
        interaction.say(
            Phrase(
                """
                the server runs at \(server.address); its files are in \(folder)

                in another shell:
                  export PATH=\(programs.folder):$PATH
                  rollcall-admin connect \(server.address) --site \(made.text("site"))
                  rollcall-admin login admin        # the one-time password: \(made.text("password"))
                  rollcall-admin --help

                Ctrl-C stops it
                """,
                """
                服务器运行于 \(server.address)，数据目录：\(folder)

                在另一个终端中：
                  export PATH=\(programs.folder):$PATH
                  rollcall-admin connect \(server.address) --site \(made.text("site"))
                  rollcall-admin login admin        # 一次性密码：\(made.text("password"))
                  rollcall-admin --help

                按 Ctrl-C 停止
                """))
        server.process.waitUntilExit()
        return .ok
    }
}
