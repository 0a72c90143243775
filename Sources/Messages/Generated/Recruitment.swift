// Generated from Protocol/recruitment.proto by `make generate`; change that and generate again.

package import Wire

package struct Cohort: Message {
    package static var typeName: String { "Cohort" }

    package var id: UInt64 = 0
    /// a region of that level
    package var province: UInt64 = 0
    /// 2000 … 2100
    package var year: UInt32 = 0
    package var name = ""
    package var provinceName = ""

    package init() {}

    package init(id: UInt64 = 0, province: UInt64 = 0, year: UInt32 = 0, name: String = "", provinceName: String = "") {
        self.id = id
        self.province = province
        self.year = year
        self.name = name
        self.provinceName = provinceName
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: province = try reader.readUInt64()
            case 24: year = try reader.readUInt32()
            case 34: name = try reader.readString()
            case 42: provinceName = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, province)
        writer.field(24, year)
        writer.field(34, name)
        writer.field(42, provinceName)
    }
}

package struct CreateCohortRequest: Message {
    package static var typeName: String { "CreateCohortRequest" }

    package var province: UInt64 = 0
    package var year: UInt32 = 0
    package var name = ""

    package init() {}

    package init(province: UInt64 = 0, year: UInt32 = 0, name: String = "") {
        self.province = province
        self.year = year
        self.name = name
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: province = try reader.readUInt64()
            case 16: year = try reader.readUInt32()
            case 26: name = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, province)
        writer.field(16, year)
        writer.field(26, name)
    }
}

package struct CreateCohortReply: Message {
    package static var typeName: String { "CreateCohortReply" }

    package var cohort: Cohort? = nil

    package init() {}

    package init(cohort: Cohort? = nil) {
        self.cohort = cohort
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &cohort)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, cohort)
    }
}

package struct ListCohortsRequest: Message {
    package static var typeName: String { "ListCohortsRequest" }

    package var after: UInt64 = 0
    package var limit: UInt32 = 0
    package var province: UInt64 = 0

    package init() {}

    package init(after: UInt64 = 0, limit: UInt32 = 0, province: UInt64 = 0) {
        self.after = after
        self.limit = limit
        self.province = province
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: after = try reader.readUInt64()
            case 16: limit = try reader.readUInt32()
            case 24: province = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, after)
        writer.field(16, limit)
        writer.field(24, province)
    }
}

package struct ListCohortsReply: Message {
    package static var typeName: String { "ListCohortsReply" }

    package var cohorts: [Cohort] = []
    package var next: UInt64 = 0

    package init() {}

    package init(cohorts: [Cohort] = [], next: UInt64 = 0) {
        self.cohorts = cohorts
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &cohorts)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in cohorts { writer.element(10, value) }
        writer.field(16, next)
    }
}

/// UTC milliseconds; the end is exclusive.
package struct RoundWindow: Message {
    package static var typeName: String { "RoundWindow" }

    package var fromMs: Int64 = 0
    package var toMs: Int64 = 0

    package init() {}

    package init(fromMs: Int64 = 0, toMs: Int64 = 0) {
        self.fromMs = fromMs
        self.toMs = toMs
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: fromMs = try reader.readInt64()
            case 16: toMs = try reader.readInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, fromMs)
        writer.field(16, toMs)
    }
}

package struct RoundLevel: Message {
    package static var typeName: String { "RoundLevel" }

    package var level: ReviewLevel? = nil
    package var window: RoundWindow? = nil

    package init() {}

    package init(level: ReviewLevel? = nil, window: RoundWindow? = nil) {
        self.level = level
        self.window = window
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: level = ReviewLevel(rawValue: try reader.readInt32())
            case 18: try reader.readMessage(into: &window)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, level?.rawValue ?? 0)
        writer.field(18, window)
    }
}

package struct PreferenceBatch: Message {
    package static var typeName: String { "PreferenceBatch" }

    package var name = ""
    /// the most one may name, 1 … 20
    package var preferences: UInt32 = 0
    /// catalogue entries
    package var personTypes: [UInt64] = []
    /// catalogue entries
    package var baseCategories: [UInt64] = []

    package init() {}

    package init(name: String = "", preferences: UInt32 = 0, personTypes: [UInt64] = [], baseCategories: [UInt64] = [])
    {
        self.name = name
        self.preferences = preferences
        self.personTypes = personTypes
        self.baseCategories = baseCategories
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: name = try reader.readString()
            case 16: preferences = try reader.readUInt32()
            case 24: personTypes.append(try reader.readUInt64())
            case 26: try reader.readPacked(into: &personTypes) { reader throws(DecodeError) in try reader.readUInt64() }
            case 32: baseCategories.append(try reader.readUInt64())
            case 34:
                try reader.readPacked(into: &baseCategories) { reader throws(DecodeError) in try reader.readUInt64() }
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, name)
        writer.field(16, preferences)
        writer.packed(26, personTypes) { $0.writeVarint($1) }
        writer.packed(34, baseCategories) { $0.writeVarint($1) }
    }
}

