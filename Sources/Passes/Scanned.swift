/// A scanned or typed text, classified by its prefix.
package enum Scanned: Sendable, Equatable {
    case pass(SignedPass)
    case venueCode(VenueCode)
    /// A text with our prefix, but damaged or of a later version.
    case unreadable(PassError)
    /// A card's or person's number, or a code of another system.
    case other(String)

    package init(_ text: String) {
        do throws(PassError) {
            self = .pass(try SignedPass(text: text))
            return
        } catch {
            guard error == .notOurs else {
                self = .unreadable(error)
                return
            }
        }
        do throws(PassError) {
            self = .venueCode(try VenueCode(text: text))
        } catch {
            self = error == .notOurs ? .other(text) : .unreadable(error)
        }
    }
}
