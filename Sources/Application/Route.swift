import Messages
import Storage
package import Wire

/// How one method is answered. Handlers are synchronous functions of (request, surroundings) → reply.
package enum Route: Sendable {
    /// Answered on the connection's loop, to anybody: no database, no waiting.
    case immediate(@Sendable (Span<UInt8>, inout ByteWriter) throws -> Void)
    /// A query on a snapshot.
    case read(@Sendable ([UInt8], ReadContext) throws -> [UInt8])
    /// A query that reads a page of rows by their keys and no more: it is answered on the connection's loop.
    case lookUp(@Sendable ([UInt8], ReadContext) throws -> [UInt8])
    /// A command on the writer lane.
    case write(@Sendable ([UInt8]) throws -> Handler)
    /// A command that is looked into on a reader first: a signature is verified there, and what needs no write is answered
    /// there, also what is refused.
    case checked(@Sendable ([UInt8], ReadContext) throws -> Checked<[UInt8]>)
    /// A command with slow work between a query and the write. The work waits in the line of its caller's connection, or in the
    /// one that `line` names: one of a line is worked on at a time.
    case slow(
        in: Pool, line: @Sendable (any Sendable) -> UInt64?,
        load: @Sendable ([UInt8], ReadContext) throws -> any Sendable,
        work: @Sendable (any Sendable) throws -> any Sendable,
        commit: @Sendable (any Sendable, WriteContext) throws -> [UInt8])
    /// A reply stream read page by page; no snapshot is held between pages. Of a method that is audited nothing leaves
    /// before the entry that says so is durable.
    case pages(@Sendable ([UInt8], _ cursor: [UInt8]?, ReadContext) throws -> Page)
    /// A call whose caller sends items.
    case exchange(@Sendable ([UInt8], Exchange) throws -> any CallStream)

    /// A request that has been read, on the connection's loop.
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

    /// A command that has more to read than its message, which is done on the connection's loop too.
    package static func write<Request: Message, Read: Sendable, Reply: Message>(
        reading read: @escaping @Sendable (Request) -> Read,
        _ handler: @escaping @Sendable (Read, WriteContext) throws -> Reply
    ) -> Route {
        .write { bytes in
            let request = read(try Request(serialized: bytes))
            return { context in try handler(request, context).serialized() }
        }
    }

    package static func checked<Request: Message, Reply: Message>(
        _ check: @escaping @Sendable (Request, ReadContext) throws -> Checked<Reply>
    ) -> Route {
        .checked { bytes, context in
            switch try check(Request(serialized: bytes), context) {
            case .answered(let reply, let caller): .answered(reply.serialized(), becoming: caller)
            case .commit(let handler): .commit { context in try handler(context).serialized() }
            }
        }
    }

    /// A command whose request is refused on a reader when it can be.
    package static func checked<Request: Message, Reply: Message>(
        first look: @escaping @Sendable (Request, ReadContext) throws -> Void,
        _ handler: @escaping @Sendable (Request, WriteContext) throws -> Reply
    ) -> Route {
        .checked { (request: Request, context: ReadContext) in
            try look(request, context)
            return .commit { context in try handler(request, context) }
        }
    }

    package static func slow<Request: Message, Loaded: Sendable, Worked: Sendable, Reply: Message>(
        in pool: Pool = .hashing, line: @escaping @Sendable (Loaded) -> UInt64? = { _ in nil },
        load: @escaping @Sendable (Request, ReadContext) throws -> Loaded,
        work: @escaping @Sendable (Loaded) throws -> Worked,
        commit: @escaping @Sendable (Worked, WriteContext) throws -> Reply
    ) -> Route {
        .slow(
            in: pool,
            line: { loaded in (loaded as? Loaded).flatMap(line) },
            load: { bytes, context in try load(Request(serialized: bytes), context) },
            work: { loaded in
                guard let loaded = loaded as? Loaded else { throw Refused(.internal) }
                return try work(loaded)
            },
            commit: { worked, context in
                guard let worked = worked as? Worked else { throw Refused(.internal) }
                return try commit(worked, context).serialized()
            })
    }

    package static func pages<Request: Message>(
        _ handler: @escaping @Sendable (Request, _ cursor: [UInt8]?, ReadContext) throws -> Page
    ) -> Route {
        .pages { bytes, cursor, context in try handler(Request(serialized: bytes), cursor, context) }
    }

    package static func exchange<Request: Message>(
        _ open: @escaping @Sendable (Request, Exchange) throws -> any CallStream
    ) -> Route {
        .exchange { bytes, exchange in try open(Request(serialized: bytes), exchange) }
    }
}

