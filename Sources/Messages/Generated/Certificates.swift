// Generated from Protocol/certificates.proto by `make generate`; change that and generate again.

package import Wire

/// CRT-3: what a certificate says, as it was issued. Days count from 1970-01-01; days and numbers of 0 and empty texts
/// are left out.
package struct CertificateContent: Message {
    package static var typeName: String { "CertificateContent" }

    package var kind: CertificateKind? = nil
    package var name = ""
    /// masked but in what is given, and in one's own
    package var idNumber = ""
    /// of the project, or what was completed
    package var title = ""
    package var projectNumber = ""
    package var level: ProjectLevel? = nil
    package var category: CreditCategory? = nil
    package var creditsTenths: UInt32 = 0
    package var hoursTenths: UInt32 = 0
    package var firstDay: Int32 = 0
    package var lastDay: Int32 = 0
    package var modality: Modality? = nil
    package var issuer = ""
    package var issuedDay: Int32 = 0
    package var cohort = ""
    package var round = ""
    /// given for one that was issued elsewhere before; else the server makes one
    package var number = ""

    package init() {}

    package init(
        kind: CertificateKind? = nil, name: String = "", idNumber: String = "", title: String = "",
        projectNumber: String = "", level: ProjectLevel? = nil, category: CreditCategory? = nil,
        creditsTenths: UInt32 = 0, hoursTenths: UInt32 = 0, firstDay: Int32 = 0, lastDay: Int32 = 0,
        modality: Modality? = nil, issuer: String = "", issuedDay: Int32 = 0, cohort: String = "", round: String = "",
        number: String = ""
    ) {
        self.kind = kind
        self.name = name
        self.idNumber = idNumber
        self.title = title
        self.projectNumber = projectNumber
        self.level = level
        self.category = category
        self.creditsTenths = creditsTenths
        self.hoursTenths = hoursTenths
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.modality = modality
        self.issuer = issuer
        self.issuedDay = issuedDay
        self.cohort = cohort
        self.round = round
        self.number = number
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: kind = CertificateKind(rawValue: try reader.readInt32())
            case 18: name = try reader.readString()
            case 26: idNumber = try reader.readString()
            case 34: title = try reader.readString()
            case 42: projectNumber = try reader.readString()
            case 48: level = ProjectLevel(rawValue: try reader.readInt32())
            case 56: category = CreditCategory(rawValue: try reader.readInt32())
            case 64: creditsTenths = try reader.readUInt32()
            case 72: hoursTenths = try reader.readUInt32()
            case 80: firstDay = try reader.readInt32()
            case 88: lastDay = try reader.readInt32()
            case 96: modality = Modality(rawValue: try reader.readInt32())
            case 106: issuer = try reader.readString()
            case 112: issuedDay = try reader.readInt32()
            case 122: cohort = try reader.readString()
            case 130: round = try reader.readString()
            case 138: number = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, kind?.rawValue ?? 0)
        writer.field(18, name)
        writer.field(26, idNumber)
        writer.field(34, title)
        writer.field(42, projectNumber)
        writer.field(48, level?.rawValue ?? 0)
        writer.field(56, category?.rawValue ?? 0)
        writer.field(64, creditsTenths)
        writer.field(72, hoursTenths)
        writer.field(80, firstDay)
        writer.field(88, lastDay)
        writer.field(96, modality?.rawValue ?? 0)
        writer.field(106, issuer)
        writer.field(112, issuedDay)
        writer.field(122, cohort)
        writer.field(130, round)
        writer.field(138, number)
    }
}

