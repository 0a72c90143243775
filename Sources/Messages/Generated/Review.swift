// Generated from Protocol/review.proto by `make generate`; change that and generate again.

package import Wire

package struct Review: Message {
    package static var typeName: String { "Review" }

    package var kind: ReviewKind? = nil
    package var subject: UInt64 = 0
    /// what it belongs to: the round of an application, the base of an offering
    package var container: UInt64 = 0
    /// one line that says what it is
    package var title = ""
    /// who submitted it
    package var person: UInt64 = 0
    package var personName = ""
    package var state: ReviewState? = nil
    /// where it waits, or where it ended
    package var level: ReviewLevel? = nil
    /// whose level that is
    package var organisation: UInt64 = 0
    package var submittedMs: Int64 = 0
    package var changedMs: Int64 = 0
    /// of the last rejection or return
    package var reason = ""

    package init() {}

    package init(
        kind: ReviewKind? = nil, subject: UInt64 = 0, container: UInt64 = 0, title: String = "", person: UInt64 = 0,
        personName: String = "", state: ReviewState? = nil, level: ReviewLevel? = nil, organisation: UInt64 = 0,
        submittedMs: Int64 = 0, changedMs: Int64 = 0, reason: String = ""
    ) {
        self.kind = kind
        self.subject = subject
        self.container = container
        self.title = title
        self.person = person
        self.personName = personName
        self.state = state
        self.level = level
        self.organisation = organisation
        self.submittedMs = submittedMs
        self.changedMs = changedMs
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: kind = ReviewKind(rawValue: try reader.readInt32())
            case 16: subject = try reader.readUInt64()
            case 24: container = try reader.readUInt64()
            case 34: title = try reader.readString()
            case 40: person = try reader.readUInt64()
            case 50: personName = try reader.readString()
            case 56: state = ReviewState(rawValue: try reader.readInt32())
            case 64: level = ReviewLevel(rawValue: try reader.readInt32())
            case 72: organisation = try reader.readUInt64()
            case 80: submittedMs = try reader.readInt64()
            case 88: changedMs = try reader.readInt64()
            case 98: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, kind?.rawValue ?? 0)
        writer.field(16, subject)
        writer.field(24, container)
        writer.field(34, title)
        writer.field(40, person)
        writer.field(50, personName)
        writer.field(56, state?.rawValue ?? 0)
        writer.field(64, level?.rawValue ?? 0)
        writer.field(72, organisation)
        writer.field(80, submittedMs)
        writer.field(88, changedMs)
        writer.field(98, reason)
    }
}

package struct ListReviewsRequest: Message {
    package static var typeName: String { "ListReviewsRequest" }

    package var kind: ReviewKind? = nil
    /// 0 = every
    package var container: UInt64 = 0
    /// 0 = waiting
    package var state: ReviewState? = nil
    /// subject
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(
        kind: ReviewKind? = nil, container: UInt64 = 0, state: ReviewState? = nil, after: UInt64 = 0, limit: UInt32 = 0
    ) {
        self.kind = kind
        self.container = container
        self.state = state
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: kind = ReviewKind(rawValue: try reader.readInt32())
            case 16: container = try reader.readUInt64()
            case 24: state = ReviewState(rawValue: try reader.readInt32())
            case 32: after = try reader.readUInt64()
            case 40: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, kind?.rawValue ?? 0)
        writer.field(16, container)
        writer.field(24, state?.rawValue ?? 0)
        writer.field(32, after)
        writer.field(40, limit)
    }
}

