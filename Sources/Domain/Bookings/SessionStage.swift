/// How far a session has come, as the server has noted it.
package enum SessionStage: Int32, Sendable {
    case announced = 0
    /// It has started; nobody's booking waits any more.
    case begun = 1
    /// Its bookings are attended or missed.
    case settled = 2
}