package struct CertificateEntry: Message {
    package static var typeName: String { "CertificateEntry" }

    package var id: UInt64 = 0
    package var code = ""
    package var state: CertificateState? = nil
    package var content: CertificateContent? = nil
    package var base: UInt64 = 0
    /// 0 = of nobody with an account
    package var person: UInt64 = 0
    /// 0 = entered
    package var award: UInt64 = 0
    /// why it was replaced or revoked
    package var reason = ""
    package var replacedBy: UInt64 = 0

    package init() {}

    package init(
        id: UInt64 = 0, code: String = "", state: CertificateState? = nil, content: CertificateContent? = nil,
        base: UInt64 = 0, person: UInt64 = 0, award: UInt64 = 0, reason: String = "", replacedBy: UInt64 = 0
    ) {
        self.id = id
        self.code = code
        self.state = state
        self.content = content
        self.base = base
        self.person = person
        self.award = award
        self.reason = reason
        self.replacedBy = replacedBy
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: id = try reader.readUInt64()
            case 18: code = try reader.readString()
            case 24: state = CertificateState(rawValue: try reader.readInt32())
            case 34: try reader.readMessage(into: &content)
            case 40: base = try reader.readUInt64()
            case 48: person = try reader.readUInt64()
            case 56: award = try reader.readUInt64()
            case 66: reason = try reader.readString()
            case 72: replacedBy = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, id)
        writer.field(18, code)
        writer.field(24, state?.rawValue ?? 0)
        writer.field(34, content)
        writer.field(40, base)
        writer.field(48, person)
        writer.field(56, award)
        writer.field(66, reason)
        writer.field(72, replacedBy)
    }
}

/// CRT-1: for awards of one offering; none = all of them, page by page.
package struct IssueCertificatesRequest: Message {
    package static var typeName: String { "IssueCertificatesRequest" }

    package var offering: UInt64 = 0
    /// ≤ 500; none: all of them, 100 a call
    package var awards: [UInt64] = []
    /// of all: those behind this award
    package var after: UInt64 = 0

    package init() {}

    package init(offering: UInt64 = 0, awards: [UInt64] = [], after: UInt64 = 0) {
        self.offering = offering
        self.awards = awards
        self.after = after
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: awards.append(try reader.readUInt64())
            case 18: try reader.readPacked(into: &awards) { reader throws(DecodeError) in try reader.readUInt64() }
            case 24: after = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.packed(18, awards) { $0.writeVarint($1) }
        writer.field(24, after)
    }
}

package struct IssueOwnRequest: Message {
    package static var typeName: String { "IssueOwnRequest" }

    package var awards: [UInt64] = []

    package init() {}

    package init(awards: [UInt64] = []) {
        self.awards = awards
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: awards.append(try reader.readUInt64())
            case 10: try reader.readPacked(into: &awards) { reader throws(DecodeError) in try reader.readUInt64() }
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.packed(10, awards) { $0.writeVarint($1) }
    }
}

package struct IssuedCertificate: Message {
    package static var typeName: String { "IssuedCertificate" }

    package var award: UInt64 = 0
    /// new, or the one that was issued before
    package var certificate: CertificateEntry? = nil
    /// why there is none
    package var failure: Failure? = nil

    package init() {}

    package init(award: UInt64 = 0, certificate: CertificateEntry? = nil, failure: Failure? = nil) {
        self.award = award
        self.certificate = certificate
        self.failure = failure
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: award = try reader.readUInt64()
            case 18: try reader.readMessage(into: &certificate)
            case 26: try reader.readMessage(into: &failure)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, award)
        writer.field(18, certificate)
        writer.field(26, failure)
    }
}

package struct IssueCertificatesReply: Message {
    package static var typeName: String { "IssueCertificatesReply" }

    package var outcomes: [IssuedCertificate] = []
    package var next: UInt64 = 0

    package init() {}

    package init(outcomes: [IssuedCertificate] = [], next: UInt64 = 0) {
        self.outcomes = outcomes
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &outcomes)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in outcomes { writer.element(10, value) }
        writer.field(16, next)
    }
}

/// CRT-2: one of somebody who has completed training, or from before; of the person with this ID number, if there is
/// one.
package struct AddCertificateRequest: Message {
    package static var typeName: String { "AddCertificateRequest" }

    package var base: UInt64 = 0
    package var content: CertificateContent? = nil

    package init() {}

    package init(base: UInt64 = 0, content: CertificateContent? = nil) {
        self.base = base
        self.content = content
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: base = try reader.readUInt64()
            case 18: try reader.readMessage(into: &content)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, base)
        writer.field(18, content)
    }
}

