package import Console
package import Messages
package import Wire

/// The parameters of paged lists, and the loop over their pages.
package enum Paging {
    package static let limit: Parameter<UInt32> = .option(
        "limit", "N", Phrase("at most N rows", "最多 N 行"), default: 100)
    package static let after: Parameter<UInt64> = .option(
        "after", "ID", Phrase("go on behind this one, as the page before said", "从上一页提示的编号之后继续"), default: 0)
    package static let all: Parameter<Bool> = .flag("all", Phrase("every row", "全部"))

    /// The most rows the server returns at once.
    private static let most: UInt32 = 500

    /// Reads the requested pages.
    /// - Parameters:
    ///   - page: reads one page after `after` of at most `limit` rows; returns its row count and the next cursor (0 for
    ///     none).
    /// - Returns: the cursor of the remaining rows; 0 if there are none.
    package static func walk(
        _ arguments: Arguments, page: (_ after: UInt64, _ limit: UInt32) throws -> (count: Int, next: UInt64)
    ) throws -> UInt64 {
        var after = arguments[Self.after]
        var left = arguments[Self.limit]
        let isAll = arguments[Self.all]
        while isAll || left > 0 {
            let (count, next) = try page(after, isAll ? most : min(left, most))
            after = next
            if next == 0 { return 0 }
            left -= min(left, UInt32(clamping: count))
        }
        return after
    }
}

extension Desk {
    /// Shows the requested pages of a list and the cursor of the remaining rows.
    package func list<Reply: Message>(
        _ arguments: Arguments, _ table: Table, _ method: Method,
        _ request: (_ after: UInt64, _ limit: UInt32) throws -> some Message,
        rows: (Reply, inout Table) throws -> (count: Int, next: UInt64)
    ) throws {
        var table = table
        let rest = try Paging.walk(arguments) { after, limit in
            let reply: Reply = try call(method, try request(after, limit))
            let page = try rows(reply, &table)
            try interaction.showSoFar(&table)
            return page
        }
        try interaction.show(table)
        sayRest(rest == 0 ? nil : String(rest))
    }

    /// Says that there are more rows.
    package func sayRest(_ after: String?) {
        guard let after else { return }
        interaction.say(
            Phrase("there is more: --after \(after), or --all", "还有更多：--after \(after)，或使用 --all"))
    }
}
