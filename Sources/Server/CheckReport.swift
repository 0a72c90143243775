import Console
import Storage

/// The result of a check, for one screen: the counts of what was checked, and the damage.
struct CheckReport {
    private static let shownLimit = 20

    private var lines: [(name: Phrase, count: Int, damage: Int)] = []
    private var damage: [Damage] = []
    private var notes: [Phrase] = []
    /// To be put right, though nothing is damaged.
    private var warnings: [Phrase] = []

    var isSound: Bool { damage.isEmpty }

    /// - Parameter count: how many were checked.
    mutating func add(_ name: Phrase, _ count: Int, _ damage: [Damage] = []) {
        lines.append((name, count, damage.count))
        self.damage += damage
    }

    mutating func note(_ note: Phrase) { notes.append(note) }
    mutating func warn(_ warning: Phrase) { warnings.append(warning) }

    var json: JSON {
        [
            "sound": .bool(isSound),
            "looked": .object(lines.map { .init($0.name.en, .integer(Int64($0.count))) }),
            "damage": .array(damage.map { .string($0.description) }),
            "warnings": .array(warnings.map { .string($0.en) }),
            "notes": .array(notes.map { .string($0.en) }),
        ]
    }

    func text(_ language: Language) -> String {
        let sound = Phrase("sound", "完好")
        var text = lines.map { line in
            let name = line.name.text(in: language)
            let found =
                line.damage == 0
                ? sound : Phrase("\(line.damage) damaged", "\(line.damage) 处损坏")
            return "\(name)  \(line.count)  \(found.text(in: language))"
        }
        text += damage.prefix(Self.shownLimit).map { "! \($0)" }
        if damage.count > Self.shownLimit {
            let more = damage.count - Self.shownLimit
            text.append(Phrase("! and \(more) more", "! 另有 \(more) 处").text(in: language))
        }
        text += warnings.map { "~ \($0.text(in: language))" }
        text += notes.prefix(Self.shownLimit).map { "- \($0.text(in: language))" }
        text.append(
            (isSound
                ? Phrase("The data directory is sound.", "数据目录完好。")
                : Phrase(
                    "The data directory is damaged: keep a copy of it as it is, then put back a backup. See Docs/Operating.md.",
                    "数据目录已损坏：请先原样备份该目录，再恢复备份。详见 Docs/Operating.md。")).text(in: language))
        return text.joined(separator: "\n")
    }
}
