// Generated from Protocol/reports.proto by `make generate`; change that and generate again.

package import Wire

/// A run of a project, and what came of it.
package struct RunReport: Message {
    package static var typeName: String { "RunReport" }

    package var run: Run? = nil
    package var project: UInt64 = 0
    package var projectNumber = ""
    package var projectName = ""
    package var level: ProjectLevel? = nil
    package var category: CreditCategory? = nil
    /// of the project
    package var creditsTenths: UInt32 = 0
    package var hoursTenths: UInt32 = 0
    package var owner: UInt64 = 0
    package var ownerName = ""
    package var modality: Modality? = nil
    /// on its roster
    package var people: UInt32 = 0
    /// people with credit that is effective or pending, who taught among them
    package var awarded: UInt32 = 0
    /// the sum of it
    package var awardedTenths: UInt32 = 0
    /// 0 = the programme asks for no report
    package var reportDueDay: Int32 = 0
    /// of the report that stands; unspecified = none
    package var report: PostReportState? = nil

    package init() {}

    package init(
        run: Run? = nil, project: UInt64 = 0, projectNumber: String = "", projectName: String = "",
        level: ProjectLevel? = nil, category: CreditCategory? = nil, creditsTenths: UInt32 = 0, hoursTenths: UInt32 = 0,
        owner: UInt64 = 0, ownerName: String = "", modality: Modality? = nil, people: UInt32 = 0, awarded: UInt32 = 0,
        awardedTenths: UInt32 = 0, reportDueDay: Int32 = 0, report: PostReportState? = nil
    ) {
        self.run = run
        self.project = project
        self.projectNumber = projectNumber
        self.projectName = projectName
        self.level = level
        self.category = category
        self.creditsTenths = creditsTenths
        self.hoursTenths = hoursTenths
        self.owner = owner
        self.ownerName = ownerName
        self.modality = modality
        self.people = people
        self.awarded = awarded
        self.awardedTenths = awardedTenths
        self.reportDueDay = reportDueDay
        self.report = report
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &run)
            case 16: project = try reader.readUInt64()
            case 26: projectNumber = try reader.readString()
            case 34: projectName = try reader.readString()
            case 40: level = ProjectLevel(rawValue: try reader.readInt32())
            case 48: category = CreditCategory(rawValue: try reader.readInt32())
            case 56: creditsTenths = try reader.readUInt32()
            case 64: hoursTenths = try reader.readUInt32()
            case 72: owner = try reader.readUInt64()
            case 82: ownerName = try reader.readString()
            case 88: modality = Modality(rawValue: try reader.readInt32())
            case 96: people = try reader.readUInt32()
            case 104: awarded = try reader.readUInt32()
            case 112: awardedTenths = try reader.readUInt32()
            case 120: reportDueDay = try reader.readInt32()
            case 128: report = PostReportState(rawValue: try reader.readInt32())
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, run)
        writer.field(16, project)
        writer.field(26, projectNumber)
        writer.field(34, projectName)
        writer.field(40, level?.rawValue ?? 0)
        writer.field(48, category?.rawValue ?? 0)
        writer.field(56, creditsTenths)
        writer.field(64, hoursTenths)
        writer.field(72, owner)
        writer.field(82, ownerName)
        writer.field(88, modality?.rawValue ?? 0)
        writer.field(96, people)
        writer.field(104, awarded)
        writer.field(112, awardedTenths)
        writer.field(120, reportDueDay)
        writer.field(128, report?.rawValue ?? 0)
    }
}

/// Each filter that is given holds. Without organisation and project: of the whole platform.
package struct ListRunReportsRequest: Message {
    package static var typeName: String { "ListRunReportsRequest" }

    /// that holds it or owns its project, or in whose region either of the two is
    package var organisation: UInt64 = 0
    package var project: UInt64 = 0
    package var state: RunState? = nil
    /// whose last day is not before; 0 = any
    package var fromDay: Int32 = 0
    /// whose first day is not after; 0 = any
    package var untilDay: Int32 = 0
    package var after: UInt64 = 0
    /// ≤ 100
    package var limit: UInt32 = 0

    package init() {}

    package init(
        organisation: UInt64 = 0, project: UInt64 = 0, state: RunState? = nil, fromDay: Int32 = 0, untilDay: Int32 = 0,
        after: UInt64 = 0, limit: UInt32 = 0
    ) {
        self.organisation = organisation
        self.project = project
        self.state = state
        self.fromDay = fromDay
        self.untilDay = untilDay
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: organisation = try reader.readUInt64()
            case 16: project = try reader.readUInt64()
            case 24: state = RunState(rawValue: try reader.readInt32())
            case 32: fromDay = try reader.readInt32()
            case 40: untilDay = try reader.readInt32()
            case 48: after = try reader.readUInt64()
            case 56: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, organisation)
        writer.field(16, project)
        writer.field(24, state?.rawValue ?? 0)
        writer.field(32, fromDay)
        writer.field(40, untilDay)
        writer.field(48, after)
        writer.field(56, limit)
    }
}

