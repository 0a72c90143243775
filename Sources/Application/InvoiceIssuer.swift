package import Domain

/// ORD-5: whoever issues invoices of what was paid by it. A call blocks until the answer arrives, at most some seconds, and never throws. Nothing is
/// issued or voided at once: taken is `accepted`, and a question tells the rest.
package struct InvoiceIssuer: Sendable {
    /// Payments that came by this gateway.
    package let channel: PaymentChannel
    package let issue: @Sendable (InvoiceRequest) -> GatewayOutcome<Never>
    package let query: @Sendable (IssuerInvoice) -> GatewayOutcome<IssuerState>
    package let void: @Sendable (InvoiceVoiding) -> GatewayOutcome<Never>
    /// The file of one that was issued, of any type.
    package let file: @Sendable (IssuerInvoice) -> GatewayOutcome<[UInt8]>

    package init(
        channel: PaymentChannel, issue: @escaping @Sendable (InvoiceRequest) -> GatewayOutcome<Never>,
        query: @escaping @Sendable (IssuerInvoice) -> GatewayOutcome<IssuerState>,
        void: @escaping @Sendable (InvoiceVoiding) -> GatewayOutcome<Never>,
        file: @escaping @Sendable (IssuerInvoice) -> GatewayOutcome<[UInt8]>
    ) {
        self.channel = channel
        self.issue = issue
        self.query = query
        self.void = void
        self.file = file
    }
}
