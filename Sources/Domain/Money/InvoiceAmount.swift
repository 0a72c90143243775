/// ORD-5e: the lines of an order that an invoice is for.
package struct InvoiceAmount: Equatable, Sendable {
    package let training: Fen
    package let lodging: Fen

    /// - Parameter refunded: what went back of the order: nothing, the lodging, or all of it.
    /// - Throws: `wrongState` where nothing that was paid is left.
    package init(training: Fen, lodging: Fen, refunded: Fen) throws(Refusal) {
        let left = try training.adding(lodging).subtracting(refunded)
        guard left > .zero else {
            throw Refusal(
                .wrongState, field: "order", "nothing that was paid for it is left to invoice", zh: "该订单没有可开票的金额")
        }
        self.lodging = refunded == .zero ? lodging : .zero
        self.training = try left.subtracting(self.lodging)
    }
}
