import ClientKit
import Console

Program(
    "rollcall", version: "0.1.0", Phrase("Rollcall for trainees", "Rollcall 学员端"), common: ClientHome.parameter(),
    groups: [
        .init(
            Phrase("you", "登录与账号"),
            Command.session + [.register] + Command.account + [
                .links, .verify, .identity, .profile, .units, .messages, .closeAccount,
            ]),
        .init(Phrase("what there is", "公告与课程"), [.notices, .support, .bases, .courses, .rounds]),
        .init(
            Phrase("apply and book", "报名与预约"), [.enrol, .applications, .book, .bookings, .pass, .requests, .teaching]),
        .init(Phrase("orders and payments", "订单与支付"), [.order, .orders, .pay, .refund, .invoice]),
        .init(
            Phrase("attend and be examined", "签到与考试"),
            [.checkIn, .walkIn, .attendance, .leave, .exam, .skills, .evaluations, .evaluate]),
        .init(
            Phrase("what you have earned", "学分与证书"),
            [
                .credits, .compliance, .statement, .certificates, .outsideRecords, .verifyCertificate,
            ]),
    ],
    start: Phrase(
        "rollcall connect HOST:PORT, then rollcall login ACCOUNT", "rollcall connect 主机:端口，再运行 rollcall login 账号")
).main()
