/// Numbers as in `Protocol/attendance.proto`.
package enum ScanState: UInt8, CaseIterable, Sendable {
    case counted = 1
    /// ATT-4a: joins an earlier one of the same person and window.
    case `repeat` = 2
    case outsideWindow = 3
    case outsideDates = 4
    /// ATT-4c: counts only after a person decides; the verdict's code says why.
    case flagged = 5
    case voided = 6
}

/// What a scan is worth under one plan.
package struct ScanVerdict: Equatable, Sendable {
    package var state: ScanState
    /// `nil` unless flagged, or outside the activity dates.
    package var code: RefusalCode?
    /// Position in the plan's windows of a counted scan or a repeat, else −1.
    package var window: Int16

    @inlinable package init(_ state: ScanState, code: RefusalCode? = nil, window: Int16 = -1) {
        self.state = state
        self.code = code
        self.window = window
    }
}

package struct ScanTotals: Equatable, Sendable {
    package var scans = 0
    package var counted = 0
    package var repeats = 0
    package var outsideWindow = 0
    package var outsideDates = 0
    package var flagged = 0
    package var voided = 0
    /// People with a counted scan.
    package var people = 0
    /// SYN-8: of those counted, the scans whose time rests on the word of the device's clock.
    package var onClocksWord = 0

    package init() {}

    mutating func add(_ state: ScanState, isOnClocksWord: Bool) {
        scans += 1
        switch state {
        case .counted:
            counted += 1
            if isOnClocksWord { onClocksWord += 1 }
        case .repeat: repeats += 1
        case .outsideWindow: outsideWindow += 1
        case .outsideDates: outsideDates += 1
        case .flagged: flagged += 1
        case .voided: voided += 1
        }
    }
}
