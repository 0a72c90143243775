// Generated from Protocol/uploads.proto by `make generate`; change that and generate again.

package import Wire

/// The request of the call opens the upload; the items that follow carry the file in order, ≤ 64 KiB each. The reply
/// says
/// that the file is kept and which job works through its rows.
package struct UploadRequest: Message {
    package static var typeName: String { "UploadRequest" }

    package var kind: UploadKind? = nil
    /// what the rows belong to: the offering of a roster, the round of quotas, the unit of trainees, the programme of
    /// unit payments, the bank of questions, the organisation of certificates and of records from outside; 0 where
    /// there is nothing to name
    package var target: UInt64 = 0
    package var fileName = ""
    /// ≤ 8 MiB of Upload, ≤ 256 MiB of OpenUpload
    package var size: UInt64 = 0
    /// BLAKE2b-256 of the file's bytes alone, without a key or a context
    package var digest: [UInt8] = []
    /// judges every row and writes none
    package var dryRun = false
    /// every row lands, or none does
    package var allOrNothing = false

    package init() {}

    package init(
        kind: UploadKind? = nil, target: UInt64 = 0, fileName: String = "", size: UInt64 = 0, digest: [UInt8] = [],
        dryRun: Bool = false, allOrNothing: Bool = false
    ) {
        self.kind = kind
        self.target = target
        self.fileName = fileName
        self.size = size
        self.digest = digest
        self.dryRun = dryRun
        self.allOrNothing = allOrNothing
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: kind = UploadKind(rawValue: try reader.readInt32())
            case 16: target = try reader.readUInt64()
            case 26: fileName = try reader.readString()
            case 32: size = try reader.readUInt64()
            case 42: digest = try reader.readBytes()
            case 48: dryRun = try reader.readBool()
            case 56: allOrNothing = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, kind?.rawValue ?? 0)
        writer.field(16, target)
        writer.field(26, fileName)
        writer.field(32, size)
        writer.field(42, digest)
        writer.field(48, dryRun)
        writer.field(56, allOrNothing)
    }
}

package struct UploadChunk: Message {
    package static var typeName: String { "UploadChunk" }

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

package struct UploadReply: Message {
    package static var typeName: String { "UploadReply" }

    package var job: UInt64 = 0

    package init() {}

    package init(job: UInt64 = 0) {
        self.job = job
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: job = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, job)
    }
}

/// A file of any size comes in calls of its own, each durable before it is answered. Who was cut off opens the same
/// upload again
/// (same rows, size and digest) and goes on behind what is here; with its last byte the job begins.
package struct OpenUploadReply: Message {
    package static var typeName: String { "OpenUploadReply" }

    /// a new one, or the unfinished one of this file
    package var job: UInt64 = 0
    /// bytes that are here
    package var received: UInt64 = 0

    package init() {}

    package init(job: UInt64 = 0, received: UInt64 = 0) {
        self.job = job
        self.received = received
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: job = try reader.readUInt64()
            case 16: received = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, job)
        writer.field(16, received)
    }
}

package struct SendUploadRequest: Message {
    package static var typeName: String { "SendUploadRequest" }

    package var job: UInt64 = 0
    /// of the bytes in the file; bytes that are here already, or that would leave a gap, are not taken
    package var offset: UInt64 = 0
    /// 1 … 61,440
    package var bytes: [UInt8] = []

    package init() {}

    package init(job: UInt64 = 0, offset: UInt64 = 0, bytes: [UInt8] = []) {
        self.job = job
        self.offset = offset
        self.bytes = bytes
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: job = try reader.readUInt64()
            case 16: offset = try reader.readUInt64()
            case 26: bytes = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, job)
        writer.field(16, offset)
        writer.field(26, bytes)
    }
}

package struct SendUploadReply: Message {
    package static var typeName: String { "SendUploadReply" }

    package var received: UInt64 = 0

    package init() {}

    package init(received: UInt64 = 0) {
        self.received = received
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: received = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, received)
    }
}

