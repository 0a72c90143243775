package import Domain
import Messages
import Storage
package import Wire

/// How a method is answered. Handlers are synchronous functions of a request and a context that return a reply.
package enum Route: Sendable {
    /// Answered on the connection's loop, for anybody: no database, no waiting.
    case immediate(@Sendable (Span<UInt8>, inout ByteWriter) throws -> Void)
    /// A query on a snapshot.
    case read(@Sendable ([UInt8], ReadContext) throws -> [UInt8])
    /// A query that reads a page of rows by their keys: answered on the connection's loop.
    case lookUp(@Sendable ([UInt8], ReadContext) throws -> [UInt8])
    /// A command on the writer lane.
    case write(@Sendable ([UInt8]) throws -> Handler)
    /// A call of several steps: a query, perhaps work outside loops and transactions, perhaps a write.
    case staged(@Sendable (StagedCall) -> Void)
    /// A reply stream read page by page; no snapshot is held between pages. For an audited method nothing is sent
    /// before the audit entry is durable.
    case pages(@Sendable ([UInt8], Exchange) throws -> any CallStream)
    /// A call whose caller sends items.
    case exchange(@Sendable ([UInt8], Exchange) throws -> any CallStream)

    /// A decoded request, made on the connection's loop.
    package typealias Handler = @Sendable (WriteContext) throws -> [UInt8]

    package static func immediate<Request: Message, Reply: Message>(
        _ handler: @escaping @Sendable (Request) throws -> Reply
    ) -> Route {
        .immediate { bytes, reply in try handler(Request(serialized: bytes)).serialize(into: &reply) }
    }

    package static func read<Request: Message, Reply: Message>(
        _ handler: @escaping @Sendable (Request, ReadContext) throws -> Reply
    ) -> Route {
        .read { bytes, context in try handler(Request(serialized: bytes), context).serialized() }
    }

    package static func lookUp<Request: Message, Reply: Message>(
        _ handler: @escaping @Sendable (Request, ReadContext) throws -> Reply
    ) -> Route {
        .lookUp { bytes, context in try handler(Request(serialized: bytes), context).serialized() }
    }

    package static func write<Request: Message, Reply: Message>(
        _ handler: @escaping @Sendable (Request, WriteContext) throws -> Reply
    ) -> Route {
        .write { bytes in
            let request = try Request(serialized: bytes)
            return { context in try handler(request, context).serialized() }
        }
    }

    /// A command with more to decode than its message, on the connection's loop too.
    package static func write<Request: Message, Read: Sendable, Reply: Message>(
        reading read: @escaping @Sendable (Request) -> Read,
        _ handler: @escaping @Sendable (Read, WriteContext) throws -> Reply
    ) -> Route {
        .write { bytes in
            let request = read(try Request(serialized: bytes))
            return { context in try handler(request, context).serialized() }
        }
    }

    /// A command whose request is checked on a reader first: signatures are verified there, and calls that need no
    /// write are answered there, including refusals.
    package static func checked<Request: Message, Reply: Message>(
        _ check: @escaping @Sendable (Request, ReadContext) throws -> Checked<Reply>
    ) -> Route {
        .staged { call in
            call.load { context in
                try check(Request(serialized: call.request), context)
            } then: { checked in
                switch checked {
                case .answered(let reply, let caller): call.reply(reply.serialized(), becoming: caller)
                case .commit(let handler): call.commit { context in try handler(context).serialized() }
                }
            }
        }
    }

    /// A command whose request may be refused on a reader.
    package static func checked<Request: Message, Reply: Message>(
        first look: @escaping @Sendable (Request, ReadContext) throws -> Void,
        _ handler: @escaping @Sendable (Request, WriteContext) throws -> Reply
    ) -> Route {
        .checked { (request: Request, context: ReadContext) in
            try look(request, context)
            return .commit { context in try handler(request, context) }
        }
    }

    /// - Parameter line: the line the work waits in, of which one is worked on at a time; nil for the one of the caller's
    ///   connection.
    package static func slow<Request: Message, Loaded: Sendable, Worked: Sendable, Reply: Message>(
        in pool: Pool = .hashing, line: @escaping @Sendable (Loaded) -> UInt64? = { _ in nil },
        load: @escaping @Sendable (Request, ReadContext) throws -> Loaded,
        work: @escaping @Sendable (Loaded) throws -> Worked,
        commit: @escaping @Sendable (Worked, WriteContext) throws -> Reply
    ) -> Route {
        .staged { call in
            call.load { context in
                try load(Request(serialized: call.request), context)
            } then: { loaded in
                call.work(in: pool, line: line(loaded)) {
                    try work(loaded)
                } then: { worked in
                    call.commit { context in try commit(worked, context).serialized() }
                }
            }
        }
    }

    /// A query whose answer takes work outside loops and transactions.
    package static func worked<Request: Message, Loaded: Sendable, Reply: Message>(
        in pool: Pool, load: @escaping @Sendable (Request, ReadContext) throws -> Loaded,
        work: @escaping @Sendable (Loaded) throws -> Reply
    ) -> Route {
        .staged { call in
            call.load { context in
                try load(Request(serialized: call.request), context)
            } then: { loaded in
                call.work(in: pool) {
                    try work(loaded).serialized()
                } then: { reply in
                    call.reply(reply, becoming: nil)
                }
            }
        }
    }

    /// A command that asks a service of others, and then computes: neither waits on the other's threads.
    package static func slow<Request: Message, Loaded: Sendable, Asked: Sendable, Worked: Sendable, Reply: Message>(
        load: @escaping @Sendable (Request, ReadContext) throws -> Loaded,
        ask: @escaping @Sendable (Loaded) throws -> Asked, work: @escaping @Sendable (Asked) throws -> Worked,
        commit: @escaping @Sendable (Worked, WriteContext) throws -> Reply
    ) -> Route {
        .staged { call in
            call.load { context in
                try load(Request(serialized: call.request), context)
            } then: { loaded in
                call.work(in: .gateways) {
                    try ask(loaded)
                } then: { asked in
                    call.work(in: .hashing) {
                        try work(asked)
                    } then: { worked in
                        call.commit { context in try commit(worked, context).serialized() }
                    }
                }
            }
        }
    }

    /// A query that is audited: it is read on a reader, and its reply leaves when the entry that says what was read is
    /// durable.
    package static func recorded<Request: Message, Reply: Message>(
        _ handler: @escaping @Sendable (Request, ReadContext) throws -> (reply: Reply, auditDetail: AuditDetail)
    ) -> Route {
        .staged { call in
            call.load { context in
                let (reply, detail) = try handler(Request(serialized: call.request), context)
                return (reply: reply.serialized(), detail: detail)
            } then: { read in
                call.commit { context in
                    context.auditDetail = read.detail
                    return read.reply
                }
            }
        }
    }

    package static func pages<Request: Message>(
        _ handler: @escaping @Sendable (Request, _ cursor: [UInt8]?, ReadContext) throws -> Page<Void>
    ) -> Route {
        .pages { (request: Request, cursor, _: Void?, context) in try handler(request, cursor, context) }
    }

    /// - Parameter handler: is handed what the page before has kept for it.
    package static func pages<Request: Message, State: Sendable>(
        _ handler: @escaping @Sendable (Request, _ cursor: [UInt8]?, State?, ReadContext) throws -> Page<State>
    ) -> Route {
        .pages { bytes, exchange in
            let request = try Request(serialized: bytes)
            return PageStream(exchange) { cursor, state, context in try handler(request, cursor, state, context) }
        }
    }

    package static func exchange<Request: Message>(
        _ open: @escaping @Sendable (Request, Exchange) throws -> any CallStream
    ) -> Route {
        .exchange { bytes, exchange in try open(Request(serialized: bytes), exchange) }
    }
}

