// Generated from Protocol/attendance.proto by `make generate`; change that and generate again.
package import Wire

package enum ScanState: Int32, CaseIterable, Sendable {
    case unspecified = 0
    case counted = 1
    /// joins an earlier one of the same window
    case `repeat` = 2
    case outsideWindow = 3
    case outsideDates = 4
    /// needs a decision; see `code`
    case flagged = 5
    case voided = 6
}

package struct VenueCodeRequest: Message {
    package static let typeName = "rollcall.VenueCodeRequest"

    package var offering: UInt64
    package var course: UInt64

    package init() {
        offering = 0
        course = 0
    }

    package init(offering: UInt64 = 0, course: UInt64 = 0) {
        self.offering = offering
        self.course = course
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: offering = try reader.readUInt64()
        case 16: course = try reader.readUInt64()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if offering != 0 { writer.writeField(8, varint: offering) }
        if course != 0 { writer.writeField(16, varint: course) }
    }
}

package struct VenueCodeReply: Message {
    package static let typeName = "rollcall.VenueCodeReply"

    /// text for an alphanumeric QR
    package var code: String
    package var validUntilMs: Int64
    /// people with a counted scan in the current window
    package var present: UInt32
    /// absent outside one
    package var window: Window?
    package var offeringTitle: String
    package var courseName: String

    package init() {
        code = ""
        validUntilMs = 0
        present = 0
        offeringTitle = ""
        courseName = ""
    }

    package init(
        code: String = "", validUntilMs: Int64 = 0, present: UInt32 = 0, window: Window? = nil,
        offeringTitle: String = "", courseName: String = ""
    ) {
        self.code = code
        self.validUntilMs = validUntilMs
        self.present = present
        self.window = window
        self.offeringTitle = offeringTitle
        self.courseName = courseName
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: code = try reader.readString()
        case 16: validUntilMs = try reader.readInt64()
        case 24: present = try reader.readUInt32()
        case 34: window = try reader.readMessage(into: window, depth: depth)
        case 42: offeringTitle = try reader.readString()
        case 50: courseName = try reader.readString()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if !code.isEmpty { writer.writeField(10, string: code) }
        if validUntilMs != 0 { writer.writeField(16, varint: UInt64(bitPattern: validUntilMs)) }
        if present != 0 { writer.writeField(24, varint: UInt64(present)) }
        if let window { writer.writeField(34, message: window) }
        if !offeringTitle.isEmpty { writer.writeField(42, string: offeringTitle) }
        if !courseName.isEmpty { writer.writeField(50, string: courseName) }
    }
}

package struct CheckInRequest: Message {
    package static let typeName = "rollcall.CheckInRequest"

    package var code: String

    package init() {
        code = ""
    }

    package init(code: String = "") {
        self.code = code
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: code = try reader.readString()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if !code.isEmpty { writer.writeField(10, string: code) }
    }
}

package struct CheckInReply: Message {
    package static let typeName = "rollcall.CheckInReply"

    package var atMs: Int64
    package var offering: UInt64
    package var offeringTitle: String
    package var state: ScanState

    package init() {
        atMs = 0
        offering = 0
        offeringTitle = ""
        state = .unspecified
    }

    package init(atMs: Int64 = 0, offering: UInt64 = 0, offeringTitle: String = "", state: ScanState = .unspecified) {
        self.atMs = atMs
        self.offering = offering
        self.offeringTitle = offeringTitle
        self.state = state
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: atMs = try reader.readInt64()
        case 16: offering = try reader.readUInt64()
        case 26: offeringTitle = try reader.readString()
        case 32: state = try reader.readEnum(ScanState.unspecified)
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if atMs != 0 { writer.writeField(8, varint: UInt64(bitPattern: atMs)) }
        if offering != 0 { writer.writeField(16, varint: offering) }
        if !offeringTitle.isEmpty { writer.writeField(26, string: offeringTitle) }
        if state.rawValue != 0 { writer.writeField(32, varint: UInt64(bitPattern: Int64(state.rawValue))) }
    }
}

