import Application
import Domain
import Messages
import Storage

extension CheckIns {
    /// ATT-5a: lists every scan of an offering with its verdict. Scans that arrive meanwhile move no scan to another
    /// page.
    func listScans(_ request: ListScansRequest, _ context: ReadContext) throws -> ListScansReply {
        let offering = try OfferingRecord(request.offering, context.snapshot)
        try context.call.requireAuthority(over: offering, context.snapshot)
        let all = try OfferingAttendance(offering, keptAttendance, context.snapshot)
        let start = try Position(request.cursor)
        let page = listPage(request.limit, by: all.position) { limit in
            var found: [Int] = []
            all.scans.forEach(behind: start) { index in
                guard request.person == 0 || all.scans.scans[index].person == request.person,
                    request.state == nil || all.attendance.verdicts[index].state == request.state
                else { return true }
                found.append(index)
                return found.count < limit
            }
            return found
        }
        return ListScansReply(
            scans: try all.shown(page.elements, context.snapshot), next: page.next?.bytes ?? [], totals: all.totals)
    }

    /// ATT-5: lists who was present in every window: the offering's windows, or others to try.
    func analyse(_ request: AnalyseRequest, _ context: ReadContext) throws -> AnalyseReply {
        let offering = try OfferingRecord(request.offering, context.snapshot)
        try context.call.requireAuthority(over: offering, context.snapshot)
        var plan = offering.plan
        if !request.windows.isEmpty {
            let windows = try WindowList(
                request.windows.map(AttendanceWindow.init), dates: offering.dates.map(\.day),
                courses: projects.courses(of: offering.project, context.snapshot).compactMap { CourseID($0.id) })
            plan = AttendancePlan(
                dates: offering.dates.map(\.day), windows: windows, demand: offering.demand, zone: offering.plan.zone,
                isHeld: offering.state != .cancelled, excusesLeave: offering.plan.excusesLeave)
        }
        let all = try OfferingAttendance(
            offering, plan: request.windows.isEmpty ? nil : plan, keptAttendance, context.snapshot)
        let page = try listPage(request.limit, by: \.id) {
            try all.people(after: request.after, limit: $0, context.snapshot)
        }
        let present = all.attendance.presentCount(offering.demand)
        var reply = AnalyseReply(
            next: page.next ?? 0, present: UInt32(clamping: present),
            absent: UInt32(clamping: all.attendance.roster.count - present), totals: all.totals,
            windows: plan.windows.map(\.message))
        for person in page.elements {
            guard let row = all.attendance.roster.row(of: person.id) else { continue }
            let presence = all.attendance.presence(row: row)
            reply.people.append(
                Presence(
                    person: person.id, number: person.number, name: person.name,
                    present: all.attendance.isPresent(row: row, demand: offering.demand),
                    inWindow: presence.inWindow, scans: all.attendance.scansOfPerson[row],
                    onLeave: presence.onLeave))
        }
        return reply
    }

    func suggestWindow(_ request: SuggestWindowRequest, _ context: ReadContext) throws -> SuggestWindowReply {
        let offering = try OfferingRecord(request.offering, context.snapshot)
        try context.call.requireAuthority(over: offering, context.snapshot)
        let all = try OfferingAttendance(offering, keptAttendance, context.snapshot)
        let window = offering.plan.suggestWindow(
            on: Day(request.day), scans: all.scans.scans, roster: all.attendance.roster)
        guard let window else { throw Refusal(.notFound, field: "day") }
        return SuggestWindowReply(window: window.message)
    }
}
