package import Console
import Messages

/// Papers of every programme.
package enum PaperRegister: Register {
    package static let placeholder = "PAPER"
    package static let what = Phrase("paper", "试卷")
    package static let called = Phrase("title", "名称")
    package static let listing = Phrase("papers list PROGRAMME", "papers list 项目体系")

    package static func page(
        _ desk: Desk, containing text: String, after: UInt64, limit: UInt32
    ) throws(CommandFailure) -> (things: [NamedThing], next: UInt64) {
        try desk.ofEachProgramme(after, limit) { programme, after throws(CommandFailure) in
            let reply: ListPapersReply = try desk.call(
                .examsListPapers, ListPapersRequest(programme: programme, after: after, limit: limit))
            return (reply.papers.map { NamedThing($0.id, $0.title, isPast: $0.withdrawn) }, reply.next)
        }
    }
}

/// Checklists of every programme.
package enum ChecklistRegister: Register {
    package static let placeholder = "CHECKLIST"
    package static let what = Phrase("checklist", "评分表")
    package static let called = Phrase("title", "名称")
    package static let listing = Phrase("checklists list PROGRAMME", "checklists list 项目体系")

    package static func page(
        _ desk: Desk, containing text: String, after: UInt64, limit: UInt32
    ) throws(CommandFailure) -> (things: [NamedThing], next: UInt64) {
        try desk.ofEachProgramme(after, limit) { programme, after throws(CommandFailure) in
            let reply: ListChecklistsReply = try desk.call(
                .skillsListChecklists, ListChecklistsRequest(programme: programme, after: after, limit: limit))
            return (reply.checklists.map { NamedThing($0.id, $0.title, isPast: $0.withdrawn) }, reply.next)
        }
    }
}

extension Desk {
    /// Returns what a page of programmes has, all pages of each.
    fileprivate func ofEachProgramme(
        _ after: UInt64, _ limit: UInt32,
        _ page: (_ programme: UInt64, _ after: UInt64) throws(CommandFailure) -> (things: [NamedThing], next: UInt64)
    ) throws(CommandFailure) -> (things: [NamedThing], next: UInt64) {
        let reply: ListProgrammesReply = try call(
            .programmesListProgrammes, ListProgrammesRequest(after: after, limit: limit))
        var things: [NamedThing] = []
        for programme in reply.programmes {
            var last: UInt64 = 0
            repeat {
                let found = try page(programme.id, last)
                things += found.things
                last = found.next
            } while last != 0
        }
        return (things, reply.next)
    }
}