package struct ListReviewsReply: Message {
    package static var typeName: String { "ListReviewsReply" }

    package var reviews: [Review] = []
    package var next: UInt64 = 0

    package init() {}

    package init(reviews: [Review] = [], next: UInt64 = 0) {
        self.reviews = reviews
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &reviews)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in reviews { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct DecideReviewsRequest: Message {
    package static var typeName: String { "DecideReviewsRequest" }

    package var kind: ReviewKind? = nil
    /// 1 … 1,000
    package var subjects: [UInt64] = []
    /// approve, reject or return
    package var action: ReviewAction? = nil
    /// 1 … 500 characters, unless approved
    package var reason = ""

    package init() {}

    package init(kind: ReviewKind? = nil, subjects: [UInt64] = [], action: ReviewAction? = nil, reason: String = "") {
        self.kind = kind
        self.subjects = subjects
        self.action = action
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: kind = ReviewKind(rawValue: try reader.readInt32())
            case 16: subjects.append(try reader.readUInt64())
            case 18: try reader.readPacked(into: &subjects) { reader throws(DecodeError) in try reader.readUInt64() }
            case 24: action = ReviewAction(rawValue: try reader.readInt32())
            case 34: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, kind?.rawValue ?? 0)
        writer.packed(18, subjects) { $0.writeVarint($1) }
        writer.field(24, action?.rawValue ?? 0)
        writer.field(34, reason)
    }
}

/// One for every subject, in the order given. A row that fails changes nothing and stops no other.
package struct DecideReviewsReply: Message {
    package static var typeName: String { "DecideReviewsReply" }

    package var outcomes: [ReviewOutcome] = []
    package var decided: UInt32 = 0

    package init() {}

    package init(outcomes: [ReviewOutcome] = [], decided: UInt32 = 0) {
        self.outcomes = outcomes
        self.decided = decided
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &outcomes)
            case 16: decided = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in outcomes { writer.element(10, value) }
        writer.field(16, decided)
    }
}

package struct ReviewOutcome: Message {
    package static var typeName: String { "ReviewOutcome" }

    package var subject: UInt64 = 0
    /// after it
    package var state: ReviewState? = nil
    package var level: ReviewLevel? = nil
    /// why nothing happened
    package var failure: Failure? = nil

    package init() {}

    package init(subject: UInt64 = 0, state: ReviewState? = nil, level: ReviewLevel? = nil, failure: Failure? = nil) {
        self.subject = subject
        self.state = state
        self.level = level
        self.failure = failure
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: subject = try reader.readUInt64()
            case 16: state = ReviewState(rawValue: try reader.readInt32())
            case 24: level = ReviewLevel(rawValue: try reader.readInt32())
            case 34: try reader.readMessage(into: &failure)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, subject)
        writer.field(16, state?.rawValue ?? 0)
        writer.field(24, level?.rawValue ?? 0)
        writer.field(34, failure)
    }
}

package struct ReviewHistoryRequest: Message {
    package static var typeName: String { "ReviewHistoryRequest" }

    package var kind: ReviewKind? = nil
    package var subject: UInt64 = 0
    package var after: UInt32 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(kind: ReviewKind? = nil, subject: UInt64 = 0, after: UInt32 = 0, limit: UInt32 = 0) {
        self.kind = kind
        self.subject = subject
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: kind = ReviewKind(rawValue: try reader.readInt32())
            case 16: subject = try reader.readUInt64()
            case 24: after = try reader.readUInt32()
            case 32: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, kind?.rawValue ?? 0)
        writer.field(16, subject)
        writer.field(24, after)
        writer.field(32, limit)
    }
}

package struct ReviewHistoryReply: Message {
    package static var typeName: String { "ReviewHistoryReply" }

    package var review: Review? = nil
    package var steps: [ReviewStep] = []
    package var next: UInt32 = 0

    package init() {}

    package init(review: Review? = nil, steps: [ReviewStep] = [], next: UInt32 = 0) {
        self.review = review
        self.steps = steps
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &review)
            case 18: try reader.readMessage(appendingTo: &steps)
            case 24: next = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, review)
        for value in steps { writer.element(18, value) }
        writer.field(24, next)
    }
}

