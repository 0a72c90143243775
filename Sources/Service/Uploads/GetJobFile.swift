import Application
import Domain
import Messages
import Storage
import Wire

extension Uploads {
    private static let pageBytes = 60 << 10

    /// BAT-3c, ACC-6c: returns a file of a finished job to its sender: the mend file, or the created accounts.
    func getJobFile(
        _ request: GetJobFileRequest, _ cursor: [UInt8]?, _ left: FilePart?, _ context: ReadContext
    ) throws -> Page<FilePart> {
        let job = try ownJob(request.job, context.call, context.snapshot)
        guard let file = request.file else { throw Refusal(.invalid, field: "file") }
        guard file == .mend ? job.bad > 0 && job.undoes == 0 : job.accounts > 0 else {
            throw Refusal(.notFound, field: "file")
        }
        var place = try cursor.map(FileCursor.init) ?? FileCursor()
        var bytes = cursor == nil ? heading(of: file, job) : []
        var open = left
        var isOver = false
        while bytes.count < Self.pageBytes {
            if open == nil {
                open = try filePart(file, of: job.id, after: place.part - 1, context.snapshot).map(
                    FilePart.init)
            }
            guard let part = open else {
                isOver = true
                break
            }
            let offset = part.number == place.part ? place.offset : 0
            let piece = part.bytes[offset...].prefix(Self.pageBytes - bytes.count)
            bytes += piece
            if offset + piece.count == part.bytes.count {
                place = FileCursor(part: part.number + 1)
                open = nil
            } else {
                place = FileCursor(part: part.number, offset: offset + piece.count)
            }
        }
        return Page(
            items: bytes.isEmpty ? [] : [JobFileChunk(bytes: bytes).serialized()],
            next: isOver ? nil : place.bytes, auditDetail: "job \(job.id): \(file)", state: open)
    }

    private func heading(of file: JobFile, _ job: JobRecord) -> [UInt8] {
        guard file == .accounts else { return job.mendHeading }
        var writer = DelimitedWriter()
        writer.append(Self.accountHeadings.map { $0.text(in: job.language) })
        return writer.take()
    }
}

/// A part that exceeds a page.
struct FilePart: Sendable {
    let number: Int
    let bytes: [UInt8]
}

private struct FileCursor {
    var part = 0
    var offset = 0

    init(part: Int = 0, offset: Int = 0) {
        self.part = part
        self.offset = offset
    }

    init(_ bytes: [UInt8]) throws {
        var reader = ByteReader(bytes.span)
        part = Int(clamping: try reader.readVarint())
        offset = Int(clamping: try reader.readVarint())
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.writeVarint(UInt64(part))
        writer.writeVarint(UInt64(offset))
        return writer.bytes
    }
}
