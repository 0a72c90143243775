/// One day of an offering's activity dates (举办周期) and its hours.
package struct ActivityDay: Hashable, Sendable {
    package let day: Day
    package let hours: Tenths

    package init(day: Day, hours: Tenths) {
        self.day = day
        self.hours = hours
    }

    /// A day has 24 hours.
    static let hoursLimit = Tenths(240)
}
