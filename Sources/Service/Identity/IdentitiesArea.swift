import Application
import Storage
import Threads

/// The identities of people: claims of ID numbers, photos, profiles and memberships.
final class Identities: Sendable {
    let blobs: Blobs
    let people: People
    let sessions: Sessions
    let notices: Notices
    let reviews: Reviews
    let programmes: Programmes
    let projects: Projects
    let slots: UploadSlots
    let services: OutsideServices

    init(
        blobs: Blobs, slots: UploadSlots, people: People, sessions: Sessions, notices: Notices, reviews: Reviews,
        programmes: Programmes,
        projects: Projects, services: OutsideServices
    ) {
        self.blobs = blobs
        self.slots = slots
        self.people = people
        self.sessions = sessions
        self.notices = notices
        self.reviews = reviews
        self.programmes = programmes
        self.projects = projects
        self.services = services
    }
}