package struct CertificateReply: Message {
    package static var typeName: String { "CertificateReply" }

    package var certificate: CertificateEntry? = nil

    package init() {}

    package init(certificate: CertificateEntry? = nil) {
        self.certificate = certificate
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &certificate)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, certificate)
    }
}

/// CRT-2d: what is given stands in the new one, the rest as before; the old one is replaced.
package struct CorrectCertificateRequest: Message {
    package static var typeName: String { "CorrectCertificateRequest" }

    package var certificate: UInt64 = 0
    package var content: CertificateContent? = nil
    package var reason = ""

    package init() {}

    package init(certificate: UInt64 = 0, content: CertificateContent? = nil, reason: String = "") {
        self.certificate = certificate
        self.content = content
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: certificate = try reader.readUInt64()
            case 18: try reader.readMessage(into: &content)
            case 26: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, certificate)
        writer.field(18, content)
        writer.field(26, reason)
    }
}

package struct RevokeCertificateRequest: Message {
    package static var typeName: String { "RevokeCertificateRequest" }

    package var certificate: UInt64 = 0
    package var reason = ""

    package init() {}

    package init(certificate: UInt64 = 0, reason: String = "") {
        self.certificate = certificate
        self.reason = reason
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: certificate = try reader.readUInt64()
            case 18: reason = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, certificate)
        writer.field(18, reason)
    }
}

/// CRT-2c: newest first. Each filter that is given must hold.
package struct ListCertificatesRequest: Message {
    package static var typeName: String { "ListCertificatesRequest" }

    /// a base, or a region with all below it; 0 = the platform
    package var organisation: UInt64 = 0
    package var after: UInt64 = 0
    package var limit: UInt32 = 0
    package var name = ""
    package var number = ""
    package var cohort = ""
    package var round = ""
    /// of its last day
    package var year: UInt32 = 0

    package init() {}

    package init(
        organisation: UInt64 = 0, after: UInt64 = 0, limit: UInt32 = 0, name: String = "", number: String = "",
        cohort: String = "", round: String = "", year: UInt32 = 0
    ) {
        self.organisation = organisation
        self.after = after
        self.limit = limit
        self.name = name
        self.number = number
        self.cohort = cohort
        self.round = round
        self.year = year
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: organisation = try reader.readUInt64()
            case 16: after = try reader.readUInt64()
            case 24: limit = try reader.readUInt32()
            case 34: name = try reader.readString()
            case 42: number = try reader.readString()
            case 50: cohort = try reader.readString()
            case 58: round = try reader.readString()
            case 64: year = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, organisation)
        writer.field(16, after)
        writer.field(24, limit)
        writer.field(34, name)
        writer.field(42, number)
        writer.field(50, cohort)
        writer.field(58, round)
        writer.field(64, year)
    }
}

package struct GetCertificateRequest: Message {
    package static var typeName: String { "GetCertificateRequest" }

    package var certificate: UInt64 = 0

    package init() {}

    package init(certificate: UInt64 = 0) {
        self.certificate = certificate
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: certificate = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, certificate)
    }
}

/// CRT-2b: of people of an offering who have done what `completion` asks; none = all of them.
package struct IssueCompletionRequest: Message {
    package static var typeName: String { "IssueCompletionRequest" }

    package var offering: UInt64 = 0
    /// ≤ 500; none: the whole roster, 100 a call
    package var people: [UInt64] = []
    /// of the whole roster: those behind this person
    package var after: UInt64 = 0

    package init() {}

    package init(offering: UInt64 = 0, people: [UInt64] = [], after: UInt64 = 0) {
        self.offering = offering
        self.people = people
        self.after = after
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 16: people.append(try reader.readUInt64())
            case 18: try reader.readPacked(into: &people) { reader throws(DecodeError) in try reader.readUInt64() }
            case 24: after = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.packed(18, people) { $0.writeVarint($1) }
        writer.field(24, after)
    }
}

