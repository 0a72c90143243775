package import Console
import Messages

/// Papers of every programme.
package enum PaperRegister: RegisterOfProgrammes {
    package static let placeholder = "PAPER"
    package static let what = Phrase("paper", "试卷")
    package static let listing = Phrase("papers list PROGRAMME", "papers list 项目体系")

    package static func page(
        _ desk: Desk, of programme: UInt64, after: UInt64, limit: UInt32
    ) throws(CommandFailure) -> (things: [NamedThing], next: UInt64) {
        let reply: ListPapersReply = try desk.call(
            .examsListPapers, ListPapersRequest(programme: programme, after: after, limit: limit))
        return (reply.papers.map { NamedThing($0.id, $0.title, isPast: $0.withdrawn) }, reply.next)
    }
}

/// Checklists of every programme.
package enum ChecklistRegister: RegisterOfProgrammes {
    package static let placeholder = "CHECKLIST"
    package static let what = Phrase("checklist", "评分表")
    package static let listing = Phrase("checklists list PROGRAMME", "checklists list 项目体系")

    package static func page(
        _ desk: Desk, of programme: UInt64, after: UInt64, limit: UInt32
    ) throws(CommandFailure) -> (things: [NamedThing], next: UInt64) {
        let reply: ListChecklistsReply = try desk.call(
            .skillsListChecklists, ListChecklistsRequest(programme: programme, after: after, limit: limit))
        return (reply.checklists.map { NamedThing($0.id, $0.title, isPast: $0.withdrawn) }, reply.next)
    }
}

/// Things with titles that each belong to a programme, and are found among those of all.
package protocol RegisterOfProgrammes: Register {
    /// Returns a page of those of one programme.
    static func page(
        _ desk: Desk, of programme: UInt64, after: UInt64, limit: UInt32
    ) throws(CommandFailure) -> (things: [NamedThing], next: UInt64)
}

extension RegisterOfProgrammes {
    package static var called: Phrase { Phrase("title", "名称") }

    /// Returns what a page of programmes has, all pages of each.
    package static func page(
        _ desk: Desk, containing text: String, after: UInt64, limit: UInt32
    ) throws(CommandFailure) -> (things: [NamedThing], next: UInt64) {
        let reply: ListProgrammesReply = try desk.call(
            .programmesListProgrammes, ListProgrammesRequest(after: after, limit: limit))
        var things: [NamedThing] = []
        for programme in reply.programmes {
            var last: UInt64 = 0
            repeat {
                let found = try page(desk, of: programme.id, after: last, limit: limit)
                things += found.things
                last = found.next
            } while last != 0
        }
        return (things, reply.next)
    }
}