/// The outcome of looking into a command before it is written.
package enum Checked<Reply: Sendable>: Sendable {
    /// Nothing need be written. The connection is the caller's from now on, if one is named.
    case answered(Reply, becoming: Caller?)
    /// The findings may have changed by then, and are looked at again.
    case commit(@Sendable (WriteContext) throws -> Reply)
}

/// Part of a reply stream: serialized items of together about 64 KiB at most, and where to go on.
package struct Page: Sendable {
    package var items: [[UInt8]]
    /// `nil` after the last page.
    package var next: [UInt8]?
    /// Of the first page, for methods that are audited: what is read here.
    package var auditDetail: String
    /// For the next page, which finds it in its context: what one snapshot gave for all of them.
    package var kept: (any Sendable)?

    package init(items: [[UInt8]], next: [UInt8]?, auditDetail: String = "", kept: (any Sendable)? = nil) {
        self.items = items
        self.next = next
        self.auditDetail = auditDetail
        self.kept = kept
    }
}

/// A call under way that is more than a request and a reply; lives on its connection's loop.
package protocol CallStream: AnyObject {
    /// One item of the caller's; an empty one that ends carries no message.
    func item(_ bytes: [UInt8], ended: Bool)
    /// The items sent so far have left.
    func writable()
    func cancelled()
    /// Everything has been answered, or nobody waits any more: the connection can forget the call.
    var isOver: Bool { get }
}

/// What a ``CallStream`` answers with. A call has one end, an error among them: what comes after it, or after the caller has
/// given the call up, is dropped.
package struct Exchange: Sendable {
    package let stream: UInt32
    package let call: Call
    package let responder: any Responder
    package let application: Application

    /// One item of the reply stream.
    package func item(_ bytes: [UInt8]) {
        if !call.isOver { responder.item(stream: stream, bytes) }
    }

    /// Ends the reply stream in good order.
    package func end() {
        if call.end() { responder.end(stream: stream) }
    }

    package func answer(_ result: Result<[UInt8], Refused>) {
        guard call.end() else { return }
        switch result {
        case .success(let reply): responder.reply(stream: stream, reply)
        case .failure(let refused): responder.error(stream: stream, refused.message(locale: call.options.locale))
        }
    }

    package func fail(_ refused: Refused) { answer(.failure(refused)) }

    /// Runs a command as the caller, with its authority, its audit entry and its effects. It is not kept under the call's
    /// key: should the call be repeated, it is run again.
    package func write(
        _ command: @escaping Route.Handler, done: @escaping @Sendable (Result<[UInt8], Refused>) -> Void
    ) {
        application.write(call, command, done: done)
    }

    /// The same with a reply that is kept under the call's idempotency key; `request` is what a repetition must equal.
    package func command(
        _ request: [UInt8], _ handler: @escaping @Sendable (WriteContext) throws -> [UInt8],
        done: @escaping @Sendable (Result<[UInt8], Refused>) -> Void
    ) {
        application.command(call, request, nil, done, handler)
    }

    /// The reply kept under the call's idempotency key; `nil` when there is none yet, and the check has passed.
    package func known(
        _ request: [UInt8], otherwise check: @escaping @Sendable (ReadContext) throws -> Void,
        done: @escaping @Sendable (Result<[UInt8]?, Refused>) -> Void
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