package struct ListRunReportsReply: Message {
    package static var typeName: String { "ListRunReportsReply" }

    package var runs: [RunReport] = []
    package var next: UInt64 = 0

    package init() {}

    package init(runs: [RunReport] = [], next: UInt64 = 0) {
        self.runs = runs
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &runs)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in runs { writer.element(10, value) }
        writer.field(16, next)
    }
}

/// Somebody on the roster of an offering: attendance, exam and credit in one row.
package struct PersonReport: Message {
    package static var typeName: String { "PersonReport" }

    package var person: UInt64 = 0
    package var number = ""
    package var name = ""
    package var unit = ""
    package var title = ""
    /// as the programme demands
    package var present = false
    /// in which they were there
    package var windows: UInt32 = 0
    package var examTaken = false
    package var examPassed = false
    /// the mark that counts; 0 also while none is settled
    package var examHundredths: UInt32 = 0
    /// for credit, in the caller's language
    package var lacking: [String] = []
    /// of the latest; unspecified = none
    package var award: AwardState? = nil
    package var creditsTenths: UInt32 = 0
    package var hoursTenths: UInt32 = 0
    /// marks conflict and wait for a decision: none counts yet, and exam_passed says nothing
    package var examUnsettled = false

    package init() {}

    package init(
        person: UInt64 = 0, number: String = "", name: String = "", unit: String = "", title: String = "",
        present: Bool = false, windows: UInt32 = 0, examTaken: Bool = false, examPassed: Bool = false,
        examHundredths: UInt32 = 0, lacking: [String] = [], award: AwardState? = nil, creditsTenths: UInt32 = 0,
        hoursTenths: UInt32 = 0, examUnsettled: Bool = false
    ) {
        self.person = person
        self.number = number
        self.name = name
        self.unit = unit
        self.title = title
        self.present = present
        self.windows = windows
        self.examTaken = examTaken
        self.examPassed = examPassed
        self.examHundredths = examHundredths
        self.lacking = lacking
        self.award = award
        self.creditsTenths = creditsTenths
        self.hoursTenths = hoursTenths
        self.examUnsettled = examUnsettled
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: person = try reader.readUInt64()
            case 18: number = try reader.readString()
            case 26: name = try reader.readString()
            case 34: unit = try reader.readString()
            case 42: title = try reader.readString()
            case 48: present = try reader.readBool()
            case 56: windows = try reader.readUInt32()
            case 64: examTaken = try reader.readBool()
            case 72: examPassed = try reader.readBool()
            case 80: examHundredths = try reader.readUInt32()
            case 90: lacking.append(try reader.readString())
            case 96: award = AwardState(rawValue: try reader.readInt32())
            case 104: creditsTenths = try reader.readUInt32()
            case 112: hoursTenths = try reader.readUInt32()
            case 120: examUnsettled = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, person)
        writer.field(18, number)
        writer.field(26, name)
        writer.field(34, unit)
        writer.field(42, title)
        writer.field(48, present)
        writer.field(56, windows)
        writer.field(64, examTaken)
        writer.field(72, examPassed)
        writer.field(80, examHundredths)
        for value in lacking { writer.element(90, value) }
        writer.field(96, award?.rawValue ?? 0)
        writer.field(104, creditsTenths)
        writer.field(112, hoursTenths)
        writer.field(120, examUnsettled)
    }
}

package struct ListPeopleReportRequest: Message {
    package static var typeName: String { "ListPeopleReportRequest" }

    package var offering: UInt64 = 0
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(offering: UInt64 = 0, after: UInt64 = 0, limit: UInt32 = 0) {
        self.offering = offering
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: after = try reader.readUInt64()
            case 24: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(16, after)
        writer.field(24, limit)
    }
}

package struct ListPeopleReportReply: Message {
    package static var typeName: String { "ListPeopleReportReply" }

    package var people: [PersonReport] = []
    package var ofWindows: UInt32 = 0
    package var next: UInt64 = 0

    package init() {}

    package init(people: [PersonReport] = [], ofWindows: UInt32 = 0, next: UInt64 = 0) {
        self.people = people
        self.ofWindows = ofWindows
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &people)
            case 16: ofWindows = try reader.readUInt32()
            case 24: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in people { writer.element(10, value) }
        writer.field(16, ofWindows)
        writer.field(24, next)
    }
}