package struct UploadJob: Message {
    package static var typeName: String { "UploadJob" }

    package var id: UInt64 = 0
    package var kind: UploadKind? = nil
    package var target: UInt64 = 0
    package var fileName = ""
    /// who sent the file
    package var person: UInt64 = 0
    package var dryRun = false
    package var allOrNothing = false
    package var state: JobState? = nil
    /// another one after every step; for GetJobRequest.seen
    package var revision: UInt64 = 0
    /// of the file; 0 until it has been read
    package var rows: UInt32 = 0
    /// rows judged so far, and landed unless all or none are to land
    package var done: UInt32 = 0
    package var added: UInt32 = 0
    package var changed: UInt32 = 0
    package var unchanged: UInt32 = 0
    package var badCount: UInt32 = 0
    /// what added and changed count has been written; false on a dry run, or when all_or_nothing met a bad row
    package var landed = false
    /// "UTF-8" or "GB18030"
    package var encoding = ""
    /// first passwords wait for the sender: fetch them, keep them, then ForgetAccounts
    package var hasAccounts = false
    /// of a failed job, in the language of the upload
    package var failure: Failure? = nil
    package var createdMs: Int64 = 0
    /// 0 until then
    package var finishedMs: Int64 = 0
    /// when the job and all it holds are deleted; 0 until it has finished
    package var expiresMs: Int64 = 0
    /// the job whose rows this one takes back: changed counts those, bad_count those that stay; 0 of an upload
    package var undoes: UInt64 = 0
    /// the latest job that takes the rows of this one back; 0 for none
    package var undoneBy: UInt64 = 0

    package init() {}

    package init(
        id: UInt64 = 0, kind: UploadKind? = nil, target: UInt64 = 0, fileName: String = "", person: UInt64 = 0,
        dryRun: Bool = false, allOrNothing: Bool = false, state: JobState? = nil, revision: UInt64 = 0,
        rows: UInt32 = 0, done: UInt32 = 0, added: UInt32 = 0, changed: UInt32 = 0, unchanged: UInt32 = 0,
        badCount: UInt32 = 0, landed: Bool = false, encoding: String = "", hasAccounts: Bool = false,
        failure: Failure? = nil, createdMs: Int64 = 0, finishedMs: Int64 = 0, expiresMs: Int64 = 0, undoes: UInt64 = 0,
        undoneBy: UInt64 = 0
    ) {
        self.id = id
        self.kind = kind
        self.target = target
        self.fileName = fileName
        self.person = person
        self.dryRun = dryRun
        self.allOrNothing = allOrNothing
        self.state = state
        self.revision = revision
        self.rows = rows
        self.done = done
        self.added = added
        self.changed = changed
        self.unchanged = unchanged
        self.badCount = badCount
        self.landed = landed
        self.encoding = encoding
        self.hasAccounts = hasAccounts
        self.failure = failure
        self.createdMs = createdMs
        self.finishedMs = finishedMs
        self.expiresMs = expiresMs
        self.undoes = undoes
        self.undoneBy = undoneBy
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: kind = UploadKind(rawValue: try reader.readInt32())
            case 24: target = try reader.readUInt64()
            case 34: fileName = try reader.readString()
            case 40: person = try reader.readUInt64()
            case 48: dryRun = try reader.readBool()
            case 56: allOrNothing = try reader.readBool()
            case 64: state = JobState(rawValue: try reader.readInt32())
            case 72: revision = try reader.readUInt64()
            case 80: rows = try reader.readUInt32()
            case 88: done = try reader.readUInt32()
            case 96: added = try reader.readUInt32()
            case 104: changed = try reader.readUInt32()
            case 112: unchanged = try reader.readUInt32()
            case 120: badCount = try reader.readUInt32()
            case 128: landed = try reader.readBool()
            case 138: encoding = try reader.readString()
            case 144: hasAccounts = try reader.readBool()
            case 154: try reader.readMessage(into: &failure)
            case 160: createdMs = try reader.readInt64()
            case 168: finishedMs = try reader.readInt64()
            case 176: expiresMs = try reader.readInt64()
            case 184: undoes = try reader.readUInt64()
            case 192: undoneBy = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, kind?.rawValue ?? 0)
        writer.field(24, target)
        writer.field(34, fileName)
        writer.field(40, person)
        writer.field(48, dryRun)
        writer.field(56, allOrNothing)
        writer.field(64, state?.rawValue ?? 0)
        writer.field(72, revision)
        writer.field(80, rows)
        writer.field(88, done)
        writer.field(96, added)
        writer.field(104, changed)
        writer.field(112, unchanged)
        writer.field(120, badCount)
        writer.field(128, landed)
        writer.field(138, encoding)
        writer.field(144, hasAccounts)
        writer.field(154, failure)
        writer.field(160, createdMs)
        writer.field(168, finishedMs)
        writer.field(176, expiresMs)
        writer.field(184, undoes)
        writer.field(192, undoneBy)
    }
}

package struct BadRow: Message {
    package static var typeName: String { "BadRow" }

    package var line: UInt32 = 0
    package var column = ""
    package var value = ""
    package var reason = ""

    package init() {}

    package init(line: UInt32 = 0, column: String = "", value: String = "", reason: String = "") {
        self.line = line
        self.column = column
        self.value = value
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: line = try reader.readUInt32()
            case 18: column = try reader.readString()
            case 26: value = try reader.readString()
            case 34: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, line)
        writer.field(18, column)
        writer.field(26, value)
        writer.field(34, reason)
    }
}

