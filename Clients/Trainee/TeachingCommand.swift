import ClientKit
import Console
import Domain
import Messages

extension Command {
    /// PRJ-2: the participant number, and what one teaches.
    static var teaching: Command {
        Command(
            "teaching", Phrase("your participant number, and the courses that you teach", "医通卡号与授课记录"), Paging.limit,
            Paging.after, Paging.all
        ) { arguments, desk in
            let table = Table(
                .init("offering", Phrase("Offering", "期次"), .right), .init("title", Phrase("Title", "名称")),
                .init("state", Phrase("State", "状态")), .init("project_number", Phrase("Project", "项目号"), .exact),
                .init("project_name", Phrase("Name", "项目名称")), .init("course", Phrase("Course", "课程")),
                .init("hours_tenths", Phrase("Hours", "学时"), .right), .init("first_day", Phrase("From", "开始")),
                .init("last_day", Phrase("To", "结束")))
            var number = ""
            try desk.list(arguments, table, .projectsMyTeaching) { after, limit in
                MyTeachingRequest(after: after, limit: limit)
            } rows: { (reply: MyTeachingReply, table) in
                number = reply.number
                for course in reply.courses {
                    table.add(
                        .init(course.offering), .init(course.title), .init(course.state), .init(course.projectNumber),
                        .init(course.projectName), .init(course.course), Shown.tenths(course.hoursTenths),
                        Shown.day(course.firstDay), Shown.day(course.lastDay))
                }
                return (reply.courses.count, reply.next)
            }
            desk.interaction.say(Phrase("your participant number is \(number)", "您的医通卡号为 \(number)"))
            return .ok
        }
    }
}
