// Generated from Protocol/bookings.proto by `make generate`; change that and generate again.

/// PRJ-6: a session is an offering of a base that people book: its location, its time and its places.
package enum SessionState: Int32, Word {
    /// listed, may be booked until it begins
    case open = 1
    /// takes no new bookings; those it has stand
    case closed = 2
    /// its offering was cancelled
    case calledOff = 3
}

extension SessionState: Named {
    package var phrase: Phrase {
        switch self {
        case .open: Phrase("open", "可预约")
        case .closed: Phrase("closed", "停止预约")
        case .calledOff: Phrase("called off", "已取消")
        }
    }
}

/// BKG-2, BKG-6: a paid place in some session of a programme.
package enum EntitlementState: Int32, Word {
    case free = 1
    /// by its one live booking
    case held = 2
    case used = 3
    /// at the limit of cancellations, or by the last failed exam
    case lost = 4
    /// refunded, or its payment taken back
    case returned = 5
}

extension EntitlementState: Named {
    package var phrase: Phrase {
        switch self {
        case .free: Phrase("free", "可用")
        case .held: Phrase("held", "占用中")
        case .used: Phrase("used", "已使用")
        case .lost: Phrase("lost", "已作废")
        case .returned: Phrase("returned", "已退回")
        }
    }
}

package enum EntitlementSource: Int32, Word {
    case order = 1
    case unitPayment = 2
}

extension EntitlementSource: Named {
    package var phrase: Phrase {
        switch self {
        case .order: Phrase("order", "个人缴费")
        case .unitPayment: Phrase("unit payment", "单位缴费")
        }
    }
}

package enum BookingState: Int32, Word {
    /// for the base
    case waiting = 1
    case approved = 2
    case rejected = 3
    /// by the trainee; counts
    case cancelled = 4
    /// the base cancelled the session; does not count
    case calledOff = 5
    /// the session began before the base decided; does not count
    case unreviewed = 6
    case attended = 7
    /// approved, and no scan; counts
    case missed = 8
}

extension BookingState: Named {
    package var phrase: Phrase {
        switch self {
        case .waiting: Phrase("waiting", "待审核")
        case .approved: Phrase("approved", "审核通过")
        case .rejected: Phrase("rejected", "审核未通过")
        case .cancelled: Phrase("cancelled", "已取消")
        case .calledOff: Phrase("called off", "场次已取消")
        case .unreviewed: Phrase("not reviewed", "未及审核")
        case .attended: Phrase("attended", "已参加")
        case .missed: Phrase("missed", "缺席")
        }
    }
}

/// BKG-2b, BKG-6b: two paid places of one person in one programme: a unit paid as well, or a late scan gave back a
/// place after another
/// had been bought. One is given back by the refund of its order or by taking back its unit payment, or both are kept
/// for a reason.
package enum DoublePlaceState: Int32, Word {
    case waiting = 1
    case kept = 2
    case givenBack = 3
}

extension DoublePlaceState: Named {
    package var phrase: Phrase {
        switch self {
        case .waiting: Phrase("waiting", "待处理")
        case .kept: Phrase("kept", "保留两份")
        case .givenBack: Phrase("given back", "已退还一份")
        }
    }
}
