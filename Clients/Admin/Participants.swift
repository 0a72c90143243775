import ClientKit
import Console
import Domain
import Messages

// People of a roster, as somebody names them.
extension Desk {
    /// The most people of one name that an error lists.
    private static let mostListed = 10

    /// Returns the number of whom somebody named by number, person id or name. A text with a digit is no name, and is left for the
    /// server to know.
    func number(of text: String, on offering: UInt64) throws -> String {
        guard !text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return text }
        return try entry(of: text, on: offering).number
    }

    /// Returns the person with a number, an id or a name.
    func person(_ text: String, on offering: UInt64) throws -> UInt64 { try entry(of: text, on: offering).person }

    /// Returns the ids of people by what they were named with.
    func people(of offering: UInt64, numbers: [String]) throws -> [String: UInt64] {
        var found: [String: UInt64] = [:]
        guard !numbers.isEmpty else { return found }
        let entries = try roster(of: offering)
        for text in numbers { found[text] = try Self.entry(of: text, in: entries).person }
        return found
    }

    private func entry(of text: String, on offering: UInt64) throws -> RosterEntry {
        try Self.entry(of: text, in: roster(of: offering))
    }

    private func roster(of offering: UInt64) throws -> [RosterEntry] {
        var (entries, after): ([RosterEntry], UInt64) = ([], 0)
        repeat {
            let reply: ListRosterReply = try call(
                .projectsListRoster, ListRosterRequest(offering: offering, after: after, limit: 500))
            entries += reply.entries
            after = reply.next
        } while after != 0
        return entries
    }

    /// A number goes before an id, and that before a name.
    private static func entry(of text: String, in entries: [RosterEntry]) throws -> RosterEntry {
        if let found = entries.first(where: { $0.number == text }) { return found }
        if let found = entries.first(where: { String($0.person) == text }) { return found }
        let wanted = ComparedName(text)
        let called = entries.filter { ComparedName($0.name) == wanted }
        guard let found = called.first else {
            throw CommandFailure(
                .refused, name: "not_on_roster", Phrase("\(text) is not on the roster", "名单中没有 \(text)"))
        }
        guard called.count == 1 else {
            let listed = called.prefix(mostListed).map { $0.unit.isEmpty ? $0.number : "\($0.number) (\($0.unit))" }
            throw CommandFailure(
                .refused, name: "ambiguous",
                Phrase(
                    "“\(text)” names more than one person of the roster: give the number",
                    "名单中有多人名为“\(text)”，请给出编号"),
                hint: Phrase("there are: \(listed.joined(separator: ", "))", "已有：\(listed.joined(separator: "、"))"))
        }
        return found
    }
}
