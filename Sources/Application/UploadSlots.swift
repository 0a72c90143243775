import Domain
import Messages
import Threads

/// The slots of arriving files. Their number bounds the memory: one per person, a few per address. An upload that sends
/// nothing, or next to nothing, loses its slot to the next.
package final class UploadSlots: Sendable {
    package static let inAll = 16
    package static let ofOneAddress = 8
    /// A slot without data for this long is released.
    package static let silenceMs: Int64 = 10_000
    /// The time limit for a whole file.
    package static let totalMs: Int64 = 120_000
    /// After this time an upload gives way if it was silent as long, or is slower than `slowest`.
    package static let graceMs: Int64 = 2_000
    /// Bytes per second.
    package static let slowest: Int64 = 8 << 10

    private struct Slot {
        let person: UInt64
        let address: String
        let begunMs: Int64
        let told: @Sendable (Refusal) -> Void
        var lastMs: Int64
        var file: [UInt8] = []
        /// The whole file has arrived and is being processed.
        var isWhole = false

        func isSlow(now: Int64) -> Bool {
            let age = now - begunMs
            guard !isWhole, age >= graceMs else { return false }
            return now - lastMs >= graceMs || Int64(file.count) * 1000 < age * slowest
        }

        func isOverdue(now: Int64) -> Bool {
            !isWhole && (now - lastMs >= silenceMs || now - begunMs >= totalMs)
        }
    }

    private struct State {
        var slots: [UInt64: Slot] = [:]
        var last: UInt64 = 0

        /// Returns the slots of which one must be released to make room.
        func rivals(of person: UInt64, _ address: String) -> [UInt64: Slot] {
            let own = slots.filter { $0.value.person == person }
            if !own.isEmpty { return own }
            let near = slots.filter { $0.value.address == address }
            if near.count >= ofOneAddress { return near }
            return slots.count >= inAll ? slots : [:]
        }
    }

    private let state = Locked(State())

    package init() {}

    /// - Parameter told: on any thread, when the slot is taken away.
    /// - Throws: ``Refusal`` `busy` while the person sends another file, or everybody sends as they should.
    func take(
        person: UInt64, address: String, now: Int64, told: @escaping @Sendable (Refusal) -> Void
    ) throws(Refusal) -> UploadSlot {
        expire(now: now)
        let (id, evicted) = try state.withLock { state throws(Refusal) -> (UInt64, Slot?) in
            var evicted: Slot?
            let rivals = state.rivals(of: person, address)
            if !rivals.isEmpty {
                let idlest = rivals.filter { $0.value.isSlow(now: now) }.min { $0.value.lastMs < $1.value.lastMs }
                guard let idlest else { throw Refusal(.busy, retryAfterMs: 1000) }
                evicted = state.slots.removeValue(forKey: idlest.key)
            }
            state.last += 1
            state.slots[state.last] = Slot(person: person, address: address, begunMs: now, told: told, lastMs: now)
            return (state.last, evicted)
        }
        evicted?.told(Self.slow)
        return UploadSlot(id, self)
    }

    /// Releases slots that were silent or in use for too long. Call about every second.
    package func expire(now: Int64) {
        let gone = state.withLock { state in
            let gone = state.slots.filter { $0.value.isOverdue(now: now) }
            for id in gone.keys { state.slots[id] = nil }
            return gone.values.map(\.told)
        }
        for told in gone { told(Self.overdue) }
    }

    fileprivate func isArriving(_ id: UInt64) -> Bool { state.withLock { $0.slots[id].map { !$0.isWhole } ?? false } }

    /// - Throws: ``Refusal`` `invalid` beyond `limit` bytes in all.
    fileprivate func append(_ bytes: [UInt8], to id: UInt64, limit: Int, now: Int64) throws(Refusal) {
        try state.withLock { state throws(Refusal) in
            guard let count = state.slots[id]?.file.count else { return }
            guard count + bytes.count <= limit else { throw Refusal(.invalid, field: "size") }
            state.slots[id]?.file += bytes
            state.slots[id]?.lastMs = now
        }
    }

    fileprivate func finish(_ id: UInt64, size: Int) -> [UInt8]? {
        state.withLock { state in
            guard let file = state.slots[id]?.file, file.count == size else { return nil }
            state.slots[id]?.isWhole = true
            state.slots[id]?.file = []
            return file
        }
    }

    fileprivate func release(_ id: UInt64) { state.withLock { $0.slots[id] = nil } }

    private static let slow = Refusal(
        .busy, Phrase("too little came, and others were waiting; send the file again", "传输过慢，已让位给其他用户，请重新上传"),
        retryAfterMs: 1000)
    private static let overdue = Refusal(
        .busy, Phrase("the file did not arrive in time; send it again", "文件未在规定时间内传完，请重新上传"), retryAfterMs: 1000)
}

/// The slot of one arriving file.
struct UploadSlot: Sendable {
    private let id: UInt64
    private let slots: UploadSlots

    fileprivate init(_ id: UInt64, _ slots: UploadSlots) {
        self.id = id
        self.slots = slots
    }

    /// False once the file is whole, or the slot was taken away.
    var isArriving: Bool { slots.isArriving(id) }

    /// - Throws: ``Refusal`` `invalid` beyond `limit` bytes in all.
    func append(_ bytes: [UInt8], limit: Int, now: Int64) throws(Refusal) {
        try slots.append(bytes, to: id, limit: limit, now: now)
    }

    /// Returns the whole file, after which the slot cannot be taken away; nil if its size is wrong.
    func finish(size: Int) -> [UInt8]? { slots.finish(id, size: size) }

    /// Releases the slot. Call it when the upload ends, however it ends.
    func release() { slots.release(id) }
}
