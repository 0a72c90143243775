package import Causality

/// ATT-9: a person's answer about one check-in.
package struct Decision: Sendable, Hashable {
    package let dot: Dot
    package let ruling: Ruling
    /// The person, the offering or the UTC milliseconds of the ruling; 0 for a ruling without one.
    package let argument: UInt64
    /// The decisions that no longer stand because of this one. An earlier one that is not named still stands beside it.
    package let replaces: [Dot]

    package init(dot: Dot, ruling: Ruling, argument: UInt64, replaces: [Dot]) {
        self.dot = dot
        self.ruling = ruling
        self.argument = argument
        self.replaces = replaces
    }

    /// In characters.
    package static let reasonLimit = 200

    fileprivate func agrees(with other: Decision) -> Bool { ruling == other.ruling && argument == other.argument }
}

/// The questions about a check-in. Each is answered by itself, so that an answer to one takes nothing from another.
package enum DecisionQuestion: CaseIterable, Sendable {
    case count
    case person
    case offering
}

extension Ruling {
    package var question: DecisionQuestion {
        switch self {
        case .counts, .doesNotCount, .countOpen: .count
        case .isPerson, .personOpen: .person
        case .belongsToOffering, .offeringOpen: .offering
        }
    }

    /// Whether the ruling takes back what was decided, so that the check-in is judged as if nobody had decided.
    package var isOpen: Bool {
        switch self {
        case .countOpen, .personOpen, .offeringOpen: true
        case .counts, .doesNotCount, .isPerson, .belongsToOffering: false
        }
    }
}

/// ATT-9c: the answers that stand for one check-in, computed from all its decisions, whatever their order.
///
/// A decision stands until another names it as replaced; a replaced one never stands again. Of one question, decisions
/// that stand beside each other and agree are one answer; those that differ are none.
package struct StandingDecisions: Sendable, Equatable {
    package enum Answer: Sendable, Equatable {
        case open
        case decided(Decision)
        /// Several stand that differ.
        case contested

        package var decision: Decision? {
            if case .decided(let decision) = self { decision } else { nil }
        }
    }

    package private(set) var count = Answer.open
    package private(set) var person = Answer.open
    package private(set) var offering = Answer.open
    /// The names of those that stand, ascending; also of those that left a question open.
    package private(set) var dots: [Dot] = []

    package init(_ decisions: some Collection<Decision>) {
        let replaced = Set(decisions.lazy.flatMap(\.replaces))
        let standing = decisions.filter { !replaced.contains($0.dot) }.sorted { $0.dot < $1.dot }
        dots = standing.map(\.dot)
        for decision in standing {
            switch decision.ruling.question {
            case .count: count.add(decision)
            case .person: person.add(decision)
            case .offering: offering.add(decision)
            }
        }
        count.leaveOpen()
        person.leaveOpen()
        offering.leaveOpen()
    }

    package subscript(question: DecisionQuestion) -> Answer {
        switch question {
        case .count: count
        case .person: person
        case .offering: offering
        }
    }

    package var isContested: Bool { DecisionQuestion.allCases.contains { self[$0] == .contested } }

    /// The offering to which the check-in was decided to belong; nil if that is open or contested.
    package var decidedOffering: UInt64? { offering.decision?.argument }

    /// The person whose it was decided to be; nil if that is open or contested.
    package var decidedPerson: UInt64? { person.decision?.argument }
}

extension StandingDecisions.Answer {
    /// Adds one that stands; of those that agree the first in order is kept.
    fileprivate mutating func add(_ decision: Decision) {
        switch self {
        case .open: self = .decided(decision)
        case .decided(let first) where first.agrees(with: decision): break
        case .decided, .contested: self = .contested
        }
    }

    fileprivate mutating func leaveOpen() {
        if case .decided(let decision) = self, decision.ruling.isOpen { self = .open }
    }
}
