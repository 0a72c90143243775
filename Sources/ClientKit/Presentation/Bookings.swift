package import Console
package import Messages

extension Table {
    package static var sessions: Table {
        Table(
            Column("session", Phrase("Session", "场次"), .right), Column("title", Phrase("Course", "课程")),
            Column("starts_ms", Phrase("Starts", "开始"), .exact), Column("location", Phrase("Where", "地点")),
            Column("free", Phrase("Free", "余位"), .right), Column("capacity", Phrase("Of", "席位"), .right),
            Column("fee_fen", Phrase("Fee", "费用"), .right), Column("state", Phrase("State", "状态")),
            Column("base", Phrase("Base", "基地"), .unshown), Column("base_name", Phrase("Base", "基地"), .unshown),
            Column("modality", Phrase("Form", "培训形式"), .unshown))
    }

    /// The state, of an open one without a place that it is full; a program sees that by the places.
    private static func state(of session: CourseSession) -> Cell {
        guard session.state == .open, session.isFull else { return Cell(session.state) }
        return Cell(Phrase("full", "已约满"), json: JSON(session.state))
    }

    package mutating func add(_ session: CourseSession) {
        add(
            Cell(session.offering), Cell(session.title), Shown.planned(session.startsMs, zone: session.timeZone),
            Cell(session.location), Cell(session.capacity - min(session.taken, session.capacity)),
            Cell(session.capacity), Shown.fen(session.feeFen), Self.state(of: session), Cell(session.base),
            Cell(session.baseName), Cell(session.modality))
    }

    package static var bookings: Table {
        Table(
            Column("booking", Phrase("Booking", "预约"), .right), Column("person_name", Phrase("Name", "姓名")),
            Column("title", Phrase("Course", "课程")), Column("starts_ms", Phrase("Starts", "开始"), .exact),
            Column("location", Phrase("Where", "地点")), Column("state", Phrase("State", "状态")),
            Column("reason", Phrase("Reason", "原因")), Column("session", Phrase("Session", "场次"), .unshown),
            Column("created_ms", Phrase("Made", "预约时间"), .unshown))
    }

    package mutating func add(_ booking: Booking) {
        let session = booking.session ?? CourseSession()
        add(
            Cell(booking.id), Cell(booking.personName), Cell(session.title),
            Shown.planned(session.startsMs, zone: session.timeZone), Cell(session.location), Cell(booking.state),
            Cell(booking.reason), Cell(session.offering), Shown.moment(booking.createdMs, zone: session.timeZone))
    }

    package static var entitlements: Table {
        Table(
            Column("entitlement", Phrase("Place", "名额权益"), .right),
            Column("programme_name", Phrase("Programme", "项目体系")), Column("state", Phrase("State", "状态")),
            Column("source", Phrase("Paid by", "缴费方式")),
            Column("cancellations", Phrase("Cancelled", "已取消次数"), .right),
            Column("cancel_limit", Phrase("Of at most", "取消上限"), .right),
            Column("booking", Phrase("Booking", "预约"), .right))
    }

    package mutating func add(_ entitlement: Entitlement) {
        add(
            Cell(entitlement.id), Cell(entitlement.programmeName), Cell(entitlement.state), Cell(entitlement.source),
            Cell(entitlement.cancellations), entitlement.cancelLimit == 0 ? .empty : Cell(entitlement.cancelLimit),
            entitlement.booking == 0 ? .empty : Cell(entitlement.booking))
    }

    package static var basePages: Table {
        Table(
            Column("base", Phrase("Base", "基地"), .right), Column("name", Phrase("Name", "名称")),
            Column("category", Phrase("Category", "类别")), Column("address", Phrase("Address", "地址")),
            Column("phone", Phrase("Phone", "电话"), .exact),
            Column("introduction", Phrase("Introduction", "简介"), .unshown))
    }

    package mutating func add(_ page: BasePage) {
        add(
            Cell(page.base), Cell(page.name), Cell(page.category), Cell(page.address), Cell(page.phone),
            Cell(page.introduction))
    }
}

extension CourseSession {
    package var isFull: Bool { taken >= capacity }
}
