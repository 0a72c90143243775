import Application
import Domain
import Messages
import Storage
import Wire

// ORD-5: invoices that somebody else issues and voids. What is taken there is not done: a question tells, and no answer means nothing.
extension Orders {
    /// ORD-5f: sends applications to be issued, one or many.
    func sendInvoices(_ request: SendInvoicesRequest, _ context: WriteContext) throws -> InvoicesReply {
        guard let issuer = services.invoices else {
            throw Refusal(
                .wrongState, field: "server",
                "this server has no invoices issued by WeChat Pay: set payments.wechat.invoices, or issue them by hand",
                zh: "服务器未开通微信支付开票（设置项 payments.wechat.invoices），请人工开票")
        }
        return try each(request.invoices, context) { invoice in
            let order = try OrderRecord(invoice.order, context.transaction)
            if invoice.state == .applied { try order.requireInvoiceable() }
            try requirePaid(order, by: issuer.channel, context.transaction)
            guard invoice.sendings < IssuerPatience.sendings else {
                throw Refusal(
                    .wrongState, field: "invoice", "WeChat Pay has refused it too often: issue it by hand",
                    zh: "微信支付多次未受理，请人工开票")
            }
            invoice.issuer = issuer.channel
            invoice.issuerNumber = Self.number("F", try context.transaction.newID(), context)
            invoice.sendings += 1
            invoice.reason = ""
            invoice.ask(from: context.now)
            try invoice.apply(.send, reason: "", context)
            try tell(.issue, invoice, context)
        }
    }

    /// - Throws: `wrongState` unless one payment by the channel paid it.
    private func requirePaid(_ order: OrderRecord, by channel: PaymentChannel, _ snapshot: Snapshot) throws {
        let payment = order.payment == 0 ? nil : try PaymentRecord(order.payment, snapshot)
        guard payment?.channel == channel, payment?.state == .paid else {
            throw Refusal(
                .wrongState, field: "order", "it was not paid by \(channel.phrase.en): issue its invoice by hand",
                zh: "该订单不是\(channel.phrase.zh)付款，请人工开票")
        }
    }

    /// Has an invoice voided by who has issued it.
    func sendVoid(_ invoice: inout InvoiceRecord, reason: String, _ context: WriteContext) throws {
        invoice.ask(from: context.now)
        try invoice.apply(.sendVoid, reason: reason, context)
        try tell(.void, invoice, context)
    }

    private func tell(_ act: InvoiceAct, _ invoice: InvoiceRecord, _ context: WriteContext) throws {
        let transaction = context.transaction
        let payment = try PaymentRecord(OrderRecord(invoice.order, transaction).payment, transaction)
        let call = InvoiceCall(
            act: act, invoice: invoice.id, number: invoice.issuerNumber, madeMs: invoice.sentMs,
            transaction: payment.transaction, buyer: act == .issue ? try buyer(of: invoice) : nil,
            trainingFen: UInt64(clamping: invoice.training.count), lodgingFen: UInt64(clamping: invoice.lodging.count),
            code: invoice.code, issuedNumber: invoice.number,
            moneyBack: try RefundRecord.waitingForVoid(of: invoice.order, transaction) != nil)
        switch act {
        case .query, .fetchFile: try outbox.put(.invoiceCall, subject: invoice.id, call.serialized(), context)
        case .issue, .void:
            // One that still waits is the same: a second one could leave after the invoice is somebody else's.
            try outbox.putAgain(
                .invoiceCall, key: act.key(of: invoice), subject: invoice.id, call.serialized(), context)
        }
    }

    /// A person enters what became of an invoice that its issuer has had for too long.
    func takeOver(_ invoice: InvoiceRecord, _ context: WriteContext) throws {
        try invoice.requireOurs(now: context.now)
        guard invoice.state.isUnderWay else { return }
        for act in [InvoiceAct.issue, .void] {
            try outbox.withdraw(.invoiceCall, key: act.key(of: invoice), reason: "entered by hand", context)
        }
    }

