import Threads

/// Counts the connections of the whole server, so that no number of them, and no one address, takes it all.
final class Admission: Sendable {
    private struct State: Sendable {
        var total = 0
        var perLoop: [Int]
        var perAddress: [UInt64: Int] = [:]
    }

    private let most: Int
    private let mostPerAddress: Int
    private let state: Locked<State>

    init(most: Int, mostPerAddress: Int, loops: Int) {
        self.most = most
        self.mostPerAddress = mostPerAddress
        state = Locked(State(perLoop: [Int](repeating: 0, count: loops)))
    }

    /// The loop that has the fewest connections, or nil when this one is too many. Connections from this machine are
    /// counted in all but not by address: a proxy may stand there for everybody.
    func admit(_ address: Address) -> Int? {
        state.withLock { state in
            guard state.total < most else { return nil }
            if !address.isLocal {
                let fromThere = state.perAddress[address.countedBy, default: 0]
                guard fromThere < mostPerAddress else { return nil }
                state.perAddress[address.countedBy] = fromThere + 1
            }
            var loop = 0
            for index in state.perLoop.indices where state.perLoop[index] < state.perLoop[loop] { loop = index }
            state.total += 1
            state.perLoop[loop] += 1
            return loop
        }
    }

    func release(_ address: Address, loop: Int) {
        state.withLock { state in
            state.total -= 1
            state.perLoop[loop] -= 1
            guard !address.isLocal, let fromThere = state.perAddress[address.countedBy] else { return }
            state.perAddress[address.countedBy] = fromThere > 1 ? fromThere - 1 : nil
        }
    }

    var total: Int { state.withLock { $0.total } }
}
