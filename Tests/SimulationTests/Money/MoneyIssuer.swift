import Application
import Domain
import Threads

/// WeChat Pay's invoices in memory: taken at once, issued and voided when they have been asked about, and failing in every way that a history
/// tells it to. It keeps what nobody may find there: two invoices for one payment, or one that stands when its money goes back.
final class MoneyIssuer: Sendable {
    enum Fault: String, CaseIterable {
        case invoiceRequestLost, invoiceAnswerLost
        /// A final refusal.
        case invoiceRefused, voidingRefused
        /// Taken, and done only after some questions.
        case invoiceLate, voidingLate
        /// Taken, and then unknown to it.
        case invoiceForgotten
    }

    enum Progress { case taken, issued, voiding, voided }

    struct Invoice {
        let transaction: String
        let fen: Int64
        let number: InvoiceNumber
        var state = Progress.taken
        /// It is done when it has been asked about so often.
        var patience = 1
    }

    private struct State {
        var invoices: [String: Invoice] = [:]
        /// Numbers that were used once.
        var used: Set<String> = []
        var faults: [Fault] = []
        var happened: [Fault: Int] = [:]
        var problems: [String] = []
    }

    private let state = Locked(State())
    private let trace: Locked<[String]>

    init(_ trace: Locked<[String]>) { self.trace = trace }

    var invoices: [String: Invoice] { state.withLock { $0.invoices } }
    var happened: [Fault: Int] { state.withLock { $0.happened } }
    var problems: [String] { state.withLock { $0.problems } }

    func arm(_ fault: Fault) { state.withLock { $0.faults.append(fault) } }
    func disarm() { state.withLock { $0.faults = [] } }

    /// Money of a payment goes back.
    func notePayBack(of transaction: String) {
        state.withLock { state in
            for (number, invoice) in state.invoices where invoice.transaction == transaction && invoice.state != .voided
            {
                state.problems.append("money goes back for which invoice \(number) stands")
            }
        }
    }

    var issuer: InvoiceIssuer {
        InvoiceIssuer(
            channel: .weChat,
            issue: { [self] request in
                answer("issue", request.number, [.invoiceRefused, .invoiceLate, .invoiceForgotten]) { state, fault in
                    issue(request, &state, fault)
                }
            },
            query: { [self] asked in
                answer("query", asked.number, []) { state, _ in
                    guard var invoice = state.invoices[asked.number.text] else { return .done(.absent) }
                    let told = Self.told(invoice)
                    invoice.patience -= 1
                    if invoice.patience <= 0, invoice.state == .taken { invoice.state = .issued }
                    if invoice.patience <= 0, invoice.state == .voiding { invoice.state = .voided }
                    state.invoices[asked.number.text] = invoice
                    return told
                }
            },
            void: { [self] voiding in
                answer("void", voiding.invoice.number, [.voidingRefused, .voidingLate]) { state, fault in
                    guard var invoice = state.invoices[voiding.invoice.number.text], invoice.number == voiding.issued
                    else {
                        state.problems.append("\(voiding.issued.number) is to be voided, which was never issued")
                        return .refused(code: "RESOURCE_NOT_EXISTS")
                    }
                    guard invoice.state == .issued else { return .accepted }
                    if fault == .voidingRefused { return .refused(code: "NO_AUTH") }
                    invoice.state = .voiding
                    invoice.patience = fault == .voidingLate ? 5 : 1
                    state.invoices[voiding.invoice.number.text] = invoice
                    return .accepted
                }
            },
            file: { _ in .done(Array("%PDF-1.7 %%EOF".utf8)) })
    }

    private func issue(_ request: InvoiceRequest, _ state: inout State, _ fault: Fault?) -> GatewayOutcome<Never> {
        let number = request.number.text
        guard state.invoices[number] == nil else { return .accepted }
        if fault == .invoiceRefused { return .refused(code: "PARAM_ERROR") }
        let others = state.invoices.values.filter { $0.transaction == request.transaction && $0.state != .voided }
        if !others.isEmpty { state.problems.append("a second invoice of payment \(request.transaction)") }
        // What it forgets it may be told again, under the same number.
        if fault == .invoiceForgotten { return .accepted }
        if !state.used.insert(number).inserted { state.problems.append("number \(number) was used before") }
        let digits = "\(state.used.count)"
        let issued = "27" + String(repeating: "0", count: 18 - digits.count) + digits
        guard let issued = try? InvoiceNumber(code: "", number: issued) else { return .unknown(reason: "no number") }
        state.invoices[number] = Invoice(
            transaction: request.transaction, fen: request.trainingFen + request.lodgingFen, number: issued,
            patience: fault == .invoiceLate ? 5 : 1)
        return .accepted
    }

    private static func told(_ invoice: Invoice) -> GatewayOutcome<IssuerState> {
        switch invoice.state {
        case .taken: .accepted
        case .issued: .done(.issued(invoice.number, fen: invoice.fen))
        case .voiding: .done(.voiding)
        case .voided: .done(.voided(red: ""))
        }
    }

    /// - Parameter kinds: the faults that this kind of call can have besides lost bytes.
    private func answer<Value>(
        _ act: String, _ number: PaymentNumber, _ kinds: [Fault],
        _ body: (inout State, Fault?) -> GatewayOutcome<Value>
    ) -> GatewayOutcome<Value> {
        let outcome: GatewayOutcome<Value> = state.withLock { state in
            func take(_ kinds: [Fault]) -> Fault? {
                guard let place = state.faults.firstIndex(where: kinds.contains) else { return nil }
                let fault = state.faults.remove(at: place)
                state.happened[fault, default: 0] += 1
                return fault
            }
            let loss = take([.invoiceRequestLost, .invoiceAnswerLost])
            if loss == .invoiceRequestLost { return .unknown(reason: "the request was lost") }
            let outcome = body(&state, take(kinds))
            return loss == nil ? outcome : .unknown(reason: "the answer was lost")
        }
        trace.withLock { $0.append("    \(act) \(number.text) → \(outcome)") }
        return outcome
    }
}