package struct Scan: Message {
    package static let typeName = "rollcall.Scan"

    package var person: UInt64
    package var number: String
    package var name: String
    package var atMs: Int64
    package var state: ScanState
    package var code: ErrorCode
    package var course: UInt64
    package var method: UInt32
    package var log: [UInt8]
    package var sequence: UInt64
    /// 0 = recorded online
    package var terminal: UInt64

    package init() {
        person = 0
        number = ""
        name = ""
        atMs = 0
        state = .unspecified
        code = .unspecified
        course = 0
        method = 0
        log = []
        sequence = 0
        terminal = 0
    }

    package init(
        person: UInt64 = 0, number: String = "", name: String = "", atMs: Int64 = 0, state: ScanState = .unspecified,
        code: ErrorCode = .unspecified, course: UInt64 = 0, method: UInt32 = 0, log: [UInt8] = [], sequence: UInt64 = 0,
        terminal: UInt64 = 0
    ) {
        self.person = person
        self.number = number
        self.name = name
        self.atMs = atMs
        self.state = state
        self.code = code
        self.course = course
        self.method = method
        self.log = log
        self.sequence = sequence
        self.terminal = terminal
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: person = try reader.readUInt64()
        case 18: number = try reader.readString()
        case 26: name = try reader.readString()
        case 32: atMs = try reader.readInt64()
        case 40: state = try reader.readEnum(ScanState.unspecified)
        case 48: code = try reader.readEnum(ErrorCode.unspecified)
        case 56: course = try reader.readUInt64()
        case 64: method = try reader.readUInt32()
        case 74: log = try reader.readBytesField()
        case 80: sequence = try reader.readUInt64()
        case 88: terminal = try reader.readUInt64()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if person != 0 { writer.writeField(8, varint: person) }
        if !number.isEmpty { writer.writeField(18, string: number) }
        if !name.isEmpty { writer.writeField(26, string: name) }
        if atMs != 0 { writer.writeField(32, varint: UInt64(bitPattern: atMs)) }
        if state.rawValue != 0 { writer.writeField(40, varint: UInt64(bitPattern: Int64(state.rawValue))) }
        if code.rawValue != 0 { writer.writeField(48, varint: UInt64(bitPattern: Int64(code.rawValue))) }
        if course != 0 { writer.writeField(56, varint: course) }
        if method != 0 { writer.writeField(64, varint: UInt64(method)) }
        if !log.isEmpty { writer.writeField(74, bytes: log) }
        if sequence != 0 { writer.writeField(80, varint: sequence) }
        if terminal != 0 { writer.writeField(88, varint: terminal) }
    }
}

package struct ListScansRequest: Message {
    package static let typeName = "rollcall.ListScansRequest"

    package var offering: UInt64
    package var cursor: [UInt8]
    package var limit: UInt32
    package var person: UInt64
    package var state: ScanState

    package init() {
        offering = 0
        cursor = []
        limit = 0
        person = 0
        state = .unspecified
    }

    package init(
        offering: UInt64 = 0, cursor: [UInt8] = [], limit: UInt32 = 0, person: UInt64 = 0,
        state: ScanState = .unspecified
    ) {
        self.offering = offering
        self.cursor = cursor
        self.limit = limit
        self.person = person
        self.state = state
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: offering = try reader.readUInt64()
        case 18: cursor = try reader.readBytesField()
        case 24: limit = try reader.readUInt32()
        case 32: person = try reader.readUInt64()
        case 40: state = try reader.readEnum(ScanState.unspecified)
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if offering != 0 { writer.writeField(8, varint: offering) }
        if !cursor.isEmpty { writer.writeField(18, bytes: cursor) }
        if limit != 0 { writer.writeField(24, varint: UInt64(limit)) }
        if person != 0 { writer.writeField(32, varint: person) }
        if state.rawValue != 0 { writer.writeField(40, varint: UInt64(bitPattern: Int64(state.rawValue))) }
    }
}

package struct ListScansReply: Message {
    package static let typeName = "rollcall.ListScansReply"

    package var scans: [Scan]
    package var next: [UInt8]
    package var totals: ScanTotals?

    package init() {
        scans = []
        next = []
    }

    package init(scans: [Scan] = [], next: [UInt8] = [], totals: ScanTotals? = nil) {
        self.scans = scans
        self.next = next
        self.totals = totals
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: scans.append(try reader.readMessage(into: nil, depth: depth))
        case 18: next = try reader.readBytesField()
        case 26: totals = try reader.readMessage(into: totals, depth: depth)
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in scans { writer.writeField(10, message: value) }
        if !next.isEmpty { writer.writeField(18, bytes: next) }
        if let totals { writer.writeField(26, message: totals) }
    }
}