package struct IntakeRound: Message {
    package static var typeName: String { "IntakeRound" }

    package var id: UInt64 = 0
    package var cohort: UInt64 = 0
    package var programme: UInt64 = 0
    package var name = ""
    /// specialty unless said
    package var kind: IntakeKind? = nil
    /// the levels then begin with the unit's
    package var needsUnitApproval = false
    package var state: RoundState? = nil
    package var enrolment: RoundWindow? = nil
    /// in the order of review
    package var levels: [RoundLevel] = []
    package var admission: RoundWindow? = nil
    /// an application names one by its position, from 1
    package var batches: [PreferenceBatch] = []
    package var province: UInt64 = 0
    package var year: UInt32 = 0
    package var cohortName = ""
    package var timeZone = ""

    package init() {}

    package init(
        id: UInt64 = 0, cohort: UInt64 = 0, programme: UInt64 = 0, name: String = "", kind: IntakeKind? = nil,
        needsUnitApproval: Bool = false, state: RoundState? = nil, enrolment: RoundWindow? = nil,
        levels: [RoundLevel] = [], admission: RoundWindow? = nil, batches: [PreferenceBatch] = [], province: UInt64 = 0,
        year: UInt32 = 0, cohortName: String = "", timeZone: String = ""
    ) {
        self.id = id
        self.cohort = cohort
        self.programme = programme
        self.name = name
        self.kind = kind
        self.needsUnitApproval = needsUnitApproval
        self.state = state
        self.enrolment = enrolment
        self.levels = levels
        self.admission = admission
        self.batches = batches
        self.province = province
        self.year = year
        self.cohortName = cohortName
        self.timeZone = timeZone
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: cohort = try reader.readUInt64()
            case 24: programme = try reader.readUInt64()
            case 34: name = try reader.readString()
            case 40: kind = IntakeKind(rawValue: try reader.readInt32())
            case 48: needsUnitApproval = try reader.readBool()
            case 56: state = RoundState(rawValue: try reader.readInt32())
            case 66: try reader.readMessage(into: &enrolment)
            case 74: try reader.readMessage(appendingTo: &levels)
            case 82: try reader.readMessage(into: &admission)
            case 90: try reader.readMessage(appendingTo: &batches)
            case 96: province = try reader.readUInt64()
            case 104: year = try reader.readUInt32()
            case 114: cohortName = try reader.readString()
            case 122: timeZone = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, cohort)
        writer.field(24, programme)
        writer.field(34, name)
        writer.field(40, kind?.rawValue ?? 0)
        writer.field(48, needsUnitApproval)
        writer.field(56, state?.rawValue ?? 0)
        writer.field(66, enrolment)
        for value in levels { writer.element(74, value) }
        writer.field(82, admission)
        for value in batches { writer.element(90, value) }
        writer.field(96, province)
        writer.field(104, year)
        writer.field(114, cohortName)
        writer.field(122, timeZone)
    }
}

package struct CreateRoundRequest: Message {
    package static var typeName: String { "CreateRoundRequest" }

    package var round: IntakeRound? = nil

    package init() {}

    package init(round: IntakeRound? = nil) {
        self.round = round
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &round)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, round)
    }
}

/// The round as it shall be. Of an open one windows may be moved and batches may grow, nothing else.
package struct ChangeRoundRequest: Message {
    package static var typeName: String { "ChangeRoundRequest" }

    package var round: IntakeRound? = nil

    package init() {}

    package init(round: IntakeRound? = nil) {
        self.round = round
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &round)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, round)
    }
}

package struct OpenRoundRequest: Message {
    package static var typeName: String { "OpenRoundRequest" }

    package var round: UInt64 = 0

    package init() {}

    package init(round: UInt64 = 0) {
        self.round = round
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: round = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, round)
    }
}

package struct CloseRoundRequest: Message {
    package static var typeName: String { "CloseRoundRequest" }

    package var round: UInt64 = 0

    package init() {}

    package init(round: UInt64 = 0) {
        self.round = round
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: round = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, round)
    }
}

package struct GetRoundRequest: Message {
    package static var typeName: String { "GetRoundRequest" }

    package var round: UInt64 = 0

    package init() {}

    package init(round: UInt64 = 0) {
        self.round = round
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: round = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, round)
    }
}

package struct RoundReply: Message {
    package static var typeName: String { "RoundReply" }

    package var round: IntakeRound? = nil

    package init() {}

    package init(round: IntakeRound? = nil) {
        self.round = round
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &round)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, round)
    }
}

package struct ListRoundsRequest: Message {
    package static var typeName: String { "ListRoundsRequest" }

    package var after: UInt64 = 0
    package var limit: UInt32 = 0
    package var cohort: UInt64 = 0
    package var state: RoundState? = nil

    package init() {}

    package init(after: UInt64 = 0, limit: UInt32 = 0, cohort: UInt64 = 0, state: RoundState? = nil) {
        self.after = after
        self.limit = limit
        self.cohort = cohort
        self.state = state
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: after = try reader.readUInt64()
            case 16: limit = try reader.readUInt32()
            case 24: cohort = try reader.readUInt64()
            case 32: state = RoundState(rawValue: try reader.readInt32())
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, after)
        writer.field(16, limit)
        writer.field(24, cohort)
        writer.field(32, state?.rawValue ?? 0)
    }
}

