import Application
import Domain
import Messages
import Storage

/// What a row did, or would do.
enum RowChange { case added, changed, unchanged }

/// Why a row that reads well cannot land.
struct RowFault<Column: SheetColumn>: Error {
    /// `nil` where no single cell is at fault.
    let column: Column?
    let reason: Wording

    init(_ column: Column?, _ reason: Wording) {
        self.column = column
        self.reason = reason
    }

    init(_ column: Column?, _ english: String, zh chinese: String) {
        self.init(column, Wording(english, zh: chinese))
    }
}

extension Service {
    /// BAT-3: the rows of a file, each landing by itself; a dry run and a file that must land whole are taken back
    /// afterwards, so that they are judged exactly as if they stayed.
    /// - Parameter land: one row; throws ``RowFault``, ``Refusal`` or ``Refused`` for a bad one.
    func take<Column, Value>(
        _ format: SheetFormat<Column, Value>, _ request: UploadRequest, _ file: [UInt8], today: Day,
        _ context: WriteContext, land: (SheetRow<Value>) throws -> RowChange
    ) throws -> UploadReply {
        let language = Language(locale: context.call.options.locale)
        let (text, encoding) = try TextEncoding.decode(file)
        let sheet = try Sheet(text, as: format, today: today)
        var reply = UploadReply(
            rows: UInt32(sheet.rows.count + sheet.bad.count + sheet.repeated), unchanged: UInt32(sheet.repeated),
            encoding: encoding.rawValue)
        var bad = sheet.bad
        let outcome = try context.transaction.part {
            for row in sheet.rows {
                switch try context.transaction.part({ try land(row) }) {
                case .success(.added): reply.added += 1
                case .success(.changed): reply.changed += 1
                case .success(.unchanged): reply.unchanged += 1
                case .failure(let error): bad.append(try refuse(row, of: sheet, error))
                }
            }
            if request.dryRun || (request.allOrNothing && !bad.isEmpty) { throw TakenBack() }
        }
        switch outcome {
        case .success: reply.landed = true
        case .failure(is TakenBack): reply.landed = false
        case .failure(let error): throw error
        }
        reply.badCount = UInt32(bad.count)
        reply.mendFile = sheet.mendFile(bad, in: language)
        reply.bad = Self.shown(bad, in: language)
        context.auditDetail =
            "\(request.kind) \(request.target): \(reply.added) added, \(reply.changed) changed, \(reply.badCount) bad"
            + (reply.landed ? "" : ", not landed")
        return reply
    }

    private struct TakenBack: Error {}

    private static let badRowsShown = 1000

    private static func shown(_ bad: [Domain.BadRow], in language: Language) -> [Messages.BadRow] {
        var shown: [Messages.BadRow] = []
        for row in bad.sorted(by: { $0.line < $1.line }) {
            for refusal in row.refusals where shown.count < badRowsShown {
                shown.append(
                    Messages.BadRow(
                        line: UInt32(row.line), column: refusal.column, value: refusal.value,
                        reason: refusal.reason.text(in: language)))
            }
        }
        return shown
    }

    private func refuse<Column, Value>(
        _ row: SheetRow<Value>, of sheet: Sheet<Column, Value>, _ error: any Error
    ) throws -> Domain.BadRow {
        switch error {
        case let fault as RowFault<Column>: return sheet.refuse(row, fault.column, fault.reason)
        case let refusal as Refusal: return sheet.refuse(row, nil, refusal.wording)
        case let refused as Refused:
            let rule = refused.code.rule
            return sheet.refuse(row, nil, refused.wording ?? Wording(rule.en, zh: rule.zh))
        default: throw error
        }
    }
}