    /// Asks again what became of invoices of which their issuer has not said the last word.
    var askAboutInvoices: Chore {
        Chore(name: "invoices that are under way", atOnce: 50) { snapshot, now, limit in
            try [InvoiceState.issuing, .voiding].flatMap { state in
                try snapshot.all(
                    "SELECT id FROM invoice WHERE state = ?1 AND due_ms <= ?2 ORDER BY due_ms, id LIMIT ?3",
                    state.rawValue, now, limit
                ) { $0.id(0) }
            }
        } act: { [self] id, context in
            var invoice = try InvoiceRecord(id, context.transaction)
            invoice.dueMs = context.now + IssuerPatience.pauseMs(after: invoice.questions)
            invoice.questions += 1
            try invoice.store(context.transaction)
            // Without its issuer a question would only lie in the outbox, and the next ones beside it.
            if services.invoices?.channel == invoice.issuer { try tell(.query, invoice, context) }
            return 1
        }
    }

    /// The issuer tells that one has changed: it is asked how. One that nobody here has sent is nothing of ours.
    func askAtOnce(number: String, _ context: WriteContext) throws {
        guard var invoice = try InvoiceRecord.find(issuerNumber: number, context.transaction) else { return }
        if invoice.state.isUnderWay {
            invoice.dueMs = context.now
            try invoice.store(context.transaction)
        } else if invoice.state.stands {
            // Somebody may have voided it there.
            try tell(.query, invoice, context)
        }
    }

    /// The kind of delivery that calls of issuers are. Nothing is repeated here but what a killed server has left: what was not answered is
    /// asked about later, and sent again under its number where the issuer does not know it.
    var invoiceCalls: DeliveryKind {
        DeliveryKind(
            .invoiceCall, InvoiceDelivery.limits,
            isOn: { [services] in services.invoices != nil },
            read: { try InvoiceCall(serialized: $0) },
            recipient: { "\($0.act?.phrase.en ?? "") \($0.number)" },
            send: { [services, blobs] (call: InvoiceCall, delivery: Delivery) throws(DeliveryFailure) in
                let answer = try services.ask(call, isFirst: delivery.attempts == 1)
                return (call, answer, answer.file.map { blobs.keys.seal($0) })
            },
            settle: { [unowned self] (told: (call: InvoiceCall, answer: IssuerAnswer, blob: SealedBlob?), _, context) in
                try settle(told.answer, told.blob, of: told.call, context)
            })
    }

    private func settle(
        _ answer: IssuerAnswer, _ blob: SealedBlob?, of call: InvoiceCall, _ context: WriteContext
    ) throws {
        var invoice = try InvoiceRecord(call.invoice, context.transaction)
        // It may have been sent under another number since.
        guard invoice.issuerNumber == call.number else { return }
        switch (answer, invoice.state) {
        case (.issue(.refused(let code)), .issuing): try sendBack(&invoice, reason: code, context)
        case (.void(.refused(let code)), .voiding):
            // The reason for which its voiding was asked stays; the history has the code.
            let asked = invoice.reason
            try invoice.apply(.refuseVoid, reason: code, context)
            invoice.reason = asked
            try invoice.store(context.transaction)
        case (.query(.done(let state)), .issuing): try take(state, ofIssuing: &invoice, context)
        case (.query(.done(let state)), .voiding): try take(state, ofVoiding: &invoice, context)
        case (.query(.done(.voided(let red))), .issued) where invoice.issuer != nil,
            (.query(.done(.voided(let red))), .voidAsked) where invoice.issuer != nil:
            try void(&invoice, red: red, reason: invoice.reason.isEmpty ? "REVERSED" : invoice.reason, context)
        case (.file, .issued), (.file, .voidAsked), (.file, .voiding):
            guard let blob, try file(of: invoice.id, context.transaction) == nil else { return }
            try store(blob, of: invoice.id, context.transaction)
        default: break
        }
    }

    private func take(
        _ state: IssuerState, ofIssuing invoice: inout InvoiceRecord, _ context: WriteContext
    ) throws {
        switch state {
        case .issued(let number, let fen):
            guard try fen == nil || fen == invoice.total.count else {
                // A person sees to it.
                invoice.reason = "\(number.number): \(fen.map { "\(Fen($0))" } ?? "")"
                return try invoice.store(context.transaction)
            }
            let issued = try context.part { try issue(&invoice, as: number, context) }
            switch issued {
            case .success: try tell(.fetchFile, invoice, context)
            case .failure(let refusal as Refusal):
                var stored = try InvoiceRecord(invoice.id, context.transaction)
                stored.reason = refusal.reason.zh
                try stored.store(context.transaction)
            case .failure(let error): throw error
            }
        case .voiding: break
        case .voided: try sendBack(&invoice, reason: "REVERSED", context)
        case .absent: if IssuerPatience.isLost(after: invoice.questions) { try tell(.issue, invoice, context) }
        }
    }

