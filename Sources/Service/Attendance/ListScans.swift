import Application
import Domain
import Messages
import Storage
import Wire

extension Service {
    /// ATT-5a: every scan of an offering with what it is worth, page by page.
    func listScans(_ request: ListScansRequest, _ context: ReadContext) throws -> ListScansReply {
        let offering = try OfferingRecord(request.offering, context.snapshot)
        try context.call.requireAuthority(over: offering.base, context.snapshot)
        let all = try OfferingAttendance(offering, keptAttendance, context.snapshot)
        let limit = pageLimit(request.limit)
        let start = try request.cursor.isEmpty ? 0 : Self.position(request.cursor)
        var reply = ListScansReply(totals: all.totals)
        for index in all.scans.scans.indices.dropFirst(start) {
            if request.person != 0, all.scans.scans[index].person != request.person { continue }
            if request.state != .unspecified,
                Int32(all.attendance.verdicts[index].state.rawValue) != request.state.rawValue
            {
                continue
            }
            guard reply.scans.count < limit else {
                var writer = ByteWriter()
                writer.writeVarint(UInt64(index))
                reply.next = writer.bytes
                break
            }
            reply.scans.append(all.scan(index))
        }
        return reply
    }

    private static func position(_ cursor: [UInt8]) throws -> Int {
        var reader = ByteReader(cursor.span)
        let position = try reader.readVarint()
        try reader.finish()
        return Int(clamping: position)
    }

    /// ATT-5: who was present in every window; the offering's windows, or others to try.
    func analyse(_ request: AnalyseRequest, _ context: ReadContext) throws -> AnalyseReply {
        let offering = try OfferingRecord(request.offering, context.snapshot)
        try context.call.requireAuthority(over: offering.base, context.snapshot)
        var plan = offering.plan
        if !request.windows.isEmpty {
            let windows = try WindowList(
                request.windows.map(Domain.Window.init), dates: offering.dates.map(\.day),
                courses: courses(of: offering.project, context.snapshot).compactMap { CourseID($0.id) })
            plan = AttendancePlan(
                dates: offering.dates.map(\.day), windows: windows, demand: offering.demand, zone: offering.plan.zone)
        }
        let all = try OfferingAttendance(offering, plan: plan, keptAttendance, context.snapshot)
        var reply = AnalyseReply(totals: all.totals, windows: plan.windows.map(\.message))
        let limit = pageLimit(request.limit)
        for (row, person) in all.people.enumerated() {
            let isPresent = all.attendance.isPresent(row: row, demand: offering.demand)
            if isPresent { reply.present += 1 } else { reply.absent += 1 }
            guard person.id > request.after else { continue }
            guard reply.people.count < limit else {
                reply.next = reply.people.last?.person ?? 0
                continue
            }
            let presence = all.attendance.presence(row: row)
            reply.people.append(
                Messages.Presence(
                    person: person.id, number: person.number, name: person.name, present: isPresent,
                    inWindow: presence.inWindow, scans: all.attendance.scansOfPerson[row],
                    onLeave: presence.onLeave))
        }
        return reply
    }

    func suggestWindow(_ request: SuggestWindowRequest, _ context: ReadContext) throws -> SuggestWindowReply {
        let offering = try OfferingRecord(request.offering, context.snapshot)
        try context.call.requireAuthority(over: offering.base, context.snapshot)
        let all = try OfferingAttendance(offering, keptAttendance, context.snapshot)
        let window = offering.plan.suggestWindow(
            on: Day(request.day), scans: all.scans.scans, roster: all.attendance.roster)
        guard let window else { throw Refused(.notFound, field: "day") }
        return SuggestWindowReply(window: window.message)
    }
}