/// The same of people of a base whose training of an intake is completed.
package struct IssueTrainedRequest: Message {
    package static var typeName: String { "IssueTrainedRequest" }

    package var base: UInt64 = 0
    package var applications: [UInt64] = []

    package init() {}

    package init(base: UInt64 = 0, applications: [UInt64] = []) {
        self.base = base
        self.applications = applications
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: base = try reader.readUInt64()
            case 16: applications.append(try reader.readUInt64())
            case 18:
                try reader.readPacked(into: &applications) { reader throws(DecodeError) in try reader.readUInt64() }
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, base)
        writer.packed(18, applications) { $0.writeVarint($1) }
    }
}

package struct CompletionCertificate: Message {
    package static var typeName: String { "CompletionCertificate" }

    /// the person, or the application
    package var subject: UInt64 = 0
    /// new, or the one that was issued before
    package var certificate: CertificateEntry? = nil
    /// why there is none
    package var failure: Failure? = nil

    package init() {}

    package init(subject: UInt64 = 0, certificate: CertificateEntry? = nil, failure: Failure? = nil) {
        self.subject = subject
        self.certificate = certificate
        self.failure = failure
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: subject = try reader.readUInt64()
            case 18: try reader.readMessage(into: &certificate)
            case 26: try reader.readMessage(into: &failure)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, subject)
        writer.field(18, certificate)
        writer.field(26, failure)
    }
}

package struct IssueCompletionReply: Message {
    package static var typeName: String { "IssueCompletionReply" }

    package var outcomes: [CompletionCertificate] = []
    package var next: UInt64 = 0

    package init() {}

    package init(outcomes: [CompletionCertificate] = [], next: UInt64 = 0) {
        self.outcomes = outcomes
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &outcomes)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in outcomes { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct ListCertificatesReply: Message {
    package static var typeName: String { "ListCertificatesReply" }

    package var certificates: [CertificateEntry] = []
    package var next: UInt64 = 0

    package init() {}

    package init(certificates: [CertificateEntry] = [], next: UInt64 = 0) {
        self.certificates = certificates
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &certificates)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in certificates { writer.element(10, value) }
        writer.field(16, next)
    }
}

package struct MyCertificatesRequest: Message {
    package static var typeName: String { "MyCertificatesRequest" }

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

package struct GetCertificateFileRequest: Message {
    package static var typeName: String { "GetCertificateFileRequest" }

    package var certificate: UInt64 = 0

    package init() {}

    package init(certificate: UInt64 = 0) {
        self.certificate = certificate
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: certificate = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, certificate)
    }
}

package struct CertificateFile: Message {
    package static var typeName: String { "CertificateFile" }

    package var bytes: [UInt8] = []
    package var fileName = ""

    package init() {}

    package init(bytes: [UInt8] = [], fileName: String = "") {
        self.bytes = bytes
        self.fileName = fileName
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: bytes = try reader.readBytes()
            case 18: fileName = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, bytes)
        writer.field(18, fileName)
    }
}

/// CRT-2c: the same answer to an unknown number and a wrong code: not found.
package struct VerifyCertificateRequest: Message {
    package static var typeName: String { "VerifyCertificateRequest" }

    package var number = ""
    package var code = ""

    package init() {}

    package init(number: String = "", code: String = "") {
        self.number = number
        self.code = code
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: number = try reader.readString()
            case 18: code = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, number)
        writer.field(18, code)
    }
}

package struct VerifyCertificateReply: Message {
    package static var typeName: String { "VerifyCertificateReply" }

    package var state: CertificateState? = nil
    package var content: CertificateContent? = nil

    package init() {}

    package init(state: CertificateState? = nil, content: CertificateContent? = nil) {
        self.state = state
        self.content = content
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: state = CertificateState(rawValue: try reader.readInt32())
            case 18: try reader.readMessage(into: &content)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, state?.rawValue ?? 0)
        writer.field(18, content)
    }
}
