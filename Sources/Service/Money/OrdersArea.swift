import Application
import Storage
import Threads

/// Unit payments, orders, payments, refunds, invoices, and the ledger of them all.
final class Orders: Sendable {
    let journal: JournalStore
    let people: People
    let notices: Notices
    let reviews: Reviews
    let programmes: Programmes
    let identities: Identities
    let bookings: Bookings
    let outbox: DeliveryOutbox
    let services: OutsideServices
    let blobs: Blobs
    let invoiceSlots = UploadSlots()
    /// Up to which order it was looked for those of cancelled sessions.
    let calledOffLook = Locked<(expiresMs: Int64, order: UInt64)>((0, 0))

    init(
        journal: JournalStore, people: People, notices: Notices, reviews: Reviews, programmes: Programmes,
        identities: Identities, bookings: Bookings, outbox: DeliveryOutbox, services: OutsideServices, blobs: Blobs
    ) {
        self.journal = journal
        self.people = people
        self.notices = notices
        self.reviews = reviews
        self.programmes = programmes
        self.identities = identities
        self.bookings = bookings
        self.outbox = outbox
        self.services = services
        self.blobs = blobs
    }
}
