internal import Causality

/// Why a well-formed fact cannot be applied. Its batch is stored all the same; the fact is quarantined and the others
/// are applied.
package enum FactDefect: Sendable, Hashable {
    /// A newer device's kind; applied once this version knows it.
    case unknownKind
    /// An id or a value of 2^53 or above, which no table can hold; a decision or a sheet that cannot be read.
    case outOfRange
    /// A void, correction or adjudication that replaces nothing, or a decision that is not about one fact.
    case namesNothing
    /// A reference to itself or to a later fact of its own log.
    case namesFuture
    /// A mark without an assessment.
    case withoutAssessment
}

extension Fact {
    /// Returns the defect of the fact itself, whatever else is known. `sequence` is the fact's own.
    package func defect(sequence: UInt64) -> FactDefect? {
        let ids = [offering, actor, value, assessment, course, slot]
        guard ids.allSatisfy({ $0 < FactLimits.integer }) else { return .outOfRange }
        guard references.allSatisfy({ $0.target != .own || $0.sequence < sequence }) else { return .namesFuture }
        let replaces = references.contains { $0.role == .replaces }
        switch kind {
        case .checkIn: return nil
        case .score: return assessment == 0 ? .withoutAssessment : sheetDefect
        case .void: return replaces ? nil : .namesNothing
        case .correction, .adjudication:
            return assessment == 0 ? .withoutAssessment : replaces ? sheetDefect : .namesNothing
        case .decision:
            return DecisionContent(extensions) == nil
                ? .outOfRange : references.count { $0.role == .saw } == 1 ? nil : .namesNothing
        case .unknown: return .unknownKind
        }
    }

    /// A mark of a skills exam is the sum of its sheet.
    private var sheetDefect: FactDefect? {
        guard assessment == Assessment.skills else { return nil }
        return SkillsSheet(extensions)?.value == value ? nil : .outOfRange
    }
}
