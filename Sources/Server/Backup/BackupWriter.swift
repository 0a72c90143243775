import Console
import Storage

/// Appends records to an unfinished backup. What it holds in memory is one record and the table of pages.
struct BackupWriter {
    /// So many bytes are synced at once: a disk that has to take more at a time keeps the server's commits waiting.
    private static let syncEvery = 8 << 20

    private let file: BackupFile
    private var cipher: BackupCipher
    private var offset: Int
    private var synced = 0
    private var pages: PageTable
    private var files: Set<String> = []
    /// Pages of the record that is being gathered.
    private var numbers: [UInt32] = []
    private var bytes: [UInt8] = []

    /// Begins a backup.
    init(_ file: BackupFile, _ header: BackupHeader, key: [UInt8]) throws {
        self.file = file
        cipher = try BackupCipher(key, header: header)
        pages = PageTable(cipher.pages)
        offset = BackupHeader.size
        try file.cut(to: 0)
        try file.write(header.bytes, at: 0)
    }

    /// Goes on with one that was broken off: reads what it has, and drops what was not written whole.
    init(goingOnWith file: BackupFile, key: [UInt8]) throws {
        self.file = file
        var reader = try BackupReader(file) { _ in key }
        pages = PageTable(reader.cipher.pages)
        (cipher, offset) = (reader.cipher, reader.offset)
        do {
            while let record = try reader.next() {
                switch record {
                case .pages(let numbers, let bytes): pages.note(numbers, bytes)
                case .file(let piece): files.insert(piece.path)
                // It was not read back: it is written anew.
                case .end:
                    try file.cut(to: offset)
                    return
                }
                (cipher, offset) = (reader.cipher, reader.offset)
            }
        } catch let failure as CommandFailure where failure.name == "damaged" {}
        try file.cut(to: offset)
    }

    /// The size of the file so far.
    var size: Int { offset }
    var fileCount: Int { files.count }
    var chain: [UInt8] { cipher.chain }

    /// Adds a page unless the backup has it as it is.
    mutating func add(page number: Int, _ page: [UInt8]) throws {
        guard pages.note(number, page) else { return }
        numbers.append(UInt32(number))
        bytes += page
        if numbers.count == BackupRecord.pagesAtOnce { try addGathered() }
    }

    mutating func addGathered() throws {
        guard !numbers.isEmpty else { return }
        try append(.pages(numbers, bytes: bytes))
        numbers.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
    }

    mutating func add(_ piece: BackupRecord.FilePiece) throws {
        files.insert(piece.path)
        try append(.file(piece))
    }

    /// Ends the backup; durable on return.
    mutating func finish(_ end: BackupEnd) throws {
        try append(.end(end))
        try file.sync()
    }

    func digest(of count: Int) -> [UInt8] { pages.digest(of: count) }

    private mutating func append(_ record: BackupRecord) throws {
        let chunk = cipher.seal(record.bytes)
        try file.write(chunk, at: offset)
        offset += chunk.count
        if offset - synced >= Self.syncEvery {
            try file.sync()
            synced = offset
        }
    }
}
