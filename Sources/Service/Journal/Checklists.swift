import Domain
import Facts
import Messages
import Storage
import Wire

extension SkillsChecklist {
    /// Reads one edition; nil for one that there is not. An edition never changes.
    init?(edition: UInt64, of checklist: UInt64, _ snapshot: Snapshot) throws {
        let found = try snapshot.first(
            "SELECT pass_mark, content FROM checklist_edition WHERE checklist = ?1 AND edition = ?2", checklist, edition
        ) { (passMark: $0.int(0), content: $0.bytes(1)) }
        guard let found else { return nil }
        self.init(
            stored: try ChecklistContent(serialized: found.content).items.map(Item.init), passMark: found.passMark)
    }
}

extension SkillsChecklist.Item {
    init(_ item: ChecklistItem) {
        self.init(text: item.text, points: Int(item.pointsHundredths), isCritical: item.critical)
    }

    var message: ChecklistItem {
        ChecklistItem(text: text, pointsHundredths: UInt32(clamping: points), critical: isCritical)
    }
}

extension SkillsSheet {
    var marks: [SkillsChecklist.Mark] { items.map { .init(earned: Int($0.earned), isFailed: $0.isFailed) } }
}

extension JournalStore {
    /// Notes that the marks of an offering may amount to something else now. To be called for everything that changes which of them
    /// count: records, the roster, and who is admitted.
    static func noteMarks(of offering: UInt64, _ transaction: Transaction) throws {
        try transaction.execute(
            "INSERT INTO marked_offering (offering) VALUES (?1) ON CONFLICT DO NOTHING", offering)
    }
}
