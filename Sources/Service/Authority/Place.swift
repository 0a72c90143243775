import Application
import Messages
import Storage

/// PRJ-9d: throws `notFound` unless classes can be held there: at a base, or at a provider's own premises.
func requirePlace(_ organisation: UInt64, _ snapshot: Snapshot) throws {
    let exists = try snapshot.exists(
        .placeExists, organisation, OrganisationKind.base.rawValue, OrganisationKind.unit.rawValue)
    guard exists else {
        throw Refusal(
            .notFound, field: "base", "no base, and no provider that holds classes itself",
            zh: "没有此基地，也没有可自行举办的主办单位")
    }
}
