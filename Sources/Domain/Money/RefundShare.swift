/// ORD-4: what goes back of an order.
package struct RefundShare: Equatable, Sendable {
    /// By the account that bears it.
    package let training: Fen
    package let lodging: Fen

    /// - Parameters:
    ///   - rule: of the programme; nil or `off` where trainees cannot ask.
    ///   - refunded: what went back before: the lodging, or all of it.
    /// - Throws: `wrongState` for a kind that is not offered here, `refundTooLarge` where nothing is left of it.
    package init(
        of kind: RefundKind, rule: RefundRule?, training: Fen, lodging: Fen, refunded: Fen, isInPerson: Bool
    ) throws(Refusal) {
        guard let rule, rule != .off else {
            throw Refusal(
                .wrongState, field: "order", "trainees cannot ask for refunds in this programme: ask its organiser",
                zh: "该项目体系不接受退款申请，请联系主办方")
        }
        switch kind {
        case .full:
            let left = try training.adding(lodging).subtracting(refunded)
            guard left > .zero else { throw Refusal(.refundTooLarge, field: "kind") }
            self.lodging = refunded < lodging ? lodging : .zero
            self.training = try left.subtracting(self.lodging)
        case .lodging:
            guard rule == .fullOrLodgingOnly, isInPerson, lodging > .zero else {
                throw Refusal(
                    .wrongState, field: "kind", "only an in-person training with lodging refunds that alone",
                    zh: "仅含住宿的线下培训可单独退住宿费")
            }
            guard refunded == .zero else { throw Refusal(.refundTooLarge, field: "kind") }
            (self.training, self.lodging) = (.zero, lodging)
        case .unassigned: throw Refusal(.invalid, field: "kind")
        }
    }

    package var total: Fen { get throws(Refusal) { try training.adding(lodging) } }
}
