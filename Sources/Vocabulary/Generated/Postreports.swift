// Generated from Protocol/postreports.proto by `make generate`; change that and generate again.

/// RPF-1: what a provider reports of one run of its project once it is over, for the committee.
package enum PostReportState: Int32, Word {
    case draft = 1
    /// nothing of it can be changed
    case submitted = 2
    /// as a draft
    case returned = 3
    case approved = 4
    case rejected = 5
}

package enum PostReportPageKind: Int32, Word {
    case overview = 1
    case teaching = 2
    case trainees = 3
    case outcome = 4
    case remarks = 5
}

package enum PostReportDocumentKind: Int32, Word {
    case notice = 1
    case agenda = 2
    case photo = 3
    /// questions, if there were any
    case exam = 4
}
