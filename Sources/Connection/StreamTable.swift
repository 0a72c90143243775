protocol ConnectionStream {
    var id: UInt32 { get }
}

/// The open streams of a connection. Stream numbers only rise, so rows are appended in order; at the limit of calls a
/// binary search and a short move are cheaper than hashing, and an idle connection allocates nothing.
struct StreamTable<Stream: ConnectionStream> {
    private(set) var rows: [Stream] = []

    var count: Int { rows.count }
    var isEmpty: Bool { rows.isEmpty }
    /// The bytes of the table itself.
    var footprint: Int { rows.capacity &* MemoryLayout<Stream>.stride }

    /// `stream.id` must exceed every id so far.
    mutating func append(_ stream: Stream) {
        rows.append(stream)
    }

    func index(of id: UInt32) -> Int? {
        let place = place(of: id)
        return place < rows.count && rows[place].id == id ? place : nil
    }

    /// Returns the row of a stream; inserts `new` if there is none.
    mutating func index(of id: UInt32, orInsert new: @autoclosure () -> Stream) -> Int {
        let place = place(of: id)
        if place == rows.count || rows[place].id != id { rows.insert(new(), at: place) }
        return place
    }

    /// Returns the row of `id`, or the one at which to insert it.
    private func place(of id: UInt32) -> Int {
        guard let last = rows.last, id <= last.id else { return rows.count }
        if id == last.id { return rows.count - 1 }
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low &+ high) / 2
            if rows[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low
    }

    subscript(index: Int) -> Stream {
        _read { yield rows[index] }
        _modify { yield &rows[index] }
    }

    mutating func remove(at index: Int) {
        if index == rows.count - 1 { rows.removeLast() } else { rows.remove(at: index) }
        if rows.isEmpty, rows.capacity > StreamTable.keptWhenIdle { rows = [] }
    }

    mutating func removeAll() {
        rows = []
    }

    /// The rows whose allocation an idle connection keeps.
    private static var keptWhenIdle: Int { 4 }
}

extension StreamTable: Sendable where Stream: Sendable {}