package struct ListRoundsReply: Message {
    package static var typeName: String { "ListRoundsReply" }

    package var rounds: [IntakeRound] = []
    package var next: UInt64 = 0

    package init() {}

    package init(rounds: [IntakeRound] = [], next: UInt64 = 0) {
        self.rounds = rounds
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &rounds)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in rounds { writer.element(10, value) }
        writer.field(16, next)
    }
}

/// Seats of a city in a round and specialty; no quota = no seat. In a municipality the municipality stands for the
/// city.
package struct Quota: Message {
    package static var typeName: String { "Quota" }

    package var round: UInt64 = 0
    package var city: UInt64 = 0
    /// 0 in a round of bases
    package var specialty: UInt64 = 0
    package var seats: UInt32 = 0
    /// seats that approvals hold
    package var approved: UInt32 = 0
    package var admitted: UInt32 = 0
    package var cityName = ""
    package var specialtyName = ""
    /// counted anew from the applications, where asked for
    package var approvedRecount: UInt32 = 0
    package var admittedRecount: UInt32 = 0

    package init() {}

    package init(
        round: UInt64 = 0, city: UInt64 = 0, specialty: UInt64 = 0, seats: UInt32 = 0, approved: UInt32 = 0,
        admitted: UInt32 = 0, cityName: String = "", specialtyName: String = "", approvedRecount: UInt32 = 0,
        admittedRecount: UInt32 = 0
    ) {
        self.round = round
        self.city = city
        self.specialty = specialty
        self.seats = seats
        self.approved = approved
        self.admitted = admitted
        self.cityName = cityName
        self.specialtyName = specialtyName
        self.approvedRecount = approvedRecount
        self.admittedRecount = admittedRecount
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: round = try reader.readUInt64()
            case 16: city = try reader.readUInt64()
            case 24: specialty = try reader.readUInt64()
            case 32: seats = try reader.readUInt32()
            case 40: approved = try reader.readUInt32()
            case 48: admitted = try reader.readUInt32()
            case 58: cityName = try reader.readString()
            case 66: specialtyName = try reader.readString()
            case 72: approvedRecount = try reader.readUInt32()
            case 80: admittedRecount = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, round)
        writer.field(16, city)
        writer.field(24, specialty)
        writer.field(32, seats)
        writer.field(40, approved)
        writer.field(48, admitted)
        writer.field(58, cityName)
        writer.field(66, specialtyName)
        writer.field(72, approvedRecount)
        writer.field(80, admittedRecount)
    }
}

package struct SetQuotaRequest: Message {
    package static var typeName: String { "SetQuotaRequest" }

    package var round: UInt64 = 0
    package var city: UInt64 = 0
    package var specialty: UInt64 = 0
    package var seats: UInt32 = 0

    package init() {}

    package init(round: UInt64 = 0, city: UInt64 = 0, specialty: UInt64 = 0, seats: UInt32 = 0) {
        self.round = round
        self.city = city
        self.specialty = specialty
        self.seats = seats
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: round = try reader.readUInt64()
            case 16: city = try reader.readUInt64()
            case 24: specialty = try reader.readUInt64()
            case 32: seats = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, round)
        writer.field(16, city)
        writer.field(24, specialty)
        writer.field(32, seats)
    }
}

package struct SetQuotaReply: Message {
    package static var typeName: String { "SetQuotaReply" }

    package var quota: Quota? = nil

    package init() {}

    package init(quota: Quota? = nil) {
        self.quota = quota
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &quota)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, quota)
    }
}

package struct QuotaKey: Message {
    package static var typeName: String { "QuotaKey" }

    package var city: UInt64 = 0
    package var specialty: UInt64 = 0

    package init() {}

    package init(city: UInt64 = 0, specialty: UInt64 = 0) {
        self.city = city
        self.specialty = specialty
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: city = try reader.readUInt64()
            case 16: specialty = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, city)
        writer.field(16, specialty)
    }
}

package struct ListQuotasRequest: Message {
    package static var typeName: String { "ListQuotasRequest" }

    package var round: UInt64 = 0
    package var after: QuotaKey? = nil
    package var limit: UInt32 = 0
    package var recount = false

    package init() {}

    package init(round: UInt64 = 0, after: QuotaKey? = nil, limit: UInt32 = 0, recount: Bool = false) {
        self.round = round
        self.after = after
        self.limit = limit
        self.recount = recount
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: round = try reader.readUInt64()
            case 18: try reader.readMessage(into: &after)
            case 24: limit = try reader.readUInt32()
            case 32: recount = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, round)
        writer.field(18, after)
        writer.field(24, limit)
        writer.field(32, recount)
    }
}