    private func take(
        _ state: IssuerState, ofVoiding invoice: inout InvoiceRecord, _ context: WriteContext
    ) throws {
        switch state {
        case .voided(let red): try void(&invoice, red: red, reason: invoice.reason, context)
        case .issued: if IssuerPatience.isLost(after: invoice.questions) { try tell(.void, invoice, context) }
        case .voiding, .absent: break
        }
    }

    /// An application is a person's again: it may be sent under another number, issued by hand, or taken back.
    private func sendBack(_ invoice: inout InvoiceRecord, reason: String, _ context: WriteContext) throws {
        invoice.issuer = nil
        try invoice.apply(.sendBack, reason: reason, context)
        try releaseRefund(of: invoice, context)
        let isClosed = try !context.transaction.exists(.personHasAccount, invoice.person)
        // An account that was closed meanwhile leaves no application.
        if isClosed { try forget(InvoiceRecord(invoice.id, context.transaction), context) }
    }
}

extension InvoiceAct {
    fileprivate func key(of invoice: InvoiceRecord) -> String { "\(self) \(invoice.issuerNumber)" }
}

extension InvoiceRecord {
    /// Its issuer has it from now on, and is asked what became of it.
    fileprivate mutating func ask(from now: Int64) {
        (sentMs, questions, dueMs) = (now, 0, now + IssuerPatience.pauseMs(after: 0))
    }
}

/// The answer of an issuer to one call.
private enum IssuerAnswer: Sendable {
    case issue(GatewayOutcome<Never>)
    case query(GatewayOutcome<IssuerState>)
    case void(GatewayOutcome<Never>)
    case file([UInt8])

    var file: [UInt8]? { if case .file(let bytes) = self { bytes } else { nil } }
}

extension OutsideServices {
    /// - Throws: where there is no file yet, so that it is fetched later.
    fileprivate func ask(_ call: InvoiceCall, isFirst: Bool) throws(DeliveryFailure) -> IssuerAnswer {
        guard let issuer = invoices else { throw DeliveryFailure("no such issuer", isTransient: true) }
        guard let act = call.act, let number = PaymentNumber(call.number, madeMs: call.madeMs) else {
            throw DeliveryFailure("its payload cannot be read", isTransient: false)
        }
        let invoice = IssuerInvoice(number: number, transaction: call.transaction)
        switch act {
        case .issue:
            return .issue(
                issuer.issue(
                    InvoiceRequest(
                        number: number, transaction: call.transaction, buyer: try buyer(call),
                        trainingFen: Int64(clamping: call.trainingFen), lodgingFen: Int64(clamping: call.lodgingFen),
                        isFirst: isFirst)))
        case .query: return .query(issuer.query(invoice))
        case .void:
            guard let issued = try? InvoiceNumber(code: call.code, number: call.issuedNumber) else {
                throw DeliveryFailure("its payload cannot be read", isTransient: false)
            }
            return .void(
                issuer.void(
                    InvoiceVoiding(invoice: invoice, issued: issued, isMoneyBack: call.moneyBack, isFirst: isFirst)))
        case .fetchFile:
            switch issuer.file(invoice) {
            case .done(let bytes):
                guard let file = try? InvoiceFile(bytes) else {
                    throw DeliveryFailure("no whole PDF or OFD file", isTransient: true)
                }
                return .file(file.bytes)
            case .accepted: throw DeliveryFailure("accepted", isTransient: true)
            case .refused(let code): throw DeliveryFailure(code, isTransient: false)
            case .unknown(let reason): throw DeliveryFailure(reason, isTransient: true)
            }
        }
    }

    private func buyer(_ call: InvoiceCall) throws(DeliveryFailure) -> InvoiceBuyer {
        let buyer = call.buyer ?? Buyer()
        guard let checked = try? InvoiceBuyer(kind: buyer.kind, title: buyer.title, taxNumber: buyer.taxNumber) else {
            throw DeliveryFailure("its payload cannot be read", isTransient: false)
        }
        return checked
    }
}
