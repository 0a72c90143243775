/// How a fact was recorded.
package enum FactMethod: Sendable, Hashable {
    /// A signed pass was scanned.
    case pass
    /// A number was typed or a card scanned.
    case number
    /// The venue's rotating code was scanned; the fact carries its slot.
    case venueCode
    /// Imported from an attendance file.
    case attendanceFile
    /// Entered by staff.
    case staff
    case unknown(UInt64)

    /// Returns the method with this number in column 5.
    @inlinable
    package init(number: UInt64) {
        switch number {
        case 1: self = .pass
        case 2: self = .number
        case 3: self = .venueCode
        case 4: self = .attendanceFile
        case 5: self = .staff
        default: self = .unknown(number)
        }
    }

    /// The number in column 5.
    @inlinable
    package var number: UInt64 {
        switch self {
        case .pass: 1
        case .number: 2
        case .venueCode: 3
        case .attendanceFile: 4
        case .staff: 5
        case .unknown(let number): number
        }
    }
}
