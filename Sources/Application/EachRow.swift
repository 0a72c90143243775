import Domain
package import Messages
import Storage

/// The outcome of one row of a bulk command.
package struct RowOutcome<Value> {
    package let id: UInt64
    package let result: RowResult<Value>
}

package enum RowResult<Value> {
    case done(Value)
    /// The row changed nothing.
    case refused(Failure)
}

extension Array {
    /// The number of rows that were done.
    package func doneCount<Value>() -> UInt32 where Element == RowOutcome<Value> {
        UInt32(count { if case .done = $0.result { true } else { false } })
    }
}

extension WriteContext {
    package static let mostRows = 1000

    /// REC-6: changes many rows in one command, each as a part of its own: a refused row changes nothing and stops no
    /// other. The audit entry lists the changes, and the rows that were not the caller's.
    /// - Parameters:
    ///   - field: the request's field with the ids.
    ///   - change: changes one row and describes the change in a few words.
    /// - Returns: an outcome per id, in the order given.
    /// - Throws: `invalid` unless there are 1 to 1,000 ids; `notAllowed` if no row was the caller's.
    package func each<Value>(
        _ ids: [UInt64], field: String, _ change: (UInt64) throws -> (value: Value, did: AuditDetail)
    ) throws -> [RowOutcome<Value>] {
        guard (1...Self.mostRows).contains(ids.count) else {
            throw Refusal(
                .invalid, field: field, Phrase("1 to \(Self.mostRows)", "一次 1 至 \(Self.mostRows) 条"))
        }
        var outcomes: [RowOutcome<Value>] = []
        var done: [AuditDetail] = []
        var foreign: [AuditDetail] = []
        let all = auditDetail
        for id in ids {
            auditDetail = ""
            switch try part({ try change(id) }) {
            case .success(let row):
                let more: AuditDetail = auditDetail.isEmpty ? "" : " (\(auditDetail))"
                done.append("\(id) \(row.did)\(more)")
                outcomes.append(RowOutcome(id: id, result: .done(row.value)))
            case .failure(let error):
                let failure = try failure(error)
                if failure.code == .notAllowed { foreign.append("\(id)") }
                outcomes.append(RowOutcome(id: id, result: .refused(failure)))
            }
        }
        guard foreign.count < ids.count else { throw Refusal(.notAllowed) }
        auditDetail = all + done.joined(separator: ", ")
        if !foreign.isEmpty { auditDetail += "; not allowed: " + foreign.joined(separator: ", ") }
        return outcomes
    }

    /// Converts a refusal to a row's outcome; rethrows any other error, which fails the whole call.
    private func failure(_ error: any Error) throws -> Failure {
        let locale = call.options.locale
        switch error {
        case let refusal as Refusal: return refusal.message(locale: locale)
        default: throw error
        }
    }
}
