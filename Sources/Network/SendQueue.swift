/// Sends bytes to a socket that may not accept all at once.
struct SendQueue {
    private var unsent: [UInt8] = []
    private var start = 0

    enum Outcome {
        /// That many bytes were sent; `count` has the rest.
        case sent(Int)
        case failed(String)
    }

    /// The bytes that wait for the socket.
    var count: Int { unsent.count - start }
    /// The bytes allocated for them.
    var footprint: Int { unsent.capacity }

    /// Sends the waiting bytes and then `bytes`, as far as the socket accepts them, and keeps the rest. Empties
    /// `bytes`; in the usual case, when all was sent, it keeps its allocation.
    mutating func send(_ bytes: inout [UInt8], through channel: Channel) -> Outcome {
        if unsent.isEmpty {
            let outcome = SendQueue.push(bytes, &start, through: channel)
            if start == bytes.count {
                start = 0
            } else if (bytes.count - start) * 2 < bytes.capacity {
                // Copies a small rest out of a large buffer, which is needed elsewhere.
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
        let outcome = SendQueue.push(unsent, &start, through: channel)
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
