// Generated from Protocol/reports.proto by `make generate`; change that and generate again.

/// A picture of figures that the caller has: twice 720 pixels wide, in the font of documents.
package enum FigureForm: Int32, Word {
    /// at most 100
    case bars = 1
    /// values in the order of time; at most 720
    case curve = 2
}