package struct GetJobRequest: Message {
    package static var typeName: String { "GetJobRequest" }

    package var job: UInt64 = 0
    /// the revision the caller knows
    package var seen: UInt64 = 0
    /// ≤ 10,000: an unfinished job of that revision is told after its next step, or after this time
    package var waitMs: UInt32 = 0
    package var withBad = false

    package init() {}

    package init(job: UInt64 = 0, seen: UInt64 = 0, waitMs: UInt32 = 0, withBad: Bool = false) {
        self.job = job
        self.seen = seen
        self.waitMs = waitMs
        self.withBad = withBad
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: job = try reader.readUInt64()
            case 16: seen = try reader.readUInt64()
            case 24: waitMs = try reader.readUInt32()
            case 32: withBad = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, job)
        writer.field(16, seen)
        writer.field(24, waitMs)
        writer.field(32, withBad)
    }
}

package struct GetJobReply: Message {
    package static var typeName: String { "GetJobReply" }

    package var job: UploadJob? = nil
    /// asked for, and to the sender alone: at most 1,000; bad_count tells all
    package var bad: [BadRow] = []

    package init() {}

    package init(job: UploadJob? = nil, bad: [BadRow] = []) {
        self.job = job
        self.bad = bad
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &job)
            case 18: try reader.readMessage(appendingTo: &bad)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, job)
        for value in bad { writer.element(18, value) }
    }
}

package struct ListJobsRequest: Message {
    package static var typeName: String { "ListJobsRequest" }

    /// the last id of the page before; the newest first
    package var after: UInt64 = 0
    package var limit: UInt32 = 0
    /// a platform admin's: the jobs of all; else the caller's own
    package var everybody = false

    package init() {}

    package init(after: UInt64 = 0, limit: UInt32 = 0, everybody: Bool = false) {
        self.after = after
        self.limit = limit
        self.everybody = everybody
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: after = try reader.readUInt64()
            case 16: limit = try reader.readUInt32()
            case 24: everybody = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, after)
        writer.field(16, limit)
        writer.field(24, everybody)
    }
}

package struct ListJobsReply: Message {
    package static var typeName: String { "ListJobsReply" }

    package var jobs: [UploadJob] = []
    package var next: UInt64 = 0

    package init() {}

    package init(jobs: [UploadJob] = [], next: UInt64 = 0) {
        self.jobs = jobs
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &jobs)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in jobs { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct CancelJobRequest: Message {
    package static var typeName: String { "CancelJobRequest" }

    package var job: UInt64 = 0

    package init() {}

    package init(job: UInt64 = 0) {
        self.job = job
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: job = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, job)
    }
}

package struct CancelJobReply: Message {
    package static var typeName: String { "CancelJobReply" }

    package var job: UploadJob? = nil

    package init() {}

    package init(job: UploadJob? = nil) {
        self.job = job
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &job)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, job)
    }
}

package struct GetJobFileRequest: Message {
    package static var typeName: String { "GetJobFileRequest" }

    package var job: UInt64 = 0
    package var file: JobFile? = nil

    package init() {}

    package init(job: UInt64 = 0, file: JobFile? = nil) {
        self.job = job
        self.file = file
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: job = try reader.readUInt64()
            case 16: file = JobFile(rawValue: try reader.readInt32())
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, job)
        writer.field(16, file?.rawValue ?? 0)
    }
}

package struct JobFileChunk: Message {
    package static var typeName: String { "JobFileChunk" }

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

package struct ForgetAccountsRequest: Message {
    package static var typeName: String { "ForgetAccountsRequest" }

    package var job: UInt64 = 0

    package init() {}

    package init(job: UInt64 = 0) {
        self.job = job
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: job = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, job)
    }
}

package struct ForgetAccountsReply: Message {
    package static var typeName: String { "ForgetAccountsReply" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}

/// Takes back what the rows of a finished job have written, the last first, in a job of its own. A row on which
/// something depends, or
/// which somebody has changed since, stays and is told as a bad row with the reason; undone again later, the job takes
/// back what is left.
package struct UndoJobRequest: Message {
    package static var typeName: String { "UndoJobRequest" }

    package var job: UInt64 = 0
    package var reason = ""

    package init() {}

    package init(job: UInt64 = 0, reason: String = "") {
        self.job = job
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: job = try reader.readUInt64()
            case 18: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, job)
        writer.field(18, reason)
    }
}

package struct UndoJobReply: Message {
    package static var typeName: String { "UndoJobReply" }

    package var job: UInt64 = 0

    package init() {}

    package init(job: UInt64 = 0) {
        self.job = job
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: job = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, job)
    }
}

package struct TemplateRequest: Message {
    package static var typeName: String { "TemplateRequest" }

    package var kind: UploadKind? = nil

    package init() {}

    package init(kind: UploadKind? = nil) {
        self.kind = kind
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: kind = UploadKind(rawValue: try reader.readInt32())
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, kind?.rawValue ?? 0)
    }
}

package struct TemplateReply: Message {
    package static var typeName: String { "TemplateReply" }

    package var fileName = ""
    package var bytes: [UInt8] = []

    package init() {}

    package init(fileName: String = "", bytes: [UInt8] = []) {
        self.fileName = fileName
        self.bytes = bytes
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: fileName = try reader.readString()
            case 18: bytes = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, fileName)
        writer.field(18, bytes)
    }
}
