/// Bytes on their way into a socket that may not take all of them at once.
struct Outlet {
    private var unsent: [UInt8] = []
    private var start = 0

    enum Outcome {
        /// So many bytes went; what is left is in `count`.
        case sent(Int)
        case failed(String)
    }

    /// Bytes kept until the socket takes more.
    var count: Int { unsent.count - start }
    /// Bytes of memory they take.
    var footprint: Int { unsent.capacity }

    /// Sends what is kept and then `bytes`, as far as the socket takes it, and keeps the rest. `bytes` is empty then; in
    /// the usual case, when all of it went, with its room.
    mutating func send(_ bytes: inout [UInt8], through channel: Channel) -> Outcome {
        if unsent.isEmpty {
            let outcome = Outlet.push(bytes, &start, through: channel)
            if start == bytes.count {
                start = 0
            } else if (bytes.count - start) * 2 < bytes.capacity {
                // Little is left in a large buffer: that is wanted elsewhere.
                unsent = Array(bytes[start...])
                start = 0
            } else {
                swap(&unsent, &bytes)
                return outcome
            }
            bytes.removeAll(keepingCapacity: true)
            return outcome
        }
        unsent.append(contentsOf: bytes)
        bytes.removeAll(keepingCapacity: true)
        let outcome = Outlet.push(unsent, &start, through: channel)
        if start == unsent.count {
            unsent = []
            start = 0
        } else if start * 2 >= unsent.count {
            unsent = Array(unsent[start...])
            start = 0
        }
        return outcome
    }

    private static func push(_ bytes: [UInt8], _ start: inout Int, through channel: Channel) -> Outcome {
        let first = start
        while start < bytes.count {
            switch channel.send(bytes, from: start) {
            case .sent(let count): start += count
            case .blocked: return .sent(start - first)
            case .failed(let text): return .failed(text)
            }
        }
        return .sent(start - first)
    }
}