package struct ListQuotasReply: Message {
    package static var typeName: String { "ListQuotasReply" }

    package var quotas: [Quota] = []
    package var next: QuotaKey? = nil

    package init() {}

    package init(quotas: [Quota] = [], next: QuotaKey? = nil) {
        self.quotas = quotas
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &quotas)
            case 18: try reader.readMessage(into: &next)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in quotas { writer.element(10, value) }
        writer.field(18, next)
    }
}

package struct ApplicationStep: Message {
    package static var typeName: String { "ApplicationStep" }

    package var event: ApplicationEvent? = nil
    /// of a review
    package var level: ReviewLevel? = nil
    /// whose act it was, or the base it is about
    package var organisation: UInt64 = 0
    package var organisationName = ""
    package var atMs: Int64 = 0
    package var reason = ""

    package init() {}

    package init(
        event: ApplicationEvent? = nil, level: ReviewLevel? = nil, organisation: UInt64 = 0,
        organisationName: String = "", atMs: Int64 = 0, reason: String = ""
    ) {
        self.event = event
        self.level = level
        self.organisation = organisation
        self.organisationName = organisationName
        self.atMs = atMs
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: event = ApplicationEvent(rawValue: try reader.readInt32())
            case 16: level = ReviewLevel(rawValue: try reader.readInt32())
            case 24: organisation = try reader.readUInt64()
            case 34: organisationName = try reader.readString()
            case 40: atMs = try reader.readInt64()
            case 50: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, event?.rawValue ?? 0)
        writer.field(16, level?.rawValue ?? 0)
        writer.field(24, organisation)
        writer.field(34, organisationName)
        writer.field(40, atMs)
        writer.field(50, reason)
    }
}

/// What an applicant fills in; zeros are still to be filled. Days count from 1970-01-01, which is too long ago.
package struct EnrolmentForm: Message {
    package static var typeName: String { "EnrolmentForm" }

    /// from 1
    package var batch: UInt32 = 0
    package var personType: UInt64 = 0
    package var specialty: UInt64 = 0
    package var title: UInt64 = 0
    package var titleSince: Int32 = 0
    package var specialtySince: Int32 = 0
    /// specialties, the one enrolled for first, or bases; the first is wanted most
    package var preferences: [UInt64] = []

    package init() {}

    package init(
        batch: UInt32 = 0, personType: UInt64 = 0, specialty: UInt64 = 0, title: UInt64 = 0, titleSince: Int32 = 0,
        specialtySince: Int32 = 0, preferences: [UInt64] = []
    ) {
        self.batch = batch
        self.personType = personType
        self.specialty = specialty
        self.title = title
        self.titleSince = titleSince
        self.specialtySince = specialtySince
        self.preferences = preferences
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: batch = try reader.readUInt32()
            case 16: personType = try reader.readUInt64()
            case 24: specialty = try reader.readUInt64()
            case 32: title = try reader.readUInt64()
            case 40: titleSince = try reader.readInt32()
            case 48: specialtySince = try reader.readInt32()
            case 56: preferences.append(try reader.readUInt64())
            case 58: try reader.readPacked(into: &preferences) { reader throws(DecodeError) in try reader.readUInt64() }
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, batch)
        writer.field(16, personType)
        writer.field(24, specialty)
        writer.field(32, title)
        writer.field(40, titleSince)
        writer.field(48, specialtySince)
        writer.packed(58, preferences) { $0.writeVarint($1) }
    }
}

package struct Preference: Message {
    package static var typeName: String { "Preference" }

    package var id: UInt64 = 0
    package var name = ""

    package init() {}

    package init(id: UInt64 = 0, name: String = "") {
        self.id = id
        self.name = name
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 18: name = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(18, name)
    }
}

