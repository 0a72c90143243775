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

    /// Sends what is kept and then `bytes`, as far as the socket takes it, and keeps the rest. `bytes` is empty then; in
    /// the usual case, when all of it went, with its room.
    mutating func send(_ bytes: inout [UInt8], through channel: Channel) -> Outcome {
        if unsent.isEmpty {
            let outcome = Outlet.push(bytes, &start, through: channel)
            if start < bytes.count {
                swap(&unsent, &bytes)
            } else {
                bytes.removeAll(keepingCapacity: true)
                start = 0
            }
            return outcome
        }
        unsent.append(contentsOf: bytes)
        bytes.removeAll(keepingCapacity: true)
        let outcome = Outlet.push(unsent, &start, through: channel)
        if start == unsent.count {
            unsent = []
            start = 0
        } else if start * 2 >= unsent.count {
            unsent.removeFirst(start)
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
