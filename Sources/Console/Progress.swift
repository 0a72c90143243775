/// One line on standard error that reports progress. Appears on a terminal only, after a second, and disappears at the
/// end.
package final class Progress {
    private static let patienceMs: Int64 = 1000
    private static let intervalMs: Int64 = 100

    private let interaction: Interaction
    private let label: Phrase
    private let total: Int?
    private let first: Int
    private let startedMs: Int64
    private var shownMs: Int64?

    init(_ interaction: Interaction, _ label: Phrase, total: Int?, from first: Int, startedMs: Int64) {
        self.first = first
        self.interaction = interaction
        self.label = label
        self.total = total
        self.startedMs = startedMs
    }

    /// Updates the count. Cheap to call often.
    package func update(_ done: Int) {
        guard interaction.showsProgress else { return }
        let now = interaction.nowMs
        guard now - startedMs >= Self.patienceMs, now - (shownMs ?? .min / 2) >= Self.intervalMs else { return }
        shownMs = now
        var line = interaction.text(label) + " \(done)"
        if let total, total > 0 {
            line += " / \(total) (\(min(100, done * 100 / total)) %)"
        }
        line += ", \(Int64(max(0, done - first)) * 1000 / (now - startedMs))/s"
        interaction.showProgress(line)
    }

    package func finish() { interaction.hideProgress() }
}
