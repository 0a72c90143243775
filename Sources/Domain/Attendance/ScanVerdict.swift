/// The result for a scan under one plan.
package struct ScanVerdict: Equatable, Sendable {
    package var state: ScanState
    /// The reason if flagged or outside the activity dates; else nil.
    package var code: ErrorCode?
    /// The index of the window of a counted scan or a repeat, else −1.
    package var window: Int16

    @inlinable package init(_ state: ScanState, code: ErrorCode? = nil, window: Int16 = -1) {
        self.state = state
        self.code = code
        self.window = window
    }
}

package struct ScanCounts: Equatable, Sendable {
    package var scans = 0
    package var counted = 0
    package var repeats = 0
    package var outsideWindow = 0
    package var outsideDates = 0
    package var flagged = 0
    package var voided = 0
    package var discarded = 0
    package var elsewhere = 0
    /// The number of people with a counted scan.
    package var people = 0
    /// SYN-8: the counted scans whose time is the wall clock's.
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
        case .discarded: discarded += 1
        case .elsewhere: elsewhere += 1
        }
    }
}