package struct IntakeApplication: Message {
    package static var typeName: String { "IntakeApplication" }

    package var id: UInt64 = 0
    package var round: UInt64 = 0
    package var roundName = ""
    package var person: UInt64 = 0
    package var personName = ""
    package var state: ApplicationState? = nil
    /// where it waits, or waited last
    package var level: ReviewLevel? = nil
    package var form: EnrolmentForm? = nil
    package var personTypeName = ""
    package var specialtyName = ""
    package var titleName = ""
    package var unit: UInt64 = 0
    package var unitName = ""
    /// 0 = the unit lies in none
    package var county: UInt64 = 0
    package var city: UInt64 = 0
    package var province: UInt64 = 0
    /// assigned to, or admitted by
    package var base: UInt64 = 0
    package var baseName = ""
    package var submittedMs: Int64 = 0
    package var changedMs: Int64 = 0
    /// of the last rejection, return or declining
    package var reason = ""
    /// of the form, with names
    package var preferences: [Preference] = []
    /// of one application asked for, oldest first
    package var steps: [ApplicationStep] = []
    package var trainingFrom: Int32 = 0
    package var trainingTo: Int32 = 0
    /// of one application asked for; masked but to the applicant
    package var phone = ""
    /// of one asked for by who reviews, trains or employs: the applicant's four sections as they stand
    package var profile: [Profile] = []

    package init() {}

    package init(
        id: UInt64 = 0, round: UInt64 = 0, roundName: String = "", person: UInt64 = 0, personName: String = "",
        state: ApplicationState? = nil, level: ReviewLevel? = nil, form: EnrolmentForm? = nil,
        personTypeName: String = "", specialtyName: String = "", titleName: String = "", unit: UInt64 = 0,
        unitName: String = "", county: UInt64 = 0, city: UInt64 = 0, province: UInt64 = 0, base: UInt64 = 0,
        baseName: String = "", submittedMs: Int64 = 0, changedMs: Int64 = 0, reason: String = "",
        preferences: [Preference] = [], steps: [ApplicationStep] = [], trainingFrom: Int32 = 0, trainingTo: Int32 = 0,
        phone: String = "", profile: [Profile] = []
    ) {
        self.id = id
        self.round = round
        self.roundName = roundName
        self.person = person
        self.personName = personName
        self.state = state
        self.level = level
        self.form = form
        self.personTypeName = personTypeName
        self.specialtyName = specialtyName
        self.titleName = titleName
        self.unit = unit
        self.unitName = unitName
        self.county = county
        self.city = city
        self.province = province
        self.base = base
        self.baseName = baseName
        self.submittedMs = submittedMs
        self.changedMs = changedMs
        self.reason = reason
        self.preferences = preferences
        self.steps = steps
        self.trainingFrom = trainingFrom
        self.trainingTo = trainingTo
        self.phone = phone
        self.profile = profile
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 16: round = try reader.readUInt64()
            case 26: roundName = try reader.readString()
            case 32: person = try reader.readUInt64()
            case 42: personName = try reader.readString()
            case 48: state = ApplicationState(rawValue: try reader.readInt32())
            case 56: level = ReviewLevel(rawValue: try reader.readInt32())
            case 66: try reader.readMessage(into: &form)
            case 74: personTypeName = try reader.readString()
            case 82: specialtyName = try reader.readString()
            case 90: titleName = try reader.readString()
            case 96: unit = try reader.readUInt64()
            case 106: unitName = try reader.readString()
            case 112: county = try reader.readUInt64()
            case 120: city = try reader.readUInt64()
            case 128: province = try reader.readUInt64()
            case 136: base = try reader.readUInt64()
            case 146: baseName = try reader.readString()
            case 152: submittedMs = try reader.readInt64()
            case 160: changedMs = try reader.readInt64()
            case 170: reason = try reader.readString()
            case 178: try reader.readMessage(appendingTo: &preferences)
            case 186: try reader.readMessage(appendingTo: &steps)
            case 192: trainingFrom = try reader.readInt32()
            case 200: trainingTo = try reader.readInt32()
            case 210: phone = try reader.readString()
            case 218: try reader.readMessage(appendingTo: &profile)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(16, round)
        writer.field(26, roundName)
        writer.field(32, person)
        writer.field(42, personName)
        writer.field(48, state?.rawValue ?? 0)
        writer.field(56, level?.rawValue ?? 0)
        writer.field(66, form)
        writer.field(74, personTypeName)
        writer.field(82, specialtyName)
        writer.field(90, titleName)
        writer.field(96, unit)
        writer.field(106, unitName)
        writer.field(112, county)
        writer.field(120, city)
        writer.field(128, province)
        writer.field(136, base)
        writer.field(146, baseName)
        writer.field(152, submittedMs)
        writer.field(160, changedMs)
        writer.field(170, reason)
        for value in preferences { writer.element(178, value) }
        for value in steps { writer.element(186, value) }
        writer.field(192, trainingFrom)
        writer.field(200, trainingTo)
        writer.field(210, phone)
        for value in profile { writer.element(218, value) }
    }
}

/// A draft of the caller's own, made or changed; also what was returned for revision.
package struct SaveApplicationRequest: Message {
    package static var typeName: String { "SaveApplicationRequest" }

    package var round: UInt64 = 0
    package var form: EnrolmentForm? = nil

    package init() {}

    package init(round: UInt64 = 0, form: EnrolmentForm? = nil) {
        self.round = round
        self.form = form
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: round = try reader.readUInt64()
            case 18: try reader.readMessage(into: &form)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, round)
        writer.field(18, form)
    }
}

package struct SubmitApplicationRequest: Message {
    package static var typeName: String { "SubmitApplicationRequest" }

    package var application: UInt64 = 0
    package var dataConfirmed = false

    package init() {}

    package init(application: UInt64 = 0, dataConfirmed: Bool = false) {
        self.application = application
        self.dataConfirmed = dataConfirmed
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: application = try reader.readUInt64()
            case 16: dataConfirmed = try reader.readBool()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, application)
        writer.field(16, dataConfirmed)
    }
}

package struct WithdrawApplicationRequest: Message {
    package static var typeName: String { "WithdrawApplicationRequest" }

    package var application: UInt64 = 0

    package init() {}

    package init(application: UInt64 = 0) {
        self.application = application
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: application = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, application)
    }
}

package struct DeclineAdmissionRequest: Message {
    package static var typeName: String { "DeclineAdmissionRequest" }

    package var application: UInt64 = 0
    package var reason = ""

    package init() {}

    package init(application: UInt64 = 0, reason: String = "") {
        self.application = application
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: application = try reader.readUInt64()
            case 18: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, application)
        writer.field(18, reason)
    }
}

