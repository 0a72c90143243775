import ClientKit
import Console

Program(
    "rollcall-admin", version: "0.1.0", Phrase("Rollcall for administrators", "Rollcall 管理端"),
    common: ClientHome.parameter(),
    commands: Command.session + Command.account + [
        .organisations, .responsible, .catalogues, .accounts, .members, .identity, .sms, .outbox, .audit, .programmes,
        .projects,
        .offerings,
        .roster, .uploadList, .uploadTemplate, .jobs, .invite, .cohorts, .rounds, .quotas, .applications, .review,
        .assign,
        .admit, .decline, .training, .admitted, .notices, .support, .terminals, .serverLogs, .code, .scans, .worklist,
        .attendance,
        .leave,
        .questions, .papers, .examResults, .scores, .checklists, .skills, .evaluations, .credit, .creditRules,
        .compliance, .postReports, .charts,
        .certificates, .outsideRecords, .courses,
        .bookings, .fees,
        .orderNotice,
        .orders, .refunds, .invoices, .payments, .unitPayments, .doublePlaces, .ledger,
        .messages,
    ]
).main()
