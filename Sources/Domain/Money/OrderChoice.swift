/// One of the lodgings that a session offers.
package struct Lodging: Equatable, Sendable {
    package static let limit = 20

    package let name: String
    package let price: Fen

    package init(name: String, price: UInt64) throws(Refusal) {
        self.name = try checkedTitle(name, field: "lodging", limit: 40)
        self.price = try Fen(checking: price, field: "lodging")
    }

    /// As stored.
    package init(storedName name: String, price: Fen) {
        self.name = name
        self.price = price
    }
}

/// PRJ-7c: what is filled in for one order.
package struct OrderChoice: Equatable, Sendable {
    package let position: String
    /// Empty where the session offers no lodging.
    package let option: String
    package let lodging: Fen

    /// - Throws: `invalid` for a position or a choice of lodging that is asked for and missing, or unknown.
    package init(position: String, isPositionAsked: Bool, lodging: String, options: [Lodging]) throws(Refusal) {
        self.position =
            try !isPositionAsked && trimmed(position).isEmpty
            ? "" : checkedTitle(position, field: "position", limit: 100)
        guard !options.isEmpty else {
            guard lodging.isEmpty else {
                throw Refusal(.invalid, field: "lodging", "this session offers none", zh: "该场次不提供住宿")
            }
            (option, self.lodging) = ("", .zero)
            return
        }
        let names = options.map(\.name).joined(separator: ", ")
        guard let chosen = options.first(where: { ComparedName($0.name) == ComparedName(lodging) }) else {
            throw Refusal(.invalid, field: "lodging", "choose one of: \(names)", zh: "请选择：\(names)")
        }
        (option, self.lodging) = (chosen.name, chosen.price)
    }
}
