import Application
import Storage

/// Projects, their courses and offerings, and the rosters.
final class Projects: Sendable {
    let secrets: Secrets
    let venueKeys: VenueKeys
    let blobs: Blobs
    let notices: Notices
    let organisations: Organisations
    let programmes: Programmes
    let reviews: Reviews
    let slots: UploadSlots

    init(
        secrets: Secrets, blobs: Blobs, slots: UploadSlots, notices: Notices, organisations: Organisations,
        programmes: Programmes, reviews: Reviews
    ) {
        self.secrets = secrets
        venueKeys = VenueKeys(secrets: secrets)
        self.blobs = blobs
        self.slots = slots
        self.notices = notices
        self.organisations = organisations
        self.programmes = programmes
        self.reviews = reviews
    }
}
