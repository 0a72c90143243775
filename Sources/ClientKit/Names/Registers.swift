package import Console
import Domain
import Messages

/// Organisations of every kind.
package enum OrganisationRegister: Register {
    package static let placeholder = "ORG"
    package static let what = Phrase("organisation", "机构")
    package static let listing = Phrase("organisations list")

    package static func page(
        _ desk: Desk, containing text: String, after: UInt64, limit: UInt32
    ) throws(CommandFailure) -> (things: [NamedThing], next: UInt64) {
        try desk.organisations(nil, text, after, limit)
    }
}

package enum RegionRegister: Register {
    package static let placeholder = "REGION"
    package static let what = Phrase("region", "地区")
    package static let listing = Phrase("organisations list --kind region", "organisations list --kind 地区")

    package static func page(
        _ desk: Desk, containing text: String, after: UInt64, limit: UInt32
    ) throws(CommandFailure) -> (things: [NamedThing], next: UInt64) {
        try desk.organisations(.region, text, after, limit)
    }
}

package enum BaseRegister: Register {
    package static let placeholder = "BASE"
    package static let what = Phrase("base", "基地")
    package static let listing = Phrase("organisations list --kind base", "organisations list --kind 基地")

    package static func page(
        _ desk: Desk, containing text: String, after: UInt64, limit: UInt32
    ) throws(CommandFailure) -> (things: [NamedThing], next: UInt64) {
        try desk.organisations(.base, text, after, limit)
    }
}

package enum UnitRegister: Register {
    package static let placeholder = "UNIT"
    package static let what = Phrase("unit", "单位")
    package static let listing = Phrase("organisations list --kind unit", "organisations list --kind 单位")

    package static func page(
        _ desk: Desk, containing text: String, after: UInt64, limit: UInt32
    ) throws(CommandFailure) -> (things: [NamedThing], next: UInt64) {
        try desk.organisations(.unit, text, after, limit)
    }
}

/// Bases and providers, at which offerings are held.
package enum PlaceRegister: Register {
    package static let placeholder = "ORG"
    package static let what = Phrase("base or provider", "基地或主办单位")
    package static let listing = Phrase("organisations list")

    package static func page(
        _ desk: Desk, containing text: String, after: UInt64, limit: UInt32
    ) throws(CommandFailure) -> (things: [NamedThing], next: UInt64) {
        try desk.organisations(nil, text, after, limit) { $0.kind == .base || $0.provides }
    }
}

package enum ProgrammeRegister: Register {
    package static let placeholder = "PROGRAMME"
    package static let what = Phrase("programme", "项目体系")
    package static let listing = Phrase("programmes list")

    package static func page(
        _ desk: Desk, containing text: String, after: UInt64, limit: UInt32
    ) throws(CommandFailure) -> (things: [NamedThing], next: UInt64) {
        let reply: ListProgrammesReply = try desk.call(
            .programmesListProgrammes, ListProgrammesRequest(after: after, limit: limit))
        return (reply.programmes.map { NamedThing($0.id, $0.name) }, reply.next)
    }
}

/// Projects, by name or by the committee's number.
package enum ProjectRegister: Register {
    package static let placeholder = "PROJECT"
    package static let what = Phrase("project", "项目")
    package static let called = Phrase("number or name", "项目号、名称")
    package static let listing = Phrase("projects list")

    package static func page(
        _ desk: Desk, containing text: String, after: UInt64, limit: UInt32
    ) throws(CommandFailure) -> (things: [NamedThing], next: UInt64) {
        // Not filtered by the server, which looks at names alone.
        let reply: ListProjectsReply = try desk.call(
            .projectsListProjects, ListProjectsRequest(after: after, limit: limit))
        return (reply.projects.map { NamedThing($0.id, $0.name, $0.number) }, reply.next)
    }
}

package enum OfferingRegister: Register {
    package static let placeholder = "OFFERING"
    package static let what = Phrase("offering", "期次")
    package static let called = Phrase("title", "名称")
    package static let listing = Phrase("offerings list")

    package static func page(
        _ desk: Desk, containing text: String, after: UInt64, limit: UInt32
    ) throws(CommandFailure) -> (things: [NamedThing], next: UInt64) {
        let reply: ListOfferingsReply = try desk.call(
            .projectsListOfferings, ListOfferingsRequest(after: after, limit: limit))
        return (reply.offerings.map { NamedThing($0.id, $0.title, isPast: $0.state == .cancelled) }, reply.next)
    }
}

