/// PRJ-6a: what an organiser says of a session.
package struct ValidSession: Equatable, Sendable {
    package static let locationLimit = 100
    package static let capacities = 1...100_000

    package let location: String
    package let capacity: Int
    /// Nil for the programme's.
    package let fee: Fen?

    /// - Parameter taken: the places that bookings and orders have.
    /// - Throws: `invalid`; `placesInUse` for fewer places than are taken.
    package init(location: String, capacity: UInt32, fee: UInt64?, taken: Int) throws(Refusal) {
        self.location = try checkedTitle(location, field: "location", limit: Self.locationLimit)
        guard Self.capacities.contains(Int(capacity)) else {
            throw Refusal(.invalid, field: "capacity", "1 to 100,000 places", zh: "须为 1 至 100000 个席位")
        }
        self.capacity = Int(capacity)
        guard self.capacity >= taken else {
            throw Refusal(
                .placesInUse, field: "capacity", "\(taken) places are taken", zh: "已占用 \(taken) 个席位")
        }
        if let fee { self.fee = try Fen(checking: fee, field: "fee_fen") } else { self.fee = nil }
    }
}

/// PRJ-6b: a base as it presents itself.
package struct BaseDescription: Equatable, Sendable {
    package static let addressLimit = 100
    package static let introductionLimit = 1000

    package let address: String
    package let phone: String
    package let introduction: String

    package init(address: String, phone: String, introduction: String) throws(Refusal) {
        self.address = try checkedTitle(address, field: "address", limit: Self.addressLimit)
        self.phone = try checkedServicePhone(phone)
        self.introduction =
            try trimmed(introduction).isEmpty
            ? "" : checkedTitle(introduction, field: "introduction", limit: Self.introductionLimit)
    }
}
