/// What a scanner read or somebody typed, told apart by how it begins.
package enum Scanned: Sendable, Equatable {
    case pass(SignedPass)
    case venueCode(VenueCode)
    /// Ours by its beginning, but damaged, or of a later version.
    case unreadable(PassError)
    /// A card's or person's number, or anybody else's code.
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