/// The outcome of checking a command before it is written.
package enum Checked<Reply: Sendable>: Sendable {
    /// No write is needed. `becoming` is the connection's new caller, if any.
    case answered(Reply, becoming: Caller?)
    /// A write is needed. It must repeat the checks, because the data may have changed.
    case commit(@Sendable (WriteContext) throws -> Reply)
}

/// A part of a reply stream: serialized items of at most about 64 KiB together, and the next cursor.
package struct Page<State: Sendable>: Sendable {
    package var items: [[UInt8]]
    /// Nil after the last page.
    package var next: [UInt8]?
    /// The audit detail of the first page, for audited methods.
    package var auditDetail: AuditDetail
    /// State for the handler of the next page.
    package var state: State?

    package init(items: [[UInt8]], next: [UInt8]?, auditDetail: AuditDetail = "", state: State? = nil) {
        self.items = items
        self.next = next
        self.auditDetail = auditDetail
        self.state = state
    }
}

/// An open call that is more than a request and a reply; lives on its connection's loop.
package protocol CallStream: AnyObject {
    /// Handles one item of the caller; an empty item with `ended` carries no message.
    func item(_ bytes: [UInt8], ended: Bool)
    /// The items sent so far have left.
    func writable()
    func cancelled()
    /// Whether everything was answered, or nobody waits any more, so that the connection can drop the call.
    var isOver: Bool { get }
}

