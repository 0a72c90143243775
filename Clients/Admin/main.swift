import ClientKit
import Console

Program(
    "rollcall-admin", version: "0.1.0", Phrase("Rollcall for administrators", "Rollcall 管理端"),
    common: ClientHome.parameter(),
    groups: [
        .init(Phrase("you", "登录与账号"), Command.session + Command.account + [.messages]),
        .init(
            Phrase("organisations and people", "机构与人员"),
            [.organisations, .responsible, .catalogues, .accounts, .members, .identity, .invite, .support, .notices]),
        .init(
            Phrase("programmes, projects and classes", "项目体系、项目与期次"),
            [.programmes, .projects, .offerings, .roster, .review]),
        .init(Phrase("files of rows", "批量上传"), [.uploadList, .uploadTemplate, .jobs]),
        .init(
            Phrase("recruitment", "招录"),
            [
                .cohorts, .rounds, .quotas, .applications, .assign, .admit, .decline, .training, .admitted,
            ]),
        .init(
            Phrase("attendance", "考勤"),
            [.terminals, .code, .scans, .attendance, .worklist, .leave]),
        .init(
            Phrase("exams and evaluations", "考试、考核与评价"),
            [.questions, .papers, .examResults, .scores, .checklists, .skills, .evaluations]),
        .init(
            Phrase("credit, certificates and reports", "学分、证书与报告"),
            [.credit, .creditRules, .compliance, .certificates, .outsideRecords, .postReports, .charts]),
        .init(
            Phrase("places and money", "预约与费用"),
            [
                .courses, .bookings, .doublePlaces, .fees, .orderNotice, .orders, .unitPayments, .payments, .refunds,
                .invoices, .ledger,
            ]),
        .init(Phrase("the site", "站点运行"), [.audit, .outbox, .sms, .serverLogs]),
    ],
    start: Phrase(
        "rollcall-admin connect HOST:PORT, then rollcall-admin login ACCOUNT",
        "rollcall-admin connect 主机:端口，再运行 rollcall-admin login 账号")
).main()
