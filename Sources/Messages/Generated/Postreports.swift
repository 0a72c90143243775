// Generated from Protocol/postreports.proto by `make generate`; change that and generate again.

package import Wire

package struct PostReportPage: Message {
    package static var typeName: String { "PostReportPage" }

    package var kind: PostReportPageKind? = nil
    package var text = ""

    package init() {}

    package init(kind: PostReportPageKind? = nil, text: String = "") {
        self.kind = kind
        self.text = text
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: kind = PostReportPageKind(rawValue: try reader.readInt32())
            case 18: text = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, kind?.rawValue ?? 0)
        writer.field(18, text)
    }
}

package struct PostReportDocument: Message {
    package static var typeName: String { "PostReportDocument" }

    package var id: UInt64 = 0
    package var kind: PostReportDocumentKind? = nil
    package var size: UInt32 = 0

    package init() {}

    package init(id: UInt64 = 0, kind: PostReportDocumentKind? = nil, size: UInt32 = 0) {
        self.id = id
        self.kind = kind
        self.size = size
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: kind = PostReportDocumentKind(rawValue: try reader.readInt32())
            case 24: size = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, kind?.rawValue ?? 0)
        writer.field(24, size)
    }
}

package struct PostReport: Message {
    package static var typeName: String { "PostReport" }

    package var id: UInt64 = 0
    package var offering: UInt64 = 0
    /// of the offering
    package var title = ""
    package var state: PostReportState? = nil
    /// the approved report to which it adds people; 0 = it is a whole report
    package var supplements: UInt64 = 0
    /// the last day in time
    package var dueDay: Int32 = 0
    /// submitted after it
    package var late = false
    /// first; 0 = not yet
    package var submittedMs: Int64 = 0
    /// of the last return or rejection; of a supplement, why it is
    package var reason = ""
    package var pages: [PostReportPage] = []
    package var textbooks: [String] = []
    package var documents: [PostReportDocument] = []
    /// imported from the attendance
    package var people: UInt32 = 0
    /// before it can be submitted, in the caller's language
    package var lacking: [String] = []

    package init() {}

    package init(
        id: UInt64 = 0, offering: UInt64 = 0, title: String = "", state: PostReportState? = nil,
        supplements: UInt64 = 0, dueDay: Int32 = 0, late: Bool = false, submittedMs: Int64 = 0, reason: String = "",
        pages: [PostReportPage] = [], textbooks: [String] = [], documents: [PostReportDocument] = [],
        people: UInt32 = 0, lacking: [String] = []
    ) {
        self.id = id
        self.offering = offering
        self.title = title
        self.state = state
        self.supplements = supplements
        self.dueDay = dueDay
        self.late = late
        self.submittedMs = submittedMs
        self.reason = reason
        self.pages = pages
        self.textbooks = textbooks
        self.documents = documents
        self.people = people
        self.lacking = lacking
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: offering = try reader.readUInt64()
            case 26: title = try reader.readString()
            case 32: state = PostReportState(rawValue: try reader.readInt32())
            case 40: supplements = try reader.readUInt64()
            case 48: dueDay = try reader.readInt32()
            case 56: late = try reader.readBool()
            case 64: submittedMs = try reader.readInt64()
            case 74: reason = try reader.readString()
            case 82: try reader.readMessage(appendingTo: &pages)
            case 90: textbooks.append(try reader.readString())
            case 98: try reader.readMessage(appendingTo: &documents)
            case 104: people = try reader.readUInt32()
            case 114: lacking.append(try reader.readString())
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, offering)
        writer.field(26, title)
        writer.field(32, state?.rawValue ?? 0)
        writer.field(40, supplements)
        writer.field(48, dueDay)
        writer.field(56, late)
        writer.field(64, submittedMs)
        writer.field(74, reason)
        for value in pages { writer.element(82, value) }
        for value in textbooks { writer.element(90, value) }
        for value in documents { writer.element(98, value) }
        writer.field(104, people)
        for value in lacking { writer.element(114, value) }
    }
}

/// A page that is given replaces that page, and textbooks the list where `sets_textbooks`. The first call makes the
/// report.
package struct SavePostReportRequest: Message {
    package static var typeName: String { "SavePostReportRequest" }

    package var offering: UInt64 = 0
    package var pages: [PostReportPage] = []
    package var setsTextbooks = false
    package var textbooks: [String] = []

    package init() {}

    package init(
        offering: UInt64 = 0, pages: [PostReportPage] = [], setsTextbooks: Bool = false, textbooks: [String] = []
    ) {
        self.offering = offering
        self.pages = pages
        self.setsTextbooks = setsTextbooks
        self.textbooks = textbooks
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 18: try reader.readMessage(appendingTo: &pages)
            case 24: setsTextbooks = try reader.readBool()
            case 34: textbooks.append(try reader.readString())
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        for value in pages { writer.element(18, value) }
        writer.field(24, setsTextbooks)
        for value in textbooks { writer.element(34, value) }
    }
}

