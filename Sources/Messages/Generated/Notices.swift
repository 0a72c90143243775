// Generated from Protocol/notices.proto by `make generate`; change that and generate again.

package import Wire

/// NOT-2: what a person is told, at once when connected and otherwise when next seen.
package enum MessageKind: Int32, CaseIterable, Sendable {
    case unspecified = 0
    case enrolmentConfirmed = 1
    case bookingApproved = 2
    case bookingRejected = 3
    case bookingCancelled = 4
    case applicationApproved = 5
    case applicationRejected = 6
    case applicationReturned = 7
    case applicationAssigned = 8
    case applicationAdmitted = 9
    /// by the base; the province decides again
    case applicationDeclined = 10
    case refundDecided = 11
    case invoiceIssued = 12
    case invoiceVoided = 13
    case leaveDecided = 14
    case creditEffective = 15
    case certificateReady = 16
    case sessionChanged = 17
    case identityDecided = 18
    case membershipDecided = 19
}

/// The facts a message's text is made of, in the order its kind gives them.
package struct MessageDetails: Message {
    package static var typeName: String { "MessageDetails" }

    package var texts: [String] = []

    package init() {}

    package init(texts: [String] = []) {
        self.texts = texts
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: texts.append(try reader.readString())
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in texts { writer.element(10, value) }
    }
}
