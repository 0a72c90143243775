/// CRT-2c: the wrong numbers and codes that sources have tried: ten at once, and one more every six seconds. Sources that
/// have been quiet are forgotten, and of too many the one that is quiet soonest.
package struct WrongTries: Sendable {
    package static let atOnce: Int64 = 10
    package static let msEach: Int64 = 6_000
    private static let mostSources = 4096

    /// By source: until when its tries use up what it may.
    private var usedUntil: [String: Int64] = [:]

    package init() {}

    /// Throws `busy` for a source that has tried too often, whatever it tries now.
    package func check(_ source: String, now: Int64) throws(Refusal) {
        let ahead = (usedUntil[source] ?? 0) - now
        guard ahead > (Self.atOnce - 1) * Self.msEach else { return }
        throw Refusal(.busy, "too many wrong numbers from your network", zh: "查询错误次数过多，请稍后再试")
            .after(milliseconds: ahead - (Self.atOnce - 1) * Self.msEach)
    }

    package mutating func note(_ source: String, now: Int64) {
        if usedUntil.count >= Self.mostSources {
            usedUntil = usedUntil.filter { $0.value > now }
            if usedUntil.count >= Self.mostSources, let first = usedUntil.min(by: { $0.value < $1.value }) {
                usedUntil[first.key] = nil
            }
        }
        usedUntil[source] = max(usedUntil[source] ?? 0, now) + Self.msEach
    }
}