/// The credit of a unit's confirmed people in a year, and whether they have what is asked of them.
package struct UnitReport: Message {
    package static var typeName: String { "UnitReport" }

    package var unit: UInt64 = 0
    package var name = ""
    /// of its seat
    package var region: UInt64 = 0
    package var regionName = ""
    package var people: UInt32 = 0
    /// with effective credit of this year
    package var credited: UInt32 = 0
    /// the sums of it
    package var categoryITenths: UInt32 = 0
    package var categoryIiTenths: UInt32 = 0
    package var hoursTenths: UInt32 = 0
    package var met: UInt32 = 0
    /// of whom nothing is asked
    package var ruleless: UInt32 = 0

    package init() {}

    package init(
        unit: UInt64 = 0, name: String = "", region: UInt64 = 0, regionName: String = "", people: UInt32 = 0,
        credited: UInt32 = 0, categoryITenths: UInt32 = 0, categoryIiTenths: UInt32 = 0, hoursTenths: UInt32 = 0,
        met: UInt32 = 0, ruleless: UInt32 = 0
    ) {
        self.unit = unit
        self.name = name
        self.region = region
        self.regionName = regionName
        self.people = people
        self.credited = credited
        self.categoryITenths = categoryITenths
        self.categoryIiTenths = categoryIiTenths
        self.hoursTenths = hoursTenths
        self.met = met
        self.ruleless = ruleless
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: unit = try reader.readUInt64()
            case 18: name = try reader.readString()
            case 24: region = try reader.readUInt64()
            case 34: regionName = try reader.readString()
            case 40: people = try reader.readUInt32()
            case 48: credited = try reader.readUInt32()
            case 56: categoryITenths = try reader.readUInt32()
            case 64: categoryIiTenths = try reader.readUInt32()
            case 72: hoursTenths = try reader.readUInt32()
            case 80: met = try reader.readUInt32()
            case 88: ruleless = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, unit)
        writer.field(18, name)
        writer.field(24, region)
        writer.field(34, regionName)
        writer.field(40, people)
        writer.field(48, credited)
        writer.field(56, categoryITenths)
        writer.field(64, categoryIiTenths)
        writer.field(72, hoursTenths)
        writer.field(80, met)
        writer.field(88, ruleless)
    }
}

package struct ListUnitReportsRequest: Message {
    package static var typeName: String { "ListUnitReportsRequest" }

    package var region: UInt64 = 0
    package var year: UInt32 = 0
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(region: UInt64 = 0, year: UInt32 = 0, after: UInt64 = 0, limit: UInt32 = 0) {
        self.region = region
        self.year = year
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: region = try reader.readUInt64()
            case 16: year = try reader.readUInt32()
            case 24: after = try reader.readUInt64()
            case 32: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, region)
        writer.field(16, year)
        writer.field(24, after)
        writer.field(32, limit)
    }
}

package struct ListUnitReportsReply: Message {
    package static var typeName: String { "ListUnitReportsReply" }

    package var units: [UnitReport] = []
    package var next: UInt64 = 0

    package init() {}

    package init(units: [UnitReport] = [], next: UInt64 = 0) {
        self.units = units
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &units)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in units { writer.element(10, value) }
        writer.field(16, next)
    }
}

/// The caller's effective and pending credit of a year, and what is asked of them, as a signed PDF.
package struct OwnStatementRequest: Message {
    package static var typeName: String { "OwnStatementRequest" }

    package var year: UInt32 = 0

    package init() {}

    package init(year: UInt32 = 0) {
        self.year = year
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: year = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, year)
    }
}

package struct FigureBar: Message {
    package static var typeName: String { "FigureBar" }

    package var label = ""
    package var value: UInt32 = 0
    package var whole: UInt32 = 0

    package init() {}

    package init(label: String = "", value: UInt32 = 0, whole: UInt32 = 0) {
        self.label = label
        self.value = value
        self.whole = whole
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: label = try reader.readString()
            case 16: value = try reader.readUInt32()
            case 24: whole = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, label)
        writer.field(16, value)
        writer.field(24, whole)
    }
}

package struct DrawFigureRequest: Message {
    package static var typeName: String { "DrawFigureRequest" }

    package var title = ""
    package var form: FigureForm? = nil
    package var bars: [FigureBar] = []

    package init() {}

    package init(title: String = "", form: FigureForm? = nil, bars: [FigureBar] = []) {
        self.title = title
        self.form = form
        self.bars = bars
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: title = try reader.readString()
            case 16: form = FigureForm(rawValue: try reader.readInt32())
            case 26: try reader.readMessage(appendingTo: &bars)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, title)
        writer.field(16, form?.rawValue ?? 0)
        for value in bars { writer.element(26, value) }
    }
}

package struct FigurePicture: Message {
    package static var typeName: String { "FigurePicture" }

    package var png: [UInt8] = []

    package init() {}

    package init(png: [UInt8] = []) {
        self.png = png
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: png = try reader.readBytes()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, png)
    }
}