package struct ScanTotals: Message {
    package static let typeName = "rollcall.ScanTotals"

    package var scans: UInt32
    package var counted: UInt32
    package var repeats: UInt32
    package var outsideWindow: UInt32
    package var outsideDates: UInt32
    package var flagged: UInt32
    package var voided: UInt32
    package var people: UInt32

    package init() {
        scans = 0
        counted = 0
        repeats = 0
        outsideWindow = 0
        outsideDates = 0
        flagged = 0
        voided = 0
        people = 0
    }

    package init(
        scans: UInt32 = 0, counted: UInt32 = 0, repeats: UInt32 = 0, outsideWindow: UInt32 = 0,
        outsideDates: UInt32 = 0, flagged: UInt32 = 0, voided: UInt32 = 0, people: UInt32 = 0
    ) {
        self.scans = scans
        self.counted = counted
        self.repeats = repeats
        self.outsideWindow = outsideWindow
        self.outsideDates = outsideDates
        self.flagged = flagged
        self.voided = voided
        self.people = people
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: scans = try reader.readUInt32()
        case 16: counted = try reader.readUInt32()
        case 24: repeats = try reader.readUInt32()
        case 32: outsideWindow = try reader.readUInt32()
        case 40: outsideDates = try reader.readUInt32()
        case 48: flagged = try reader.readUInt32()
        case 56: voided = try reader.readUInt32()
        case 64: people = try reader.readUInt32()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if scans != 0 { writer.writeField(8, varint: UInt64(scans)) }
        if counted != 0 { writer.writeField(16, varint: UInt64(counted)) }
        if repeats != 0 { writer.writeField(24, varint: UInt64(repeats)) }
        if outsideWindow != 0 { writer.writeField(32, varint: UInt64(outsideWindow)) }
        if outsideDates != 0 { writer.writeField(40, varint: UInt64(outsideDates)) }
        if flagged != 0 { writer.writeField(48, varint: UInt64(flagged)) }
        if voided != 0 { writer.writeField(56, varint: UInt64(voided)) }
        if people != 0 { writer.writeField(64, varint: UInt64(people)) }
    }
}

package struct AnalyseRequest: Message {
    package static let typeName = "rollcall.AnalyseRequest"

    package var offering: UInt64
    package var windows: [Window]
    package var after: UInt64
    package var limit: UInt32

    package init() {
        offering = 0
        windows = []
        after = 0
        limit = 0
    }

    package init(offering: UInt64 = 0, windows: [Window] = [], after: UInt64 = 0, limit: UInt32 = 0) {
        self.offering = offering
        self.windows = windows
        self.after = after
        self.limit = limit
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: offering = try reader.readUInt64()
        case 18: windows.append(try reader.readMessage(into: nil, depth: depth))
        case 24: after = try reader.readUInt64()
        case 32: limit = try reader.readUInt32()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if offering != 0 { writer.writeField(8, varint: offering) }
        for value in windows { writer.writeField(18, message: value) }
        if after != 0 { writer.writeField(24, varint: after) }
        if limit != 0 { writer.writeField(32, varint: UInt64(limit)) }
    }
}

package struct AnalyseReply: Message {
    package static let typeName = "rollcall.AnalyseReply"

    package var people: [Presence]
    package var next: UInt64
    package var present: UInt32
    package var absent: UInt32
    package var totals: ScanTotals?
    package var windows: [Window]

    package init() {
        people = []
        next = 0
        present = 0
        absent = 0
        windows = []
    }

    package init(
        people: [Presence] = [], next: UInt64 = 0, present: UInt32 = 0, absent: UInt32 = 0, totals: ScanTotals? = nil,
        windows: [Window] = []
    ) {
        self.people = people
        self.next = next
        self.present = present
        self.absent = absent
        self.totals = totals
        self.windows = windows
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: people.append(try reader.readMessage(into: nil, depth: depth))
        case 16: next = try reader.readUInt64()
        case 24: present = try reader.readUInt32()
        case 32: absent = try reader.readUInt32()
        case 42: totals = try reader.readMessage(into: totals, depth: depth)
        case 50: windows.append(try reader.readMessage(into: nil, depth: depth))
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in people { writer.writeField(10, message: value) }
        if next != 0 { writer.writeField(16, varint: next) }
        if present != 0 { writer.writeField(24, varint: UInt64(present)) }
        if absent != 0 { writer.writeField(32, varint: UInt64(absent)) }
        if let totals { writer.writeField(42, message: totals) }
        for value in windows { writer.writeField(50, message: value) }
    }
}

