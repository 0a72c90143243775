import Threads

/// Sessions and their places, entitlements, and the bookings that join the two.
final class Bookings: Sendable {
    let site: Site
    let notices: Notices
    let reviews: Reviews
    let programmes: Programmes
    let rosters: Rosters
    let checkIns: CheckIns
    let identities: Identities
    /// The last session that was looked at for late scans.
    let lateLook = Locked<UInt64>(0)
    /// The last session that was looked at for terminals that have all synced.
    let syncLook = Locked<(endsMs: Int64, offering: UInt64)>((0, 0))

    init(
        site: Site, notices: Notices, reviews: Reviews, programmes: Programmes, rosters: Rosters,
        checkIns: CheckIns,
        identities: Identities
    ) {
        self.site = site
        self.notices = notices
        self.reviews = reviews
        self.programmes = programmes
        self.rosters = rosters
        self.checkIns = checkIns
        self.identities = identities
    }
}
