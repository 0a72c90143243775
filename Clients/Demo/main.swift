import Console
import Foundation

private let programs: Parameter<String> = .required(
    "programs", "DIR", Phrase("folder of the built programs", "已构建程序所在目录"))
private let size: Parameter<Int> = .option("size", "N", Phrase("trainees in the class", "学员人数"), default: 300)
private let file: Parameter<String> = .argument("FILE", Phrase("an attendance terminal's file", "考勤机导出文件"))
private let listen: Parameter<String> = .option(
    "listen", "HOST:PORT", Phrase("where the server listens", "服务器监听地址"), default: "127.0.0.1:7700")

/// Runs with a new folder and deletes it afterwards, unless an error makes its files useful.
private func inFolder(_ body: (String) throws -> ExitCode) throws -> ExitCode {
    let folder =
        FileManager.default.temporaryDirectory.path + "/rollcall-demo-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let code = try body(folder)
    if code == .ok { try FileManager.default.removeItem(atPath: folder) }
    return code
}

Program(
    "rollcall-demo", version: "0.1.0", Phrase("the main job on real processes", "在真实进程上演示主要流程"),
    commands: [
        Command("story", Phrase("two terminals, a class, a conflict, credit", "两台终端、一个培训班、一次冲突、授分"), programs, size) {
            (arguments: Arguments, interaction: Interaction) in
            let processes = Processes(folder: URL(fileURLWithPath: arguments[programs]).path)
            return try inFolder { folder in
                try Story(processes, interaction, folder: folder).run(size: max(40, arguments[size]))
            }
        },
        Command("money", Phrase("courses ordered, paid, booked and refunded", "下单、支付、预约、退款"), programs) {
            (arguments: Arguments, interaction: Interaction) in
            let processes = Processes(folder: URL(fileURLWithPath: arguments[programs]).path)
            return try inFolder { try CourseStory(processes, interaction, folder: $0).run() }
        },
        Command("real", Phrase("an attendance file through a terminal", "考勤机文件经终端导入"), file, programs) {
            (arguments: Arguments, interaction: Interaction) in
            let processes = Processes(folder: URL(fileURLWithPath: arguments[programs]).path)
            return try inFolder { folder in
                try Real(programs: processes, folder: folder).run(arguments[file], interaction)
            }
        },
        Command("run", Phrase("an empty server to try things by hand", "启动一个空的试用服务器"), programs, listen) {
            (arguments: Arguments, interaction: Interaction) in
            let processes = Processes(folder: URL(fileURLWithPath: arguments[programs]).path)
            return try inFolder { folder in
                try Playground(programs: processes, folder: folder + "/data", listen: arguments[listen]).run(
                    interaction)
            }
        },
        Command("province", Phrase("a server with a small province in it", "启动一个带示例省份数据的试用服务器"), programs, listen) {
            (arguments: Arguments, interaction: Interaction) in
            let processes = Processes(folder: URL(fileURLWithPath: arguments[programs]).path)
            return try inFolder { folder in
                try Playground(programs: processes, folder: folder + "/data", listen: arguments[listen]).runProvince(
                    interaction)
            }
        },
    ]
).main()
