import Application
import Domain
import Messages
import Storage

extension Leaves {
    /// LEV-1: lists the caller's leave with its state, newest first.
    func myLeave(_ request: MyLeaveRequest, _ context: ReadContext) throws -> ListLeaveReply {
        let person = try context.call.person().id
        let page = try listPage(request.limit, by: \.id) { limit in
            try context.snapshot.all(
                LeaveRecord.ofPerson, person, before(request.after), limit, body: LeaveRecord.columns.read)
        }
        return try reply(page, context.snapshot)
    }

    /// LEV-1: lists leave requested from a base, newest first.
    func listLeave(_ request: ListLeaveRequest, _ context: ReadContext) throws -> ListLeaveReply {
        let snapshot = context.snapshot
        try context.call.requireAuthority(over: request.base, snapshot)
        let before = before(request.after)
        let page = try listPage(request.limit, by: \.id) { limit in
            if let state = request.state {
                try snapshot.all(
                    LeaveRecord.ofBaseInState, request.base, state.rawValue, before, limit,
                    body: LeaveRecord.columns.read)
            } else {
                try snapshot.all(LeaveRecord.ofBase, request.base, before, limit, body: LeaveRecord.columns.read)
            }
        }
        return try reply(page, snapshot)
    }

    private func reply(_ page: ListPage<LeaveRecord, UInt64>, _ snapshot: Snapshot) throws -> ListLeaveReply {
        ListLeaveReply(leave: try page.elements.map { try $0.message(snapshot) }, next: page.next ?? 0)
    }
}

extension LeaveRecord {
    fileprivate static let ofPerson = SQL(
        "SELECT \(columns) FROM leave WHERE person = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3")

    fileprivate static let ofBase = SQL(
        "SELECT \(columns) FROM leave WHERE base = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3")

    fileprivate static let ofBaseInState = SQL(
        "SELECT \(columns) FROM leave WHERE base = ?1 AND state = ?2 AND id < ?3 ORDER BY id DESC LIMIT ?4")
}
