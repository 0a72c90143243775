import Application
import Domain
import Messages
import Storage

/// The effect of a row of records from outside.
enum OutsidePlan {
    case nothing
    case enter
    case correct(OutsideEntry)
}

extension Uploads {
    /// EXM-7, BAT-1: records from outside of one organiser. A row says the same of the same person, thing and day as before, or puts
    /// right what nobody has decided.
    var outsideRows: RowKind<OutsideColumn, ValidOutsideRecord, UInt64, (record: ValidOutsideRecord, plan: OutsidePlan)>
    {
        RowKind(format: ValidOutsideRecord.format) { [self] target, call, snapshot in
            try call.requireAuthority(over: target, as: format(of: .outsideRecords).roles, snapshot)
            return target
        } judge: { [self] row, _, organisation, _, snapshot in
            let record = row.value
            let same = try outside.same(as: record, of: organisation, snapshot)
            guard let known = same.first(where: \.state.stands) else {
                if let rejected = same.first(where: { $0.state == .rejected && $0.says(record) }) {
                    throw RowFault(
                        OutsideColumn.title, "was rejected: \(rejected.reason)", zh: "未获认可：\(rejected.reason)")
                }
                return (.added, (record, .enter))
            }
            if known.says(record) { return (.unchanged, (record, .nothing)) }
            guard known.state != .accepted else {
                throw RowFault(
                    OutsideColumn.title, "was accepted as record \(known.id); withdraw that one first",
                    zh: "已认可（编号 \(known.id)）；如需更改请先撤回")
            }
            return (.changed, (record, .correct(known)))
        } land: { [self] row, organisation, context in
            switch row.plan {
            case .nothing: return Landed()
            case .enter: return Landed(effect: [try outside.enter(row.record, of: organisation, context)])
            case .correct(let known):
                try outside.correct(known, row.record, reason: "", context)
                return Landed(effect: [known.id, 1])
            }
        } undo: { [self] in
            .byRow { [outside] ids, reason, _, context in
                guard ids.count == 1 else {
                    throw changedSince(
                        "record \(ids[0]) was there before, and this row has put it right: correct it by hand",
                        zh: "记录 \(ids[0]) 在上传前已存在，本行仅作更正：请手工改回")
                }
                let record = try OutsideEntry(ids[0], context.transaction)
                guard record.state == .fromOutside || record.state == .returned else {
                    throw changedSince("record \(record.id) has been decided", zh: "记录 \(record.id) 已有审核结果")
                }
                _ = try outside.withdrawRecord(WithdrawOutsideRequest(record: ids[0], reason: reason), context)
            }
        }
    }
}

extension OutsideEntry {
    /// Whether a row says just this of the same person, thing and day.
    fileprivate func says(_ record: ValidOutsideRecord) -> Bool {
        name == record.name && mark == record.mark && hours == record.hours && credits == record.credits
            && category == record.category
    }
}
