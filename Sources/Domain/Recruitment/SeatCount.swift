/// REC-4: the seats of a city in a round and specialty, and the number taken.
package struct SeatCount: Equatable, Sendable {
    package let seats: Int
    package let approved: Int
    package let admitted: Int

    package init(seats: Int, approved: Int, admitted: Int) {
        self.seats = seats
        self.approved = approved
        self.admitted = admitted
    }

    package static let empty = SeatCount(seats: 0, approved: 0, admitted: 0)
    package static let seatsLimit = 1_000_000

    /// REC-4c: throws if fewer seats than are taken would remain.
    package func lowered(to seats: Int) throws(Refusal) -> SeatCount {
        guard (0...Self.seatsLimit).contains(seats) else {
            throw Refusal(
                .invalid, field: "seats", "0 to \(Self.seatsLimit) seats", zh: "名额须为 0 至 \(Self.seatsLimit)")
        }
        let used = max(approved, admitted)
        guard seats >= used else {
            throw Refusal(.quotaInUse, field: "seats", "\(used) are taken", zh: "已使用 \(used) 个名额")
        }
        return SeatCount(seats: seats, approved: approved, admitted: admitted)
    }

    package static let full = Refusal(.quotaFull, field: "quota", "no place is left", zh: "没有剩余名额")
}
