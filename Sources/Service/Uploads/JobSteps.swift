import Application
import Domain
import Messages
import Storage
import Threads

/// The result of one step of a job.
struct JobStep: Sendable {
    let revision: UInt64
    /// The rows of this and earlier slices.
    var remembered = 0
    let isLast: Bool

    /// - Parameter record: nil if the job is gone.
    init(_ record: JobRecord?, remembered: Int = 0) {
        revision = record?.revision ?? 0
        isLast = record?.isFinished ?? true
        self.remembered = remembered
    }
}

/// Thrown when a file that must be applied whole is rolled back; carries the findings of every row.
struct TakenBack: Error {
    let slices: [SliceOutcome]
}

// BAT-3: one step of a job, in one command. A file applied row by row is judged and applied slice by slice. A file that
// is only judged, or must be applied whole, is judged slice by slice without a trace; the latter is then judged again
// and applied in one command, so that no part of it is visible.
extension Uploads {
    /// - Parameter remembered: rows the book knows of.
    /// - Throws: ``Refusal`` when the sender may not any more.
    func advance(
        _ job: UInt64, _ sheet: OpenSheet, slice: Int, remembered: Int, _ book: inout LineBook, _ context: WriteContext
    ) throws -> JobStep {
        guard var record = try JobRecord.find(job, context.transaction), !record.isFinished else {
            return JobStep(nil)
        }
        if remembered < record.done {
            // Another process judged these rows: judging them again puts them into the book.
            let range = remembered..<min(remembered + slice, record.done)
            _ = try sheet.work(range, record.target, .none, &book, context)
            return JobStep(record, remembered: range.upperBound)
        }
        if record.state == .waiting {
            guard !record.isAllOrNothing || record.isDry || sheet.count <= Self.mostAtOnce else {
                throw Self.tooManyAtOnce
            }
            record.state = .running
            (record.rows, record.encoding, record.mendHeading) =
                (sheet.count, sheet.form, sheet.mendHeading)
        }
        if record.done < sheet.count {
            let range = record.done..<min(record.done + slice, sheet.count)
            let outcome = try sheet.work(range, record.target, record.landsInSlices ? .each : .none, &book, context)
            record.add(outcome)
            record.done = range.upperBound
            try keep(outcome, sheet, of: record, part: range.lowerBound, context)
        } else if record.isAllOrNothing, !record.isDry, record.bad == 0 {
            try landWhole(&record, sheet, slice: slice, context)
            record.finish(.done, now: context.now)
        }
        // A file that must be applied whole is applied in a step of its own.
        let isWhole = record.isAllOrNothing && !record.isDry && record.bad == 0
        if record.done == sheet.count, !isWhole, !record.isFinished {
            if record.landsInSlices { record.landed = true }
            record.finish(.done, now: context.now)
        }
        if record.isFinished { context.auditDetail = record.summary }
        try record.save(context.transaction)
        return JobStep(record, remembered: record.done)
    }

    /// The most rows that land in one command, which holds up everybody else.
    private static let mostAtOnce = 200_000
    private static let tooManyAtOnce = Refusal(
        .invalid, field: "all_or_nothing",
        "at most \(mostAtOnce) rows land all or none; check with --dry-run first, upload without --all-or-nothing, and divide the file if it matters",
        zh: "“全部写入或全部不写入”最多支持 \(mostAtOnce) 行；请先用 --dry-run 检查，再不带 --all-or-nothing 上传，或拆分文件")

    /// - Throws: ``TakenBack`` if a row is no longer valid; then the whole command is rolled back.
    private func landWhole(
        _ record: inout JobRecord, _ sheet: OpenSheet, slice: Int, _ context: WriteContext
    ) throws {
        let target = record.target
        var book = LineBook(Locked(LineTable()))
        let slices = try stride(from: 0, to: sheet.count, by: slice).map { first in
            try sheet.work(first..<min(first + slice, sheet.count), target, .together, &book, context)
        }
        guard slices.allSatisfy(\.bad.isEmpty) else { throw TakenBack(slices: slices) }
        record.landed = true
        try recount(&record, slices, sheet, slice: slice, context)
    }

    /// Ends the job of a file that was rolled back, with the findings.
    func takeBack(
        _ job: UInt64, _ back: TakenBack, _ sheet: OpenSheet, slice: Int, _ context: WriteContext
    ) throws -> JobStep {
        guard var record = try JobRecord.find(job, context.transaction), !record.isFinished else {
            return JobStep(nil)
        }
        var slices = back.slices
        // These accounts were rolled back.
        for index in slices.indices { (slices[index].accounts, slices[index].effects) = ([], []) }
        try recount(&record, slices, sheet, slice: slice, context)
        record.finish(.done, now: context.now)
        context.auditDetail = record.summary
        try record.save(context.transaction)
        return JobStep(record)
    }

    private func recount(
        _ record: inout JobRecord, _ slices: [SliceOutcome], _ sheet: OpenSheet, slice: Int, _ context: WriteContext
    ) throws {
        (record.added, record.changed, record.unchanged) = (0, 0, 0)
        for (number, outcome) in slices.enumerated() {
            record.add(outcome)
            try keep(outcome, sheet, of: record, part: number * slice, context)
        }
    }

    /// The job ends where it is; what landed stays.
    func fail(_ job: UInt64, _ refused: Refusal, _ context: WriteContext) throws -> JobStep {
        guard var record = try JobRecord.find(job, context.transaction), !record.isFinished else {
            return JobStep(nil)
        }
        record.failure = refused.message(locale: record.locale)
        record.finish(.failed, now: context.now)
        try record.save(context.transaction)
        context.auditDetail = record.summary + ", failed: \(refused.code.name)"
        return JobStep(record)
    }

    /// Returns the call as which a job continues, with its sender's present roles.
    func sender(of job: UInt64, _ snapshot: Snapshot) throws -> Call {
        guard let record = try JobRecord.find(job, snapshot) else { throw Refusal(.notFound, field: "job") }
        guard let holder = try accounts.holder(person: record.person, organisation: record.organisation, snapshot)
        else {
            throw Refusal(.notAllowed)
        }
        return call(record, try accounts.grants(of: holder, snapshot))
    }

    /// The same without any role.
    func bareCall(_ record: JobRecord?) -> Call { record.map { call($0, []) } ?? bareCall(locale: "en") }

    func bareCall(locale: String) -> Call {
        Call(
            method: .uploadsUpload, options: CallOptions(locale: locale), caller: .anonymous,
            peer: Peer(address: "", binding: Self.noBinding), now: 0)
    }

    private func call(_ record: JobRecord, _ grants: [Grant]) -> Call {
        Call(
            method: .uploadsUpload, options: CallOptions(locale: record.locale),
            caller: .person(PersonCaller(id: record.person, session: 0, grants: grants, mustChangePassword: false)),
            peer: Peer(address: record.address, binding: Self.noBinding), now: 0)
    }

    private static let noBinding = ChannelBinding(exporter: [], challenge: [], versions: [])
}
