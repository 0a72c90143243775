import Application
import Storage

/// Reports of what was held, for the committee.
final class PostReports: Sendable {
    let blobs: Blobs
    let notices: Notices
    let reviews: Reviews
    let programmes: Programmes
    let checkIns: CheckIns
    let documentSlots = UploadSlots()

    init(blobs: Blobs, notices: Notices, reviews: Reviews, programmes: Programmes, checkIns: CheckIns) {
        self.blobs = blobs
        self.notices = notices
        self.reviews = reviews
        self.programmes = programmes
        self.checkIns = checkIns
    }
}
