/// A typed id, 1 … 2⁵³−1, so that every client language holds it exactly.
package struct Identifier<Entity>: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let value: UInt64

    @inlinable package static var limit: UInt64 { 1 << 53 }

    /// Returns nil for 0 and for 2⁵³ and above.
    @inlinable package init?(_ value: UInt64) {
        guard value != 0, value < Self.limit else { return nil }
        self.value = value
    }

    @inlinable package static func < (left: Self, right: Self) -> Bool { left.value < right.value }

    package var description: String { String(value) }
}

/// Phantom types for `Identifier`; they have no values.
package enum Entity {
    package enum Person {}
    package enum Organisation {}
    package enum Programme {}
    package enum Project {}
    package enum Course {}
    package enum Offering {}
    package enum Terminal {}
    package enum Award {}
}

package typealias PersonID = Identifier<Entity.Person>
package typealias OrganisationID = Identifier<Entity.Organisation>
package typealias ProgrammeID = Identifier<Entity.Programme>
package typealias ProjectID = Identifier<Entity.Project>
package typealias CourseID = Identifier<Entity.Course>
package typealias OfferingID = Identifier<Entity.Offering>
package typealias TerminalID = Identifier<Entity.Terminal>
package typealias AwardID = Identifier<Entity.Award>
