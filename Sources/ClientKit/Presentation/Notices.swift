package import Console
package import Messages

extension Table {
    /// NOT-1: notices in a list.
    package static var notices: Table {
        Table(
            .init("id", Phrase("Id", "编号"), .right), .init("kind", Phrase("Kind", "类型")),
            .init("title", Phrase("Title", "标题")), .init("organisation", Phrase("From", "发布机构")),
            .init("published_ms", Phrase("Published", "发布时间")), .init("state", Phrase("State", "状态")),
            .init("offering", Phrase("Offering", "期次"), .unshown))
    }

    package mutating func add(_ notice: Notice) {
        add(
            .init(notice.id), .init(notice.kind), .init(notice.title), .init(notice.organisationName),
            Shown.moment(notice.publishedMs), .init(notice.state), .init(notice.offering))
    }

    package static var supportContacts: Table {
        Table(
            .init("programme", Phrase("Programme", "项目体系"), .right), .init("name", Phrase("Name", "名称")),
            .init("phone", Phrase("Phone", "客服电话")), .init("hours", Phrase("Hours", "服务时间")))
    }

    package mutating func add(_ contact: SupportContact) {
        add(.init(contact.programme), .init(contact.programmeName), .init(contact.phone), .init(contact.hours))
    }
}

extension Desk {
    /// Shows a notice with its text.
    package func show(_ notice: Notice?) throws {
        guard let notice else { return }
        let from = [notice.organisationName, Shown.text(notice.publishedMs)].filter { !$0.isEmpty }
        try interaction.show(
            [
                "id": JSON(notice.id), "kind": JSON(notice.kind), "state": JSON(notice.state),
                "title": .string(notice.title), "organisation": .string(notice.organisationName),
                "published_ms": .integer(notice.publishedMs), "revision": JSON(notice.revision),
                "body": .string(notice.body), "offering": JSON(notice.offering),
            ],
            text: ([notice.title, from.joined(separator: "  ")] + notice.body.split(separator: "\n").map(String.init))
                .joined(separator: "\n"))
    }
}