package struct ApplicationReply: Message {
    package static var typeName: String { "ApplicationReply" }

    package var application: IntakeApplication? = nil

    package init() {}

    package init(application: IntakeApplication? = nil) {
        self.application = application
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &application)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, application)
    }
}

package struct GetApplicationRequest: Message {
    package static var typeName: String { "GetApplicationRequest" }

    package var application: UInt64 = 0

    package init() {}

    package init(application: UInt64 = 0) {
        self.application = application
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: application = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, application)
    }
}

package struct MyApplicationsRequest: Message {
    package static var typeName: String { "MyApplicationsRequest" }

    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(after: UInt64 = 0, limit: UInt32 = 0) {
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: after = try reader.readUInt64()
            case 16: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, after)
        writer.field(16, limit)
    }
}

package struct ListApplicationsRequest: Message {
    package static var typeName: String { "ListApplicationsRequest" }

    package var round: UInt64 = 0
    /// a region, or a base
    package var organisation: UInt64 = 0
    /// 0 = any
    package var state: ApplicationState? = nil
    /// where it waits; 0 = any
    package var level: ReviewLevel? = nil
    /// 0 = any
    package var specialty: UInt64 = 0
    package var namePrefix = ""
    /// exact; the rest of the filter is then ignored
    package var phone = ""
    /// an application
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(
        round: UInt64 = 0, organisation: UInt64 = 0, state: ApplicationState? = nil, level: ReviewLevel? = nil,
        specialty: UInt64 = 0, namePrefix: String = "", phone: String = "", after: UInt64 = 0, limit: UInt32 = 0
    ) {
        self.round = round
        self.organisation = organisation
        self.state = state
        self.level = level
        self.specialty = specialty
        self.namePrefix = namePrefix
        self.phone = phone
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: round = try reader.readUInt64()
            case 16: organisation = try reader.readUInt64()
            case 24: state = ApplicationState(rawValue: try reader.readInt32())
            case 32: level = ReviewLevel(rawValue: try reader.readInt32())
            case 40: specialty = try reader.readUInt64()
            case 50: namePrefix = try reader.readString()
            case 58: phone = try reader.readString()
            case 64: after = try reader.readUInt64()
            case 72: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, round)
        writer.field(16, organisation)
        writer.field(24, state?.rawValue ?? 0)
        writer.field(32, level?.rawValue ?? 0)
        writer.field(40, specialty)
        writer.field(50, namePrefix)
        writer.field(58, phone)
        writer.field(64, after)
        writer.field(72, limit)
    }
}

package struct ListApplicationsReply: Message {
    package static var typeName: String { "ListApplicationsReply" }

    package var applications: [IntakeApplication] = []
    package var next: UInt64 = 0

    package init() {}

    package init(applications: [IntakeApplication] = [], next: UInt64 = 0) {
        self.applications = applications
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &applications)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in applications { writer.element(10, value) }
        writer.field(16, next)
    }
}

/// Many at once, 1 … 1,000: one outcome for each, in the order given. A row that fails changes nothing and stops no
/// other.
package struct ApplicationOutcome: Message {
    package static var typeName: String { "ApplicationOutcome" }

    package var application: UInt64 = 0
    package var state: ApplicationState? = nil
    package var failure: Failure? = nil

    package init() {}

    package init(application: UInt64 = 0, state: ApplicationState? = nil, failure: Failure? = nil) {
        self.application = application
        self.state = state
        self.failure = failure
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: application = try reader.readUInt64()
            case 16: state = ApplicationState(rawValue: try reader.readInt32())
            case 26: try reader.readMessage(into: &failure)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, application)
        writer.field(16, state?.rawValue ?? 0)
        writer.field(26, failure)
    }
}

package struct ApplicationsReply: Message {
    package static var typeName: String { "ApplicationsReply" }

    package var outcomes: [ApplicationOutcome] = []
    package var done: UInt32 = 0

    package init() {}

    package init(outcomes: [ApplicationOutcome] = [], done: UInt32 = 0) {
        self.outcomes = outcomes
        self.done = done
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &outcomes)
            case 16: done = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in outcomes { writer.element(10, value) }
        writer.field(16, done)
    }
}

package struct AssignApplicationsRequest: Message {
    package static var typeName: String { "AssignApplicationsRequest" }

    package var round: UInt64 = 0
    package var base: UInt64 = 0
    package var applications: [UInt64] = []

    package init() {}

    package init(round: UInt64 = 0, base: UInt64 = 0, applications: [UInt64] = []) {
        self.round = round
        self.base = base
        self.applications = applications
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: round = try reader.readUInt64()
            case 16: base = try reader.readUInt64()
            case 24: applications.append(try reader.readUInt64())
            case 26:
                try reader.readPacked(into: &applications) { reader throws(DecodeError) in try reader.readUInt64() }
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, round)
        writer.field(16, base)
        writer.packed(26, applications) { $0.writeVarint($1) }
    }
}