package struct ReviewStep: Message {
    package static var typeName: String { "ReviewStep" }

    /// from 1
    package var ordinal: UInt32 = 0
    package var action: ReviewAction? = nil
    package var level: ReviewLevel? = nil
    package var organisation: UInt64 = 0
    package var organisationName = ""
    package var actor: UInt64 = 0
    /// of a member of staff, to staff; the applicant learns the level alone
    package var actorName = ""
    package var atMs: Int64 = 0
    package var reason = ""

    package init() {}

    package init(
        ordinal: UInt32 = 0, action: ReviewAction? = nil, level: ReviewLevel? = nil, organisation: UInt64 = 0,
        organisationName: String = "", actor: UInt64 = 0, actorName: String = "", atMs: Int64 = 0, reason: String = ""
    ) {
        self.ordinal = ordinal
        self.action = action
        self.level = level
        self.organisation = organisation
        self.organisationName = organisationName
        self.actor = actor
        self.actorName = actorName
        self.atMs = atMs
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: ordinal = try reader.readUInt32()
            case 16: action = ReviewAction(rawValue: try reader.readInt32())
            case 24: level = ReviewLevel(rawValue: try reader.readInt32())
            case 32: organisation = try reader.readUInt64()
            case 42: organisationName = try reader.readString()
            case 48: actor = try reader.readUInt64()
            case 58: actorName = try reader.readString()
            case 64: atMs = try reader.readInt64()
            case 74: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, ordinal)
        writer.field(16, action?.rawValue ?? 0)
        writer.field(24, level?.rawValue ?? 0)
        writer.field(32, organisation)
        writer.field(42, organisationName)
        writer.field(48, actor)
        writer.field(58, actorName)
        writer.field(64, atMs)
        writer.field(74, reason)
    }
}

/// Asks for a decision about something of the caller's that needs no other form than a reason.
package struct AskReviewRequest: Message {
    package static var typeName: String { "AskReviewRequest" }

    package var kind: ReviewKind? = nil
    package var subject: UInt64 = 0
    /// 1 … 500 characters; those who decide read it
    package var reason = ""

    package init() {}

    package init(kind: ReviewKind? = nil, subject: UInt64 = 0, reason: String = "") {
        self.kind = kind
        self.subject = subject
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: kind = ReviewKind(rawValue: try reader.readInt32())
            case 16: subject = try reader.readUInt64()
            case 26: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, kind?.rawValue ?? 0)
        writer.field(16, subject)
        writer.field(26, reason)
    }
}

package struct AskReviewReply: Message {
    package static var typeName: String { "AskReviewReply" }

    package var review: Review? = nil

    package init() {}

    package init(review: Review? = nil) {
        self.review = review
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &review)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, review)
    }
}

/// Takes back what was asked and is not decided.
package struct WithdrawReviewRequest: Message {
    package static var typeName: String { "WithdrawReviewRequest" }

    package var kind: ReviewKind? = nil
    package var subject: UInt64 = 0

    package init() {}

    package init(kind: ReviewKind? = nil, subject: UInt64 = 0) {
        self.kind = kind
        self.subject = subject
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: kind = ReviewKind(rawValue: try reader.readInt32())
            case 16: subject = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, kind?.rawValue ?? 0)
        writer.field(16, subject)
    }
}

/// Lists what the caller has submitted, by kind and subject.
package struct MyReviewsRequest: Message {
    package static var typeName: String { "MyReviewsRequest" }

    /// 0 = every kind, the first of them
    package var kind: ReviewKind? = nil
    /// subject; with a kind alone
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(kind: ReviewKind? = nil, after: UInt64 = 0, limit: UInt32 = 0) {
        self.kind = kind
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: kind = ReviewKind(rawValue: try reader.readInt32())
            case 16: after = try reader.readUInt64()
            case 24: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, kind?.rawValue ?? 0)
        writer.field(16, after)
        writer.field(24, limit)
    }
}
