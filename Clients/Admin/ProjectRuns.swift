import ClientKit
import Console
import Domain
import Messages

extension Command {
    private static let project = Name<ProjectRegister>.positional

    /// PRJ-9a: the runs of a project.
    static var projectRuns: Command {
        Command(
            "runs", Phrase("its runs, each with its state", "各期及其状态"), project, Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            let table = Table(
                .init("offering", Phrase("Offering", "期次"), .right), .init("title", Phrase("Title", "名称")),
                .init("state", Phrase("State", "状态")), .init("base_name", Phrase("Where", "举办地")),
                .init("first_day", Phrase("From", "开始")), .init("last_day", Phrase("To", "结束")),
                .init("base", Phrase("Where", "举办地"), .unshown))
            let id = try desk.id(arguments[project])
            try desk.list(arguments, table, .projectsListRuns) { after, limit in
                ListRunsRequest(project: id, after: after, limit: limit)
            } rows: { (reply: ListRunsReply, table) in
                for run in reply.runs {
                    guard run.offering != 0 else {
                        table.add(.empty, .empty, .init(run.state), .empty, .empty, .empty, .empty)
                        continue
                    }
                    table.add(
                        .init(run.offering), .init(run.title), .init(run.state), .init(run.baseName),
                        Shown.day(run.firstDay), Shown.day(run.lastDay), .init(run.base))
                }
                return (reply.runs.count, reply.next)
            }
            return .ok
        }
    }

    static var withdrawProject: Command {
        state("withdraw", Phrase("no more runs of it; those there are stay", "撤销项目，已有期次保留"), .withdrawn)
    }

    static var reopenProject: Command {
        state("reopen", Phrase("put one that was withdrawn back", "恢复已撤销的项目"), .open)
    }

    private static func state(_ name: String, _ what: Phrase, _ state: ProjectState) -> Command {
        let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "原因"))
        return Command(name, what, project, reason) { arguments, desk in
            let reply: ChangeProjectReply = try desk.call(
                .projectsSetProjectState,
                SetProjectStateRequest(
                    project: try desk.id(arguments[project]), state: state, reason: arguments[reason]))
            let shown = reply.project?.state?.phrase ?? Phrase("")
            try desk.interaction.show(
                ["id": JSON(reply.project?.id ?? 0), "state": JSON(reply.project?.state)],
                text: "\(reply.project?.number ?? "")  \(desk.interaction.text(shown))")
            return .ok
        }
    }
}