package struct PostReportReply: Message {
    package static var typeName: String { "PostReportReply" }

    package var report: PostReport? = nil

    package init() {}

    package init(report: PostReport? = nil) {
        self.report = report
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &report)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, report)
    }
}

package struct PostReportRequest: Message {
    package static var typeName: String { "PostReportRequest" }

    package var report: UInt64 = 0

    package init() {}

    package init(report: UInt64 = 0) {
        self.report = report
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: report = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, report)
    }
}

package struct DeletePostReportReply: Message {
    package static var typeName: String { "DeletePostReportReply" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}

package struct SupplementPostReportRequest: Message {
    package static var typeName: String { "SupplementPostReportRequest" }

    package var report: UInt64 = 0
    package var reason = ""

    package init() {}

    package init(report: UInt64 = 0, reason: String = "") {
        self.report = report
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: report = try reader.readUInt64()
            case 18: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, report)
        writer.field(18, reason)
    }
}

package struct ListPostReportsRequest: Message {
    package static var typeName: String { "ListPostReportsRequest" }

    package var offering: UInt64 = 0
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(offering: UInt64 = 0, after: UInt64 = 0, limit: UInt32 = 0) {
        self.offering = offering
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: after = try reader.readUInt64()
            case 24: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(16, after)
        writer.field(24, limit)
    }
}

package struct ListPostReportsReply: Message {
    package static var typeName: String { "ListPostReportsReply" }

    package var reports: [PostReport] = []
    package var next: UInt64 = 0

    package init() {}

    package init(reports: [PostReport] = [], next: UInt64 = 0) {
        self.reports = reports
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &reports)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in reports { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct ListPostReportPeopleRequest: Message {
    package static var typeName: String { "ListPostReportPeopleRequest" }

    package var report: UInt64 = 0
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(report: UInt64 = 0, after: UInt64 = 0, limit: UInt32 = 0) {
        self.report = report
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: report = try reader.readUInt64()
            case 16: after = try reader.readUInt64()
            case 24: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, report)
        writer.field(16, after)
        writer.field(24, limit)
    }
}

package struct PostReportPerson: Message {
    package static var typeName: String { "PostReportPerson" }

    package var person: UInt64 = 0
    package var number = ""
    package var name = ""

    package init() {}

    package init(person: UInt64 = 0, number: String = "", name: String = "") {
        self.person = person
        self.number = number
        self.name = name
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: person = try reader.readUInt64()
            case 18: number = try reader.readString()
            case 26: name = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, person)
        writer.field(18, number)
        writer.field(26, name)
    }
}

package struct ListPostReportPeopleReply: Message {
    package static var typeName: String { "ListPostReportPeopleReply" }

    package var people: [PostReportPerson] = []
    package var next: UInt64 = 0

    package init() {}

    package init(people: [PostReportPerson] = [], next: UInt64 = 0) {
        self.people = people
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &people)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in people { writer.element(10, value) }
        writer.field(16, next)
    }
}

/// A JPEG of at most 5 MiB, in chunks, with its SHA-256. At most 20 of a report.
package struct UploadPostReportDocumentRequest: Message {
    package static var typeName: String { "UploadPostReportDocumentRequest" }

    package var report: UInt64 = 0
    package var kind: PostReportDocumentKind? = nil
    package var size: UInt32 = 0
    package var digest: [UInt8] = []

    package init() {}

    package init(report: UInt64 = 0, kind: PostReportDocumentKind? = nil, size: UInt32 = 0, digest: [UInt8] = []) {
        self.report = report
        self.kind = kind
        self.size = size
        self.digest = digest
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: report = try reader.readUInt64()
            case 16: kind = PostReportDocumentKind(rawValue: try reader.readInt32())
            case 24: size = try reader.readUInt32()
            case 34: digest = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, report)
        writer.field(16, kind?.rawValue ?? 0)
        writer.field(24, size)
        writer.field(34, digest)
    }
}

package struct PostReportChunk: Message {
    package static var typeName: String { "PostReportChunk" }

    package var bytes: [UInt8] = []

    package init() {}

    package init(bytes: [UInt8] = []) {
        self.bytes = bytes
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: bytes = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, bytes)
    }
}

package struct PostReportDocumentRequest: Message {
    package static var typeName: String { "PostReportDocumentRequest" }

    package var document: UInt64 = 0

    package init() {}

    package init(document: UInt64 = 0) {
        self.document = document
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: document = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, document)
    }
}
