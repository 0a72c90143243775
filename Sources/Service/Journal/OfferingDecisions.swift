import Causality
import Domain
import Messages
import Storage

/// The decisions about the check-ins of one offering: those recorded there, and those decided to belong there.
struct OfferingDecisions: Sendable {
    private var decisions: [Dot: [StoredDecision]] = [:]
    /// The check-ins recorded elsewhere that may belong here, in the order of their names.
    let fromElsewhere: [Dot]

    init(of offering: UInt64, _ snapshot: Snapshot) throws {
        for found in try snapshot.all(StoredDecision.ofOffering, offering, body: StoredDecision.columns.read) {
            decisions[found.fact, default: []].append(found)
        }
        let moved = try snapshot.all(
            StoredDecision.ofMoved, Ruling.belongsToOffering.rawValue, offering, body: StoredDecision.columns.read)
        var last: [Dot: UInt64] = [:]
        // A check-in that was moved here twice comes twice.
        for found in moved where last[found.fact] != found.id {
            last[found.fact] = found.id
            decisions[found.fact, default: []].append(found)
        }
        fromElsewhere = last.keys.sorted()
    }

    var isEmpty: Bool { decisions.isEmpty }

    /// Everything decided, by check-in.
    var all: Dictionary<Dot, [StoredDecision]>.Values { decisions.values }

    /// Counts check-ins.
    var count: Int { decisions.count }

    /// Returns the decisions about a check-in, in the order of their making.
    func decisions(about fact: Dot) -> [StoredDecision] { decisions[fact] ?? [] }

    /// Returns the answers that stand for a check-in; nil if nobody ever decided.
    /// - Parameter batch: that of the check-in; decisions about another branch of its log are about another check-in.
    func standing(of fact: Dot, in batch: BatchTag) -> StandingDecisions? {
        guard let found = decisions[fact]?.filter({ $0.tag == nil || $0.tag == batch }), !found.isEmpty else {
            return nil
        }
        return StandingDecisions(found.map(\.decision))
    }
}

extension StandingDecisions {
    /// Returns why a check-in is still quarantined that is quarantined as recorded; nil if it is no longer.
    /// - Parameter code: the reason as recorded.
    func quarantine(_ code: ErrorCode?) -> ErrorCode? {
        guard let code, !isContested else { return code }
        let isLifted =
            switch code {
            case .unknownOffering, .foreignOffering: decidedOffering != nil
            case .unknownSubject: decidedPerson != nil
            case .unknownCourse: count.decision?.ruling == .counts || decidedOffering != nil
            default: false
            }
        return isLifted ? nil : code
    }
}
