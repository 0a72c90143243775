package import Console
import Domain

/// A thing of one kind, named by its id or by its whole name: `1048`, `市第一医院`.
package struct Name<Things: Register>: ArgumentValue {
    package let argument: String

    package init?(argument: String) {
        guard !argument.allSatisfy(\.isWhitespace) else { return nil }
        self.argument = argument
    }

    package static var expectation: Phrase { help }

    private static var help: Phrase {
        Phrase("\(Things.what.en), by id or \(Things.called.en)", "\(Things.what.zh)，编号或\(Things.called.zh)")
    }

    /// The positional argument of most commands about one of them.
    package static var positional: Parameter<Name> { .argument(Things.placeholder, help) }

    /// - Parameter says: what it is to the command.
    package static func positional(_ says: Phrase) -> Parameter<Name> { .argument(Things.placeholder, about(says)) }

    package static func optionalPositional(_ says: Phrase) -> Parameter<Name?> {
        .optionalArgument(Things.placeholder, about(says))
    }

    package static func required(_ name: String, _ says: Phrase) -> Parameter<Name> {
        .required(name, Things.placeholder, about(says))
    }

    package static func option(_ name: String, _ says: Phrase) -> Parameter<Name?> {
        .option(name, Things.placeholder, about(says))
    }

    private static func about(_ says: Phrase) -> Phrase {
        Phrase("\(says.en), by id or \(Things.called.en)", "\(says.zh)，编号或\(Things.called.zh)")
    }
}

/// A kind of things that have ids and names.
package protocol Register: Sendable {
    static var placeholder: String { get }
    static var what: Phrase { get }
    /// The word for their names.
    static var called: Phrase { get }
    /// The command that lists them, without the program.
    static var listing: Phrase { get }

    /// Reads a page of those behind an id, at most `limit`; those whose names do not contain the text may be left out.
    static func page(
        _ desk: Desk, containing text: String, after: UInt64, limit: UInt32
    ) throws(CommandFailure) -> (things: [NamedThing], next: UInt64)
}

package struct NamedThing {
    package let id: UInt64
    /// Any of them names it; the first is shown.
    package let names: [String]
    /// It takes no part any more: another of the same name is meant.
    package let isPast: Bool

    package init(_ id: UInt64, _ names: String..., isPast: Bool = false) {
        self.id = id
        self.names = names
        self.isPast = isPast
    }
}

extension Register {
    package static var called: Phrase { Phrase("name", "名称") }
}

extension Desk {
    /// The most pages that are searched for a name.
    private static let mostPages = 20
    private static let pageSize: UInt32 = 500
    /// The most names that an error lists.
    private static let mostListed = 5

    /// Returns the id of what somebody named. A number is an id.
    package func id<Things: Register>(_ name: Name<Things>) throws(CommandFailure) -> UInt64 {
        let text = name.argument
        if let id = UInt64(text) { return id }
        let key = "\(Things.self) \(text)"
        if let known = ids[key] { return known }
        let wanted = ComparedName(text)
        var (same, near, after, pages): ([NamedThing], [NamedThing], UInt64, Int) = ([], [], 0, 0)
        repeat {
            let page = try Things.page(self, containing: text, after: after, limit: Self.pageSize)
            for thing in page.things {
                if thing.names.contains(where: { ComparedName($0) == wanted }) {
                    same.append(thing)
                } else if near.count < Self.mostListed, thing.names.contains(where: { $0.contains(text) }) {
                    near.append(thing)
                }
            }
            (after, pages) = (page.next, pages + 1)
        } while after != 0 && pages < Self.mostPages
        let present = same.filter { !$0.isPast }
        let found = present.isEmpty ? same : present
        if found.count == 1 {
            ids[key] = found[0].id
            return found[0].id
        }
        throw Self.failure(Things.self, text, found, near)
    }

    /// Returns 0 for none.
    package func id<Things: Register>(_ name: Name<Things>?) throws(CommandFailure) -> UInt64 {
        guard let name else { return 0 }
        return try id(name)
    }

    private static func failure<Things: Register>(
        _ things: Things.Type, _ text: String, _ same: [NamedThing], _ near: [NamedThing]
    ) -> CommandFailure {
        let listed = (same.isEmpty ? near : same).prefix(mostListed).map { "\($0.id) \($0.names[0])" }
        return CommandFailure(
            .refused, name: same.isEmpty ? "not_found" : "ambiguous",
            same.isEmpty
                ? Phrase("there is no \(Things.what.en) “\(text)”", "没有名称为“\(text)”的\(Things.what.zh)")
                : Phrase(
                    "“\(text)” names more than one \(Things.what.en): give the id",
                    "名称为“\(text)”的\(Things.what.zh)不止一个，请给出编号"),
            hint: listed.isEmpty
                ? nil
                : Phrase("there are: \(listed.joined(separator: ", "))", "已有：\(listed.joined(separator: "、"))"),
            next: listed.isEmpty ? Things.listing : nil)
    }

    /// Returns the name of the thing with an id, as lists show it; the id itself of what is gone or not to be seen.
    package func name<Things: Register>(of id: UInt64, in things: Things.Type) -> String {
        guard id != 0 else { return "" }
        let key = "\(Things.self) #\(id)"
        if let known = names[key] { return known }
        var name = String(id)
        do throws(CommandFailure) {
            let page = try Things.page(self, containing: "", after: id - 1, limit: 1)
            if let found = page.things.first, found.id == id { name = found.names[0] }
        } catch {
            // A list is shown with the id where the name cannot be read.
        }
        names[key] = name
        return name
    }
}