package struct AdmitApplicationsRequest: Message {
    package static var typeName: String { "AdmitApplicationsRequest" }

    package var round: UInt64 = 0
    package var base: UInt64 = 0
    package var applications: [UInt64] = []

    package init() {}

    package init(round: UInt64 = 0, base: UInt64 = 0, applications: [UInt64] = []) {
        self.round = round
        self.base = base
        self.applications = applications
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: round = try reader.readUInt64()
            case 16: base = try reader.readUInt64()
            case 24: applications.append(try reader.readUInt64())
            case 26:
                try reader.readPacked(into: &applications) { reader throws(DecodeError) in try reader.readUInt64() }
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, round)
        writer.field(16, base)
        writer.packed(26, applications) { $0.writeVarint($1) }
    }
}

package struct ReleaseApplicationsRequest: Message {
    package static var typeName: String { "ReleaseApplicationsRequest" }

    package var round: UInt64 = 0
    package var base: UInt64 = 0
    package var applications: [UInt64] = []
    package var reason = ""

    package init() {}

    package init(round: UInt64 = 0, base: UInt64 = 0, applications: [UInt64] = [], reason: String = "") {
        self.round = round
        self.base = base
        self.applications = applications
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: round = try reader.readUInt64()
            case 16: base = try reader.readUInt64()
            case 24: applications.append(try reader.readUInt64())
            case 26:
                try reader.readPacked(into: &applications) { reader throws(DecodeError) in try reader.readUInt64() }
            case 34: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, round)
        writer.field(16, base)
        writer.packed(26, applications) { $0.writeVarint($1) }
        writer.field(34, reason)
    }
}

package struct ChangeTrainingRequest: Message {
    package static var typeName: String { "ChangeTrainingRequest" }

    package var base: UInt64 = 0
    package var applications: [UInt64] = []
    package var step: TrainingStep? = nil
    /// when it happened: up to today
    package var day: Int32 = 0
    /// of a withdrawal, and of a resumption, which has no day
    package var reason = ""

    package init() {}

    package init(
        base: UInt64 = 0, applications: [UInt64] = [], step: TrainingStep? = nil, day: Int32 = 0, reason: String = ""
    ) {
        self.base = base
        self.applications = applications
        self.step = step
        self.day = day
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: base = try reader.readUInt64()
            case 16: applications.append(try reader.readUInt64())
            case 18:
                try reader.readPacked(into: &applications) { reader throws(DecodeError) in try reader.readUInt64() }
            case 24: step = TrainingStep(rawValue: try reader.readInt32())
            case 32: day = try reader.readInt32()
            case 42: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, base)
        writer.packed(18, applications) { $0.writeVarint($1) }
        writer.field(24, step?.rawValue ?? 0)
        writer.field(32, day)
        writer.field(42, reason)
    }
}

/// The admitted, and whatever became of them.
package struct CountAdmittedRequest: Message {
    package static var typeName: String { "CountAdmittedRequest" }

    package var organisation: UInt64 = 0
    package var cohort: UInt64 = 0
    package var round: UInt64 = 0

    package init() {}

    package init(organisation: UInt64 = 0, cohort: UInt64 = 0, round: UInt64 = 0) {
        self.organisation = organisation
        self.cohort = cohort
        self.round = round
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: organisation = try reader.readUInt64()
            case 16: cohort = try reader.readUInt64()
            case 24: round = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, organisation)
        writer.field(16, cohort)
        writer.field(24, round)
    }
}

package struct AdmittedCount: Message {
    package static var typeName: String { "AdmittedCount" }

    package var round: UInt64 = 0
    package var roundName = ""
    package var city: UInt64 = 0
    package var cityName = ""
    package var specialty: UInt64 = 0
    package var specialtyName = ""
    /// not yet in training
    package var admitted: UInt32 = 0
    package var inTraining: UInt32 = 0
    package var completed: UInt32 = 0
    /// from training
    package var withdrawn: UInt32 = 0

    package init() {}

    package init(
        round: UInt64 = 0, roundName: String = "", city: UInt64 = 0, cityName: String = "", specialty: UInt64 = 0,
        specialtyName: String = "", admitted: UInt32 = 0, inTraining: UInt32 = 0, completed: UInt32 = 0,
        withdrawn: UInt32 = 0
    ) {
        self.round = round
        self.roundName = roundName
        self.city = city
        self.cityName = cityName
        self.specialty = specialty
        self.specialtyName = specialtyName
        self.admitted = admitted
        self.inTraining = inTraining
        self.completed = completed
        self.withdrawn = withdrawn
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: round = try reader.readUInt64()
            case 18: roundName = try reader.readString()
            case 24: city = try reader.readUInt64()
            case 34: cityName = try reader.readString()
            case 40: specialty = try reader.readUInt64()
            case 50: specialtyName = try reader.readString()
            case 56: admitted = try reader.readUInt32()
            case 64: inTraining = try reader.readUInt32()
            case 72: completed = try reader.readUInt32()
            case 80: withdrawn = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, round)
        writer.field(18, roundName)
        writer.field(24, city)
        writer.field(34, cityName)
        writer.field(40, specialty)
        writer.field(50, specialtyName)
        writer.field(56, admitted)
        writer.field(64, inTraining)
        writer.field(72, completed)
        writer.field(80, withdrawn)
    }
}