/// Question banks: one an offering, one a programme.
package enum BankRegister: Register {
    package static let placeholder = "BANK"
    package static let what = Phrase("offering or programme", "期次或项目体系")
    package static let listing = OfferingRegister.listing

    /// Set in cursors that have passed the offerings.
    private static let inProgrammes: UInt64 = 1 << 63

    package static func page(
        _ desk: Desk, containing text: String, after: UInt64, limit: UInt32
    ) throws(CommandFailure) -> (things: [NamedThing], next: UInt64) {
        if after & inProgrammes == 0 {
            let page = try OfferingRegister.page(desk, containing: text, after: after, limit: limit)
            return (page.things, page.next == 0 ? inProgrammes : page.next)
        }
        let page = try ProgrammeRegister.page(desk, containing: text, after: after & ~inProgrammes, limit: limit)
        return (page.things, page.next == 0 ? 0 : page.next | inProgrammes)
    }
}

/// Rounds, by name or by cohort and name: `2026级 第一批`.
package enum RoundRegister: Register {
    package static let placeholder = "ROUND"
    package static let what = Phrase("round", "招录批次")
    package static let listing = Phrase("rounds list")

    package static func page(
        _ desk: Desk, containing text: String, after: UInt64, limit: UInt32
    ) throws(CommandFailure) -> (things: [NamedThing], next: UInt64) {
        let reply: ListRoundsReply = try desk.call(
            .recruitmentListRounds, ListRoundsRequest(after: after, limit: limit))
        return (reply.rounds.map { NamedThing($0.id, $0.name, "\($0.cohortName) \($0.name)") }, reply.next)
    }
}

package enum CohortRegister: Register {
    package static let placeholder = "COHORT"
    package static let what = Phrase("cohort", "界别")
    package static let listing = Phrase("cohorts list")

    package static func page(
        _ desk: Desk, containing text: String, after: UInt64, limit: UInt32
    ) throws(CommandFailure) -> (things: [NamedThing], next: UInt64) {
        let reply: ListCohortsReply = try desk.call(
            .recruitmentListCohorts, ListCohortsRequest(after: after, limit: limit))
        return (reply.cohorts.map { NamedThing($0.id, $0.name) }, reply.next)
    }
}

package enum TerminalRegister: Register {
    package static let placeholder = "TERMINAL"
    package static let what = Phrase("terminal", "终端")
    package static let listing = Phrase("terminals list")

    package static func page(
        _ desk: Desk, containing text: String, after: UInt64, limit: UInt32
    ) throws(CommandFailure) -> (things: [NamedThing], next: UInt64) {
        let reply: ListTerminalsReply = try desk.call(
            .terminalsListTerminals, ListTerminalsRequest(after: after, limit: limit))
        return (reply.terminals.map { NamedThing($0.id, $0.name) }, reply.next)
    }
}

/// Published notices, by their titles.
package enum NoticeRegister: Register {
    package static let placeholder = "NOTICE"
    package static let what = Phrase("notice", "通知")
    package static let called = Phrase("title", "标题")
    package static let listing = Phrase("notices list")

    package static func page(
        _ desk: Desk, containing text: String, after: UInt64, limit: UInt32
    ) throws(CommandFailure) -> (things: [NamedThing], next: UInt64) {
        let reply: ListNoticesReply = try desk.call(
            .noticesListNotices, ListNoticesRequest(after: after, limit: limit))
        return (reply.notices.map { NamedThing($0.id, $0.title) }, reply.next)
    }
}

/// Post-activity reports, by the titles of their classes. A class with a supplement has more than one.
package enum PostReportRegister: Register {
    package static let placeholder = "REPORT"
    package static let what = Phrase("report", "报告")
    package static let called = Phrase("the title of its class", "期次名称")
    package static let listing = Phrase("reports list OFFERING", "reports list 期次")

    package static func page(
        _ desk: Desk, containing text: String, after: UInt64, limit: UInt32
    ) throws(CommandFailure) -> (things: [NamedThing], next: UInt64) {
        let page = try OfferingRegister.page(desk, containing: text, after: after, limit: limit)
        var things: [NamedThing] = []
        for offering in page.things where offering.names.contains(where: { ComparedName($0) == ComparedName(text) }) {
            let reply: ListPostReportsReply = try desk.call(
                .postReportsList, ListPostReportsRequest(offering: offering.id, limit: limit))
            things += reply.reports.map { NamedThing($0.id, $0.title) }
        }
        return (things, page.next)
    }
}

extension Desk {
    fileprivate func organisations(
        _ kind: OrganisationKind?, _ text: String, _ after: UInt64, _ limit: UInt32,
        _ isMeant: (Organisation) -> Bool = { _ in true }
    ) throws(CommandFailure) -> (things: [NamedThing], next: UInt64) {
        let reply: ListOrganisationsReply = try call(
            .organisationsListOrganisations,
            ListOrganisationsRequest(
                after: after, limit: limit, kind: kind, nameContains: text, withClosed: true))
        return (
            reply.organisations.filter(isMeant).map { NamedThing($0.id, $0.name, isPast: $0.closed) }, reply.next
        )
    }
}
