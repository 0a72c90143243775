// Generated from Protocol/projects.proto by `make generate`; change that and generate again.

package enum ProjectLevel: Int32, Word {
    case national = 1
    case provincial = 2
    case city = 3
}

package enum CreditCategory: Int32, Word {
    case i = 1
    case ii = 2
}

package enum OfferingState: Int32, Word {
    case draft = 1
    case submitted = 2
    case approved = 3
    case rejected = 4
    case cancelled = 5
}
