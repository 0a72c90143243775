internal import Wire

/// The subjects of a batch, sorted, without duplicates. It alone answers whether the batch is about somebody.
package struct SubjectDictionary: Sendable, Equatable {
    /// Ascending, each 1 ..< 2^53.
    @usableFromInline package let persons: [UInt64]
    /// Ascending bytewise, each 1 … 256 bytes.
    package let raws: [[UInt8]]

    package var count: Int { persons.count + raws.count }

    /// Returns the subject with this index, below `count`; persons come first.
    package subscript(index: Int) -> Subject {
        index < persons.count ? .person(persons[index]) : .raw(raws[index - persons.count])
    }

    package func contains(_ subject: Subject) -> Bool { index(of: subject) != nil }

    func index(of subject: Subject) -> Int? {
        switch subject {
        case .person(let id):
            let place = persons.partition(of: id)
            return place < persons.count && persons[place] == id ? place : nil
        case .raw(let bytes):
            var (low, high) = (0, raws.count)
            while low < high {
                let middle = (low + high) / 2
                if raws[middle].lexicographicallyPrecedes(bytes) { low = middle + 1 } else { high = middle }
            }
            return low < raws.count && raws[low] == bytes ? persons.count + low : nil
        }
    }
}

extension SubjectDictionary {
    /// Collects the distinct subjects.
    init(of subjects: some Sequence<Subject>) {
        var all: [UInt64] = []
        var raws: Set<[UInt8]> = []
        for subject in subjects {
            switch subject {
            case .person(let id): all.append(id)
            case .raw(let bytes): raws.insert(bytes)
            }
        }
        all.sort()
        var persons: [UInt64] = []
        for id in all where id != persons.last { persons.append(id) }
        self.init(persons: persons, raws: raws.sorted { $0.lexicographicallyPrecedes($1) })
    }

    /// Reads `uv n; [uv first, u8 k, (n − 1) × Rice(k)]; uv m; m × { uv length, bytes }`. Throws if there are more
    /// subjects than facts, so memory is bounded by the count.
    init(_ reader: inout ByteReader, count: Int) throws(DecodeError) {
        let persons = try Self.persons(&reader, count: count)
        let most = UInt64(count &- persons.count)
        let length = try reader.readVarint()
        guard length <= most else { throw .badValue("subjects") }
        var raws: [[UInt8]] = []
        raws.reserveCapacity(Int(length))
        for _ in 0..<length {
            let size = try reader.readVarint()
            guard (1...UInt64(FactLimits.rawSubjectBytes)).contains(size) else { throw .badValue("raw subject") }
            let bytes = try reader.readBytes(size)
            if let last = raws.last, !last.lexicographicallyPrecedes(bytes) { throw .badValue("raw subject order") }
            raws.append(bytes)
        }
        guard persons.count &+ raws.count > 0 else { throw .badValue("subjects") }
        self.init(persons: persons, raws: raws)
    }

    private static func persons(_ reader: inout ByteReader, count: Int) throws(DecodeError) -> [UInt64] {
        let length = try reader.readVarint()
        guard length <= UInt64(count) else { throw .badValue("subjects") }
        guard length > 0 else { return [] }
        var id = try reader.readVarint()
        let order = Int(try reader.readByte())
        guard RiceCode.orders.contains(order) else { throw .badValue("Rice order") }
        guard (1..<FactLimits.integer).contains(id) else { throw .badValue("subject") }
        var persons = [UInt64](repeating: id, count: Int(length))
        var bits = BitReader(reader.remainingSpan)
        var out = persons.mutableSpan
        for index in 1..<out.count {
            guard let gap = bits.readRice(order), gap < FactLimits.integer else { throw .badValue("subject") }
            id &+= gap &+ 1
            guard id < FactLimits.integer else { throw .badValue("subject") }
            out[index] = id
        }
        guard let taken = bits.wholeBytes() else { throw .truncated }
        _ = try reader.readSpan(UInt64(taken))
        return persons
    }

    func write(to writer: inout ByteWriter) {
        writer.writeVarint(UInt64(persons.count))
        if let first = persons.first {
            let gaps = zip(persons, persons.dropFirst()).map { $1 - $0 - 1 }
            let order = RiceCode.best(gaps).order
            writer.writeVarint(first)
            writer.writeByte(UInt8(order))
            var bits = BitWriter()
            for gap in gaps { bits.writeRice(gap, order: order) }
            writer.writeBytes(bits.finish())
        }
        writer.writeVarint(UInt64(raws.count))
        for raw in raws {
            writer.writeVarint(UInt64(raw.count))
            writer.writeBytes(raw)
        }
    }
}
