import ClientKit
import Console

Program(
    "rollcall", version: "0.1.0", Phrase("Rollcall for trainees", "Rollcall 学员端"), common: ClientHome.parameter(),
    commands: Command.session + Command.account + [
        .register, .closeAccount, .links, .verify, .identity, .profile, .units, .notices, .support, .rounds,
        .enrol, .applications, .checkIn, .walkIn, .attendance, .evaluations, .evaluate, .exam, .skills, .leave,
        .credits,
        .compliance, .statement,
        .certificates, .outsideRecords,
        .verifyCertificate,
        .bases,
        .courses, .book,
        .order, .orders, .pay, .refund, .invoice, .bookings, .pass, .teaching, .messages,
    ]
).main()
