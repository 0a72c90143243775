import Application
import Storage
import Threads

/// Who people are: claims of ID numbers, photos, profiles and memberships.
final class Identities: Sendable {
    let blobs: Blobs
    let people: People
    let sessions: Sessions
    let notices: Notices
    let reviews: Reviews
    let programmes: Programmes
    let projects: Projects
    let photoSlots = UploadSlots()
    private let chosen = Locked<IdentityProvider?>(nil)

    init(
        blobs: Blobs, people: People, sessions: Sessions, notices: Notices, reviews: Reviews, programmes: Programmes,
        projects: Projects
    ) {
        self.blobs = blobs
        self.people = people
        self.sessions = sessions
        self.notices = notices
        self.reviews = reviews
        self.programmes = programmes
        self.projects = projects
    }

    /// ACC-3b; `nil` = reviewers decide what the number alone does not prove.
    var provider: IdentityProvider? { chosen.withLock { $0 } }

    /// Claims that begin from now on go by it.
    func adopt(_ provider: IdentityProvider?) { chosen.withLock { $0 = provider } }
}
