import Seeded
import Testing
import Threads

@Suite struct FairQueueTests {
    private let terminal = Origin(.terminal, party: 1)
    private let person = Origin(.person, party: 1)

    private func anonymous(_ source: UInt64, _ connection: UInt64) -> Origin {
        Origin(.anonymous, party: source, line: connection)
    }

    /// Takes everything that waits, in order.
    private func drain(_ queue: FairQueue<String>) -> [String] {
        var values: [String] = []
        while case .value(let value, _) = queue.next(waitingMs: 0) { values.append(value) }
        return values
    }

    @Test("OPS-3 a party that has queued much delays another by one command")
    func parties() {
        let queue = FairQueue<String>(capacity: 1000)
        for number in 1...100 { #expect(queue.offer("a\(number)", from: Origin(.person, party: 1)) == .taken) }
        #expect(queue.offer("b", from: Origin(.person, party: 2)) == .taken)
        #expect(drain(queue).prefix(4) == ["a1", "b", "a2", "a3"])
    }

    @Test("OPS-3 connections of one address take turns, and addresses before them")
    func lines() {
        let queue = FairQueue<String>(capacity: 1000)
        for number in 1...3 {
            _ = queue.offer("a1.\(number)", from: anonymous(1, 1))
            _ = queue.offer("a2.\(number)", from: anonymous(1, 2))
        }
        for number in 1...2 { _ = queue.offer("b.\(number)", from: anonymous(2, 3)) }
        #expect(drain(queue) == ["a1.1", "b.1", "a2.1", "b.2", "a1.2", "a2.2", "a1.3", "a2.3"])
    }

    @Test("OPS-3 the anonymous come last and are never starved; terminals and people share")
    func ranks() {
        let queue = FairQueue<String>(capacity: 1000)
        for _ in 0..<40 {
            _ = queue.offer("t", from: terminal)
            _ = queue.offer("p", from: person)
            _ = queue.offer("a", from: anonymous(1, 1))
        }
        let order = drain(queue)
        #expect(order.prefix(18).joined() == "tptptptpatptptptpa")
        #expect(order.count == 120)
    }

    @Test("OPS-3 nobody fills the queue: one may have a part of what is left, and a newcomer is let in")
    func room() {
        let queue = FairQueue<String>(capacity: 1000, anonymous: 100)
        var taken = 0
        while queue.offer("a", from: person) == .taken { taken += 1 }
        #expect(taken == 175)
        for party in 2...40 as ClosedRange<UInt64> {
            for _ in 0..<50 { _ = queue.offer("b", from: Origin(.person, party: party)) }
        }
        #expect(queue.offer("late", from: terminal) == .taken)

        var anonymous = 0
        for connection in 1...70 as ClosedRange<UInt64> {
            for _ in 0..<250 where queue.offer("c", from: self.anonymous(1, connection)) == .taken { anonymous += 1 }
        }
        #expect(anonymous < 90)
        #expect(queue.offer("late", from: self.anonymous(2, 71)) == .taken)
    }

    @Test("OPS-3 one of a line is out at a time where the queue says so, and the others go on")
    func atOnce() {
        let queue = FairQueue<String>(capacity: 100, atOnce: 1)
        for value in ["a1", "a2"] { _ = queue.offer(value, from: Origin(.person, party: 1)) }
        #expect(drain(queue) == ["a1"])
        _ = queue.offer("b1", from: Origin(.person, party: 2))
        #expect(drain(queue) == ["b1"])
        queue.done(Origin(.person, party: 1))
        #expect(drain(queue) == ["a2"])
        queue.done(Origin(.person, party: 1))
        queue.done(Origin(.person, party: 2))
        _ = queue.offer("a3", from: Origin(.person, party: 1))
        #expect(drain(queue) == ["a3"])
    }

    @Test("background work has the gaps, or its turn when it is due")
    func background() {
        let queue = FairQueue<String>(capacity: 100)
        _ = queue.offer("slow", from: .background)
        _ = queue.offer("p", from: person)
        #expect(queue.nextAtOnce() == "p")
        #expect(queue.nextAtOnce() == nil)
        _ = queue.offer("p", from: person)
        if case .value(let value, let origin) = queue.next(background: true, waitingMs: 0) {
            #expect(value == "slow" && origin == .background)
        } else {
            Issue.record("nothing was taken")
        }
        _ = queue.offer("slow", from: .background)
        #expect(drain(queue) == ["p", "slow"])
    }

    @Test("a closed queue gives back what waits and takes nothing more")
    func closed() {
        let queue = FairQueue<String>(capacity: 100)
        for value in ["a", "b"] { _ = queue.offer(value, from: person) }
        #expect(queue.close().sorted() == ["a", "b"])
        #expect(queue.offer("c", from: person) == .closed)
        #expect(drain(queue) == [])
    }

    @Test("OPS-3 a pool that is stopped drops what waits, and does not begin what nobody waits for")
    func pool() {
        let pool = WorkerPool(name: "test", threads: 1, capacity: 100)
        let told = Monitor<[String]>([])
        let gate = Monitor(false)
        func submit(_ name: String, isWanted: Bool = true, waits: Bool = false) {
            let isTaken = pool.submit(from: person) {
                isWanted
            } drop: {
                told.change { $0.append("\(name) dropped") }
            } run: {
                if waits {
                    told.change { $0.append("held") }
                    gate.wait { $0 ? () : nil }
                }
                told.change { $0.append("\(name) run") }
            }
            #expect(isTaken)
        }
        submit("first", waits: true)
        told.wait { $0.isEmpty ? nil : () }
        submit("given up", isWanted: false)
        submit("second", waits: true)
        for _ in 0..<5 { submit("late") }
        gate.change { $0 = true }
        told.wait { $0.contains("second run") ? () : nil }
        pool.refuse()
        pool.join()
        let all = told.wait { $0 }
        #expect(all.prefix(3) == ["held", "first run", "given up dropped"])
        #expect(all.count { $0.hasPrefix("late") } == 5)
    }

    @Test("whatever comes in leaves once, and in the order of its line")
    func histories() {
        for seed in 1...200 as ClosedRange<UInt64> {
            var chance = SeededRandom(seed: seed)
            let atOnce = seed % 2 == 0 ? 1 : Int.max
            let queue = FairQueue<Int>(capacity: 50, anonymous: 20, atOnce: atOnce)
            var waiting: [Origin: [Int]] = [:]
            var out: [Origin] = []
            for value in 0..<300 {
                let rank = Origin.Rank.allCases[Int(chance.next() % 4)]
                let origin = Origin(rank, party: chance.next() % 3, line: rank == .anonymous ? chance.next() % 3 : 0)
                switch chance.next() % 5 {
                case 0, 1: if queue.offer(value, from: origin) == .taken { waiting[origin, default: []].append(value) }
                case 2, 3:
                    guard case .value(let value, let origin) = queue.next(waitingMs: 0) else { continue }
                    #expect(waiting[origin]?.first == value, "seed \(seed)")
                    waiting[origin]?.removeFirst()
                    if atOnce == 1 {
                        #expect(!out.contains(origin), "seed \(seed)")
                        out.append(origin)
                    }
                default:
                    guard let last = out.popLast() else { continue }
                    queue.done(last)
                }
            }
            #expect(queue.close().sorted() == waiting.values.joined().sorted(), "seed \(seed)")
        }
    }
}
