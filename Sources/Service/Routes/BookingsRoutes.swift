import Application
import Messages

extension Service {
    func route(_ method: BookingsMethod) -> Route {
        switch method {
        case .publishSession: .write(bookings.publishSession)
        case .getSession: .read(bookings.getSession)
        case .browseSessions: .read(bookings.browseSessions)
        case .describeBase: .write(bookings.describeBase)
        case .browseBases: .read(bookings.browseBases)
        case .book: .write(orders.book)
        case .cancelBooking: .write(bookings.cancelBooking)
        case .getBooking: .read(bookings.getBooking)
        case .myBookings: .read(bookings.myBookings)
        case .listBookings: .read(bookings.listBookings)
        case .myEntitlements: .read(bookings.myEntitlements)
        case .getPass: .read(bookings.getPass)
        case .listDoublePlaces: .read(bookings.listDoublePlaces)
        case .keepDoublePlace: .write(bookings.keepDoublePlace)
        }
    }
}