package struct CountAdmittedReply: Message {
    package static var typeName: String { "CountAdmittedReply" }

    package var counts: [AdmittedCount] = []

    package init() {}

    package init(counts: [AdmittedCount] = []) {
        self.counts = counts
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &counts)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in counts { writer.element(10, value) }
    }
}

package struct ExportAdmittedRequest: Message {
    package static var typeName: String { "ExportAdmittedRequest" }

    package var organisation: UInt64 = 0
    package var round: UInt64 = 0

    package init() {}

    package init(organisation: UInt64 = 0, round: UInt64 = 0) {
        self.organisation = organisation
        self.round = round
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: organisation = try reader.readUInt64()
            case 16: round = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, organisation)
        writer.field(16, round)
    }
}

/// REC-9: what was last submitted, as it stood, for those who may see the application. A value that was changed before
/// it was
/// submitted again, or has changed since, is told beside it.
package struct GetSubmissionRequest: Message {
    package static var typeName: String { "GetSubmissionRequest" }

    package var application: UInt64 = 0

    package init() {}

    package init(application: UInt64 = 0) {
        self.application = application
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: application = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, application)
    }
}

package struct SubmittedField: Message {
    package static var typeName: String { "SubmittedField" }

    /// "title_since", "contact.address"
    package var name = ""
    /// in the caller's language
    package var label = ""
    package var submitted = ""
    /// as submitted the time before
    package var before = ""
    package var today = ""

    package init() {}

    package init(name: String = "", label: String = "", submitted: String = "", before: String = "", today: String = "")
    {
        self.name = name
        self.label = label
        self.submitted = submitted
        self.before = before
        self.today = today
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: name = try reader.readString()
            case 18: label = try reader.readString()
            case 26: submitted = try reader.readString()
            case 34: before = try reader.readString()
            case 42: today = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, name)
        writer.field(18, label)
        writer.field(26, submitted)
        writer.field(34, before)
        writer.field(42, today)
    }
}

package struct GetSubmissionReply: Message {
    package static var typeName: String { "GetSubmissionReply" }

    package var atMs: Int64 = 0
    /// 0 = submitted once
    package var beforeMs: Int64 = 0
    /// of the form, then of the four sections
    package var fields: [SubmittedField] = []

    package init() {}

    package init(atMs: Int64 = 0, beforeMs: Int64 = 0, fields: [SubmittedField] = []) {
        self.atMs = atMs
        self.beforeMs = beforeMs
        self.fields = fields
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: atMs = try reader.readInt64()
            case 16: beforeMs = try reader.readInt64()
            case 26: try reader.readMessage(appendingTo: &fields)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, atMs)
        writer.field(16, beforeMs)
        for value in fields { writer.element(26, value) }
    }
}

/// The server's own record of one.
package struct Submission: Message {
    package static var typeName: String { "Submission" }

    package var form: EnrolmentForm? = nil
    package var profile: [Profile] = []

    package init() {}

    package init(form: EnrolmentForm? = nil, profile: [Profile] = []) {
        self.form = form
        self.profile = profile
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &form)
            case 18: try reader.readMessage(appendingTo: &profile)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, form)
        for value in profile { writer.element(18, value) }
    }
}

/// PRJ-8c: while nothing depends on it.
package struct RemoveCohortRequest: Message {
    package static var typeName: String { "RemoveCohortRequest" }

    package var cohort: UInt64 = 0

    package init() {}

    package init(cohort: UInt64 = 0) {
        self.cohort = cohort
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: cohort = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, cohort)
    }
}

package struct RemoveCohortReply: Message {
    package static var typeName: String { "RemoveCohortReply" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}

package struct RemoveRoundRequest: Message {
    package static var typeName: String { "RemoveRoundRequest" }

    package var round: UInt64 = 0

    package init() {}

    package init(round: UInt64 = 0) {
        self.round = round
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: round = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, round)
    }
}

package struct RemoveRoundReply: Message {
    package static var typeName: String { "RemoveRoundReply" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}

package struct RemoveQuotaRequest: Message {
    package static var typeName: String { "RemoveQuotaRequest" }

    package var round: UInt64 = 0
    package var city: UInt64 = 0
    package var specialty: UInt64 = 0

    package init() {}

    package init(round: UInt64 = 0, city: UInt64 = 0, specialty: UInt64 = 0) {
        self.round = round
        self.city = city
        self.specialty = specialty
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: round = try reader.readUInt64()
            case 16: city = try reader.readUInt64()
            case 24: specialty = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, round)
        writer.field(16, city)
        writer.field(24, specialty)
    }
}

package struct RemoveQuotaReply: Message {
    package static var typeName: String { "RemoveQuotaReply" }

    package init() {}

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() { try reader.skip(tag) }
    }

    package func serialize(into writer: inout ByteWriter) {}
}
