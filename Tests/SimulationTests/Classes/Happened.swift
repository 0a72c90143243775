/// One line of what truly happened in a class. Times are true, UTC milliseconds.
struct Happened: Encodable {
    enum Event: String, Encodable {
        case person, scan, contact, void, decision
        case exam, answer, submitted
        case mark, adjudication
        case evaluation, leave, award
    }

    var event: Event
    var at: Int64 = 0
    var person: String?
    /// Of a terminal; nil for what was done online.
    var terminal: Int?
    /// Which boot of the terminal.
    var boot: Int?
    /// The reading of its wall clock.
    var wall: Int64?
    /// The number of the scan, or of the one that it is about.
    var scan: Int?
    /// When the venue's code was shown that somebody used.
    var shown: Int64?
    /// Whether a unit has confirmed the person.
    var confirmed: Bool?
    /// The decision about a scan, and the time at which it counts.
    var counts: Bool?
    var countsAt: Int64?
    var attempt: Int?
    var question: String?
    var chosen: String?
    /// Whether it reached the server.
    var arrived: Bool?
    var examiner: Int?
    /// In hundredths.
    var mark: Int?
    /// Left out of the award.
    var excluded: [String]?
}

/// The first line: the settings of the organiser.
struct ClassSettings: Encodable {
    let event = "class"
    let policy: [String: String]
    let windows: [[Int64]]
    let codePeriod: Int64
    let examMinutes: Int
    let passMark: Int
    let category: String
    /// The right option, by question.
    let key: [String: String]
    /// The examiners of the base.
    let examiners: [Int]
}
