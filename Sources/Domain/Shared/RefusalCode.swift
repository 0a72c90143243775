/// The error numbers that a rule may give. They are those of `Protocol/errors.proto`, where the numbers are kept for
/// ever; the domain does not know messages, so a test compares the two tables.
package enum RefusalCode: UInt16, CaseIterable, Sendable {
    case invalid = 200
    case notFound = 201
    case alreadyExists = 202
    case wrongState = 203
    case tooEarly = 204
    case tooLate = 205
    case hoursDoNotAddUp = 206
    case unknownSwitch = 207
    case staleContext = 208

    case locked = 301
    case weakPassword = 304
    case smsTooOften = 305
    case smsCodeSpent = 307

    case unknownSubject = 500
    case unknownOffering = 501
    case foreignOffering = 504
    case unknownCourse = 507

    case codeExpired = 600
    case codeForged = 601
    case notOnRoster = 602
    case outsideActivityDates = 603
    case timeUncertain = 604

    case quotaFull = 700
    case quotaInUse = 701
}
