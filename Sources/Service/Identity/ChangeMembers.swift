import Application
import Domain
import Messages
import Storage

extension Identities {
    private static let mostAsked = 10

    /// ACC-9b: confirms that these people belong to the unit.
    func confirmMembers(_ request: ChangeMembersRequest, _ context: WriteContext) throws -> ChangeMembersReply {
        let members = try members(request, context)
        let asked = members.filter { $0.state == .asked }
        if let ended = members.firstIndex(where: { $0.state == .ended }) {
            throw Refusal(
                .wrongState, field: "people \(ended + 1)", Phrase("has ended; add them again", "关系已终止，请重新添加"))
        }
        try decide(asked, .approve, "", context)
        return changeReply("confirmed", asked.count, of: members, request, context)
    }

    /// Ends memberships, confirmed or asked for, and notifies the people with the reason.
    func endMembers(_ request: ChangeMembersRequest, _ context: WriteContext) throws -> ChangeMembersReply {
        let members = try members(request, context)
        let reason = try ReviewDecision.reason(request.reason)
        try decide(members.filter { $0.state == .asked }, .reject, reason, context)
        for member in members where member.state == .confirmed {
            try transition(member, by: .end, reason: reason, context)
        }
        return changeReply("ended", members.count { $0.state != .ended }, of: members, request, context)
    }

    /// Asks for membership of a unit, which decides.
    func joinUnit(_ request: JoinUnitRequest, _ context: WriteContext) throws -> MyUnitsReply {
        let person = try context.call.person().id
        _ = try unitName(request.unit, context.transaction)
        let asked = try context.transaction.all(
            .unitsOfPersonInState, person,
            MembershipState.asked.rawValue
        ) { $0.id(0) }
        guard asked.count < Self.mostAsked || asked.contains(request.unit) else {
            throw Refusal(
                .wrongState, field: "unit",
                Phrase("\(Self.mostAsked) units have not answered yet", "已有 \(Self.mostAsked) 个单位待确认"))
        }
        let isNew = try askMembership(unit: request.unit, person: person, byPerson: true, context)
        context.auditDetail = "person \(person), unit \(request.unit): " + (isNew ? "asked" : "unchanged")
        return try units(of: person, context.transaction)
    }

    func leaveUnit(_ request: LeaveUnitRequest, _ context: WriteContext) throws -> MyUnitsReply {
        let person = try context.call.person().id
        guard let membership = try MembershipRecord(unit: request.unit, person: person, context.transaction) else {
            throw Refusal(.notFound, field: "unit")
        }
        if membership.state == .asked { try reviews.withdrawReview(.membership, membership.id, context) }
        try transition(membership, by: .end, reason: "", context)
        context.auditDetail = "person \(person), unit \(request.unit): \(membership.state) → ended"
        return try units(of: person, context.transaction)
    }

    /// Returns the memberships; throws unless all of them belong to the unit.
    private func members(_ request: ChangeMembersRequest, _ context: WriteContext) throws -> [MembershipRecord] {
        try context.call.requireAuthority(over: request.unit, context.transaction)
        guard (1...WriteContext.mostRows).contains(request.people.count) else {
            throw Refusal(
                .invalid, field: "people",
                Phrase("1 to \(WriteContext.mostRows)", "一次 1 至 \(WriteContext.mostRows) 人"))
        }
        var seen: Set<UInt64> = []
        return try request.people.enumerated().compactMap { index, person in
            guard seen.insert(person).inserted else { return nil }
            guard let member = try MembershipRecord(unit: request.unit, person: person, context.transaction) else {
                throw Refusal(.notFound, field: "people \(index + 1)")
            }
            return member
        }
    }

    /// Decides through the review engine, so that its history records by whom and when.
    private func decide(
        _ members: [MembershipRecord], _ action: ReviewAction, _ reason: String, _ context: WriteContext
    ) throws {
        guard !members.isEmpty else { return }
        let reply = try reviews.decideReviews(
            DecideReviewsRequest(kind: .membership, subjects: members.map(\.id), action: action, reason: reason),
            of: membershipReview, context)
        if let failure = reply.outcomes.lazy.compactMap(\.failure).first { throw Refusal(failure.code ?? .internal) }
    }

    private func changeReply(
        _ what: String, _ changed: Int, of members: [MembershipRecord], _ request: ChangeMembersRequest,
        _ context: WriteContext
    ) -> ChangeMembersReply {
        context.auditDetail =
            "unit \(request.unit): \(what) "
            + members.map { "\($0.person) (\($0.state))" }.joined(separator: ", ")
        return ChangeMembersReply(changed: UInt32(changed), unchanged: UInt32(members.count - changed))
    }
}