/// Sends the answers of a ``CallStream``. A call ends once, possibly with an error; later answers, and those after a
/// cancellation, are dropped.
package struct Exchange: Sendable {
    package let stream: UInt32
    package let call: Call
    package let responder: any Responder
    package let application: Application

    /// Sends one item of the reply stream.
    package func item(_ bytes: [UInt8]) {
        if !call.isOver { responder.item(stream: stream, bytes) }
    }

    /// Compresses items of the reply stream on this thread where they may be, and returns what sends them.
    func preparing(_ items: [[UInt8]]) -> @Sendable () -> Void {
        guard mayDeflate else { return { for item in items { self.item(item) } } }
        let (call, send) = (call, responder.preparing(items, of: call.method, stream: stream))
        return { if !call.isOver { send() } }
    }

    /// Nothing is compressed for a caller who is not known.
    private var mayDeflate: Bool {
        if case .anonymous = call.caller { false } else { true }
    }

    /// Ends the reply stream successfully.
    package func end() {
        guard call.end() else { return }
        note(nil)
        responder.end(stream: stream)
    }

    /// - Parameter isLong: the reply may be long and this thread is no loop's: it is compressed here if the peer takes it.
    package func answer(_ result: Result<[UInt8], Refusal>, isLong: Bool = false) {
        guard call.end() else { return }
        switch result {
        case .success(let reply):
            note(nil)
            if isLong, mayDeflate {
                responder.reply(stream: stream, reply, to: call.method)
            } else {
                responder.reply(stream: stream, reply)
            }
        case .failure(let refused):
            note(refused.code)
            responder.error(stream: stream, refused.message(locale: call.options.locale))
        }
    }

    private func note(_ code: ErrorCode?) {
        application.counts.note(call.method, code, tookMs: application.ports.now() - call.madeMs)
    }

    package func fail(_ refused: Refusal) { answer(.failure(refused)) }

    /// Runs a command as the caller, with its authority, its audit entry and its effects. Its reply is not stored under
    /// the call's key: a repeated call runs it again.
    package func write(
        _ command: @escaping Route.Handler, done: @escaping @Sendable (Result<[UInt8], Refusal>) -> Void
    ) {
        application.write(call, command, done: done)
    }

    /// The same with a reply stored under the call's idempotency key; a repetition must equal `request`.
    package func command(
        _ request: [UInt8], _ handler: @escaping @Sendable (WriteContext) throws -> [UInt8],
        done: @escaping @Sendable (Result<[UInt8], Refusal>) -> Void
    ) {
        application.command(call, request, nil, done, handler)
    }

    /// Returns the reply stored under the call's idempotency key; nil if there is none and the check has passed.
    package func known(
        _ request: [UInt8], otherwise check: @escaping @Sendable (ReadContext) throws -> Void,
        done: @escaping @Sendable (Result<[UInt8]?, Refusal>) -> Void
    ) {
        let answers = application.answers
        application.read(
            call,
            { context in
                let digest = answers.digest(context.call, request)
                if let known = try answers.known(context.call, digest, context.snapshot) { return known }
                try check(context)
                return nil
            }, done: done)
    }
}
