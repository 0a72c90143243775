// Generated from Protocol/notices.proto by `make generate`; change that and generate again.

/// NOT-2: what a person is told, at once when connected and otherwise when next seen.
package enum MessageKind: Int32, Word {
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
    /// by the trainee after it was approved; to the staff of the base
    case leaveCancelled = 20
    /// a role given or taken, an account disabled or enabled, a password reset
    case accountChanged = 21
    case rosterEntryRemoved = 22
    /// to those on its roster, and to the provider of its project
    case offeringCancelled = 23
    /// to the same
    case offeringChanged = 24
    /// to who proposed it
    case offeringChangeRejected = 25
    case orderPaid = 26
    /// an application, or the voiding of an invoice
    case invoiceRefused = 27
    /// to those who hold an offering: nothing has come of a day by its evening
    case silentDay = 28
    /// marked, or marked again
    case examResult = 29
    /// by the last failed attempt at an exam
    case entitlementLost = 30
    /// a post-activity report; to who made it
    case reportDecided = 36
    /// the report on which it waited was rejected
    case creditLapsed = 37
    /// of the exam or the evaluation of a class
    case reminder = 35
    /// a scan came late: it was not missed
    case bookingAttended = 38
    /// with the reason
    case creditReversed = 40
    /// a record from outside; to its person
    case outsideDecided = 41
    /// a unit has paid for a place of theirs
    case unitPaymentRecorded = 42
    case unitPaymentTakenBack = 43
    /// with the reason
    case certificateRevoked = 44
    /// approved, returned or rejected; to who submitted it and to its organisers
    case offeringDecided = 39
}

/// NOT-1: what anybody may read without logging in.
package enum NoticeKind: Int32, Word {
    case training = 1
    case exam = 2
    /// how something is done
    case guide = 3
    case announcement = 4
}

package enum NoticeState: Int32, Word {
    case published = 1
    /// in no list, and not to be read; a favourite says so
    case withdrawn = 2
}
