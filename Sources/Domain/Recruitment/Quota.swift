/// REC-4: the places of a city, in a round and a specialty, and how many are taken.
package struct Quota: Equatable, Sendable {
    package let places: Int
    package let approved: Int
    package let admitted: Int

    package init(places: Int, approved: Int, admitted: Int) {
        self.places = places
        self.approved = approved
        self.admitted = admitted
    }

    package static let placesLimit = 1_000_000

    /// REC-4c: what is taken cannot be taken away.
    package func lowered(to places: Int) throws(Refusal) -> Quota {
        guard (0...Self.placesLimit).contains(places) else {
            throw Refusal(
                .invalid, field: "places", "0 to \(Self.placesLimit) places", zh: "名额须为 0 至 \(Self.placesLimit)")
        }
        let used = max(approved, admitted)
        guard places >= used else {
            throw Refusal(.quotaInUse, field: "places", "\(used) are taken", zh: "已使用 \(used) 个名额")
        }
        return Quota(places: places, approved: approved, admitted: admitted)
    }

    package static let full = Refusal(.quotaFull, field: "quota", "no place is left", zh: "没有剩余名额")
}
