import Application
import Domain
import Messages
import Storage

extension Uploads {
    /// ACC-9a: a unit's trainees from a file. Counts created accounts as added and linked ones as changed; a repeated
    /// row changes nothing.
    var traineeRows: RowKind<TraineeColumn, TraineeRow, (unit: UInt64, name: String), TraineePlan> {
        RowKind(format: TraineeRow.format) { [self] unit, call, snapshot in
            try call.requireAuthority(over: unit, as: format(of: .trainees).roles, snapshot)
            return (unit, try identities.unitName(unit, snapshot))
        } judge: { [self] row, _, target, book, snapshot in
            let plan = try identities.planTrainee(row.value, unit: target.unit, snapshot)
            if let person = plan.person {
                if let line = book.line(of: "\(person)") {
                    throw RowFault(TraineeColumn.phone, "the same person as line \(line)", zh: "与第 \(line) 行是同一人")
                }
                book.enter("\(person)", line: row.line)
            }
            return (plan.changesNothing ? .unchanged : plan.hasAccount ? .changed : .added, plan)
        } land: { [self] plan, target, context in
            let landed = try identities.landTrainee(plan, unit: target.unit, unitName: target.name, context)
            let isNew = plan.person == nil
            let effect = [landed.person, isNew ? 1 : 0, landed.password.isEmpty ? 0 : 1, landed.membership]
            guard !landed.password.isEmpty else { return Landed(effect: effect) }
            return Landed(
                account: [plan.row.name, plan.row.phone.text, landed.account, landed.password], effect: effect)
        } undo: { [self] in
            .byRow { [identities] ids, _, target, context in
                try identities.undoTrainee(
                    MadeTrainee(
                        person: ids[0], isNew: ids[1] == 1, hasNewAccount: ids[2] == 1, membership: ids[3]),
                    unit: target.unit, context)
            }
        }
    }

    /// ACC-6c: the columns of the file of created accounts.
    static let accountHeadings = [
        TraineeColumn.name.heading, TraineeColumn.phone.heading, Phrase("account", "账号"),
        Phrase("initial password", "初始密码"),
    ]
}