package struct Presence: Message {
    package static let typeName = "rollcall.Presence"

    package var person: UInt64
    package var number: String
    package var name: String
    package var present: Bool
    package var inWindow: [Bool]
    package var scans: UInt32

    package init() {
        person = 0
        number = ""
        name = ""
        present = false
        inWindow = []
        scans = 0
    }

    package init(
        person: UInt64 = 0, number: String = "", name: String = "", present: Bool = false, inWindow: [Bool] = [],
        scans: UInt32 = 0
    ) {
        self.person = person
        self.number = number
        self.name = name
        self.present = present
        self.inWindow = inWindow
        self.scans = scans
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: person = try reader.readUInt64()
        case 18: number = try reader.readString()
        case 26: name = try reader.readString()
        case 32: present = try reader.readBool()
        case 40: inWindow.append(try reader.readBool())
        case 42:
            try reader.readPacked(into: &inWindow) { reader throws(DecodeError) in try reader.readBool() }
        case 48: scans = try reader.readUInt32()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if person != 0 { writer.writeField(8, varint: person) }
        if !number.isEmpty { writer.writeField(18, string: number) }
        if !name.isEmpty { writer.writeField(26, string: name) }
        if present { writer.writeField(32, varint: present ? 1 : 0) }
        writer.writeField(42, packed: inWindow) { writer, value in writer.writeVarint(value ? 1 : 0) }
        if scans != 0 { writer.writeField(48, varint: UInt64(scans)) }
    }
}

/// ATT-5b: the window that covers one activity date's scans, first to last.
package struct SuggestWindowRequest: Message {
    package static let typeName = "rollcall.SuggestWindowRequest"

    package var offering: UInt64
    package var day: Int32

    package init() {
        offering = 0
        day = 0
    }

    package init(offering: UInt64 = 0, day: Int32 = 0) {
        self.offering = offering
        self.day = day
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: offering = try reader.readUInt64()
        case 16: day = try reader.readInt32()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if offering != 0 { writer.writeField(8, varint: offering) }
        if day != 0 { writer.writeField(16, varint: UInt64(bitPattern: Int64(day))) }
    }
}

package struct SuggestWindowReply: Message {
    package static let typeName = "rollcall.SuggestWindowReply"

    package var window: Window?

    package init() {
    }

    package init(window: Window? = nil) {
        self.window = window
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: window = try reader.readMessage(into: window, depth: depth)
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if let window { writer.writeField(10, message: window) }
    }
}

package struct MyAttendanceRequest: Message {
    package static let typeName = "rollcall.MyAttendanceRequest"

    package var after: UInt64
    package var limit: UInt32

    package init() {
        after = 0
        limit = 0
    }

    package init(after: UInt64 = 0, limit: UInt32 = 0) {
        self.after = after
        self.limit = limit
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: after = try reader.readUInt64()
        case 16: limit = try reader.readUInt32()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if after != 0 { writer.writeField(8, varint: after) }
        if limit != 0 { writer.writeField(16, varint: UInt64(limit)) }
    }
}

package struct MyAttendanceReply: Message {
    package static let typeName = "rollcall.MyAttendanceReply"

    package var offerings: [MyOffering]
    package var next: UInt64

    package init() {
        offerings = []
        next = 0
    }

    package init(offerings: [MyOffering] = [], next: UInt64 = 0) {
        self.offerings = offerings
        self.next = next
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 10: offerings.append(try reader.readMessage(into: nil, depth: depth))
        case 16: next = try reader.readUInt64()
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in offerings { writer.writeField(10, message: value) }
        if next != 0 { writer.writeField(16, varint: next) }
    }
}

package struct MyOffering: Message {
    package static let typeName = "rollcall.MyOffering"

    package var offering: UInt64
    package var title: String
    package var counted: UInt32
    package var flagged: UInt32
    /// "attendance 2026-10-02", "exam"
    package var missing: [String]
    package var scans: [Scan]

    package init() {
        offering = 0
        title = ""
        counted = 0
        flagged = 0
        missing = []
        scans = []
    }

    package init(
        offering: UInt64 = 0, title: String = "", counted: UInt32 = 0, flagged: UInt32 = 0, missing: [String] = [],
        scans: [Scan] = []
    ) {
        self.offering = offering
        self.title = title
        self.counted = counted
        self.flagged = flagged
        self.missing = missing
        self.scans = scans
    }

    package mutating func take(
        _ tag: UInt64, _ reader: inout ByteReader, depth: Int
    ) throws(DecodeError) -> Bool {
        switch tag {
        case 8: offering = try reader.readUInt64()
        case 18: title = try reader.readString()
        case 24: counted = try reader.readUInt32()
        case 32: flagged = try reader.readUInt32()
        case 42: missing.append(try reader.readString())
        case 50: scans.append(try reader.readMessage(into: nil, depth: depth))
        default: return false
        }
        return true
    }

    package func serialize(into writer: inout ByteWriter) {
        if offering != 0 { writer.writeField(8, varint: offering) }
        if !title.isEmpty { writer.writeField(18, string: title) }
        if counted != 0 { writer.writeField(24, varint: UInt64(counted)) }
        if flagged != 0 { writer.writeField(32, varint: UInt64(flagged)) }
        for value in missing { writer.writeField(42, string: value) }
        for value in scans { writer.writeField(50, message: value) }
    }
}
