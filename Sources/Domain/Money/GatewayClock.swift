/// ORD-2: how far a gateway's clock was ahead of ours when it answered last. Gateways refuse what is signed five minutes off, and what they
/// sign would be refused here; before that an order and its code end at different times.
package struct GatewayClock: Equatable, Sendable {
    /// From so many milliseconds on, an operator is told.
    package static let toldMs: Int64 = 60_000
    /// From so many on, nothing is sold by the gateway.
    package static let mostMs: Int64 = 240_000
    /// So long after its answer, the gateway is asked for another one.
    package static let lifeMs: Int64 = 60_000

    package let offsetMs: Int64
    /// By our clock, UTC milliseconds.
    package let atMs: Int64

    package init(offsetMs: Int64, atMs: Int64) {
        self.offsetMs = offsetMs
        self.atMs = atMs
    }

    package var isOff: Bool { offsetMs.magnitude >= Self.toldMs.magnitude }
    package var sells: Bool { offsetMs.magnitude < Self.mostMs.magnitude }

    /// Whether it says nothing of now any more. A clock that was set back is as old.
    package func isOld(now: Int64) -> Bool { now < atMs || now - atMs >= Self.lifeMs }

    package var phrase: Phrase {
        let seconds = offsetMs.magnitude / 1000
        return Phrase(
            "this server's clock and the gateway's are \(seconds) s apart: nothing is sold by it until they agree",
            "本服务器与支付机构的时钟相差 \(seconds) 秒：校准前暂停使用该支付方式")
    }

    /// - Throws: `wrongState` where nothing is sold by the gateway now.
    package func requireNear(now: Int64) throws(Refusal) {
        guard !sells, !isOld(now: now) else { return }
        throw Refusal(.wrongState, field: "channel", phrase)
    }
}
