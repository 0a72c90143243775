import Application
import Domain
import Threads

/// Somebody in this process who issues invoices, as WeChat Pay does: takes at once, and tells the result to who asks. It goes on only where a
/// test says so.
final class InvoiceDesk: Sendable {
    enum Progress { case taken, issued, voiding, voided }

    struct Invoice {
        let request: InvoiceRequest
        let number: InvoiceNumber
        var state = Progress.taken
    }

    private struct State {
        var invoices: [String: Invoice] = [:]
        var asked: [String] = []
        var refusals: [String] = []
        var lostRequests = 0
        var lostAnswers = 0
        var file = Array("%PDF-1.7 电子发票 %%EOF".utf8)
        var fen: Int64?
        var issued = 0
    }

    private let state = Locked(State())

    var invoices: [String: Invoice] { state.withLock { $0.invoices } }
    /// The calls so far, in order: `issue F…`.
    var asked: [String] { state.withLock { $0.asked } }
    /// The invoice that it issues now under a number.
    static func number(_ count: Int) -> String { "2699000000000000000\(count)" }
    static let red = "26990000000000099999"

    func refuse(_ code: String) { state.withLock { $0.refusals.append(code) } }
    func loseRequests(_ count: Int) { state.withLock { $0.lostRequests = count } }
    func loseAnswers(_ count: Int) { state.withLock { $0.lostAnswers = count } }
    func give(file: [UInt8]) { state.withLock { $0.file = file } }
    /// Says another total of what it issues.
    func misstate(fen: Int64) { state.withLock { $0.fen = fen } }

    /// All that is taken is issued, and what is being voided is voided.
    func goOn() {
        state.withLock { state in
            for (number, invoice) in state.invoices {
                switch invoice.state {
                case .taken: state.invoices[number]?.state = .issued
                case .voiding: state.invoices[number]?.state = .voided
                case .issued, .voided: break
                }
            }
        }
    }

    /// Somebody voids one there.
    func void(_ number: String) { state.withLock { $0.invoices[number]?.state = .voided } }
    /// It forgets one that it has taken.
    func forget(_ number: String) { state.withLock { $0.invoices[number] = nil } }

    var issuer: InvoiceIssuer {
        InvoiceIssuer(
            channel: .weChat,
            issue: { [self] request in
                answer("issue", request.number) { state in
                    guard state.refusals.isEmpty else { return .refused(code: state.refusals.removeFirst()) }
                    guard state.invoices[request.number.text] == nil else { return .accepted }
                    state.issued += 1
                    guard let number = try? InvoiceNumber(code: "", number: Self.number(state.issued)) else {
                        return .unknown(reason: "no number")
                    }
                    state.invoices[request.number.text] = Invoice(request: request, number: number)
                    return .accepted
                }
            },
            query: { [self] asked in
                answer("query", asked.number) { state in
                    guard let invoice = state.invoices[asked.number.text] else { return .done(.absent) }
                    switch invoice.state {
                    case .taken: return .accepted
                    case .issued:
                        let total = invoice.request.trainingFen + invoice.request.lodgingFen
                        return .done(.issued(invoice.number, fen: state.fen ?? total))
                    case .voiding: return .done(.voiding)
                    case .voided: return .done(.voided(red: Self.red))
                    }
                }
            },
            void: { [self] voiding in
                answer("void", voiding.invoice.number) { state in
                    guard state.refusals.isEmpty else { return .refused(code: state.refusals.removeFirst()) }
                    guard let invoice = state.invoices[voiding.invoice.number.text], invoice.number == voiding.issued
                    else { return .refused(code: "RESOURCE_NOT_EXISTS") }
                    if invoice.state == .issued { state.invoices[voiding.invoice.number.text]?.state = .voiding }
                    return .accepted
                }
            },
            file: { [self] asked in answer("file", asked.number) { .done($0.file) } })
    }

    private func answer<Value>(
        _ act: String, _ number: PaymentNumber, _ body: (inout State) -> GatewayOutcome<Value>
    ) -> GatewayOutcome<Value> {
        state.withLock { state in
            state.asked.append("\(act) \(number.text)")
            if state.lostRequests > 0 {
                state.lostRequests -= 1
                return .unknown(reason: "the request was lost")
            }
            let outcome = body(&state)
            guard state.lostAnswers > 0 else { return outcome }
            state.lostAnswers -= 1
            return .unknown(reason: "the answer was lost")
        }
    }
}
