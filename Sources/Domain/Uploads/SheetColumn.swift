/// The columns of one kind of file, in the order of its template.
package protocol SheetColumn: CaseIterable, Hashable, Sendable where AllCases == [Self] {
    var heading: Phrase { get }
    var isRequired: Bool { get }
    /// Whether the column has long numbers, which spreadsheets damage.
    var holdsLongNumbers: Bool { get }
    /// The column of resident ID numbers; nil if there is none.
    static var identityNumbers: Self? { get }
    /// EXM-1b: what the template says of columns in the row below the headings.
    static var instructions: [Self: Phrase] { get }
    /// BAT-1: the template's example below the instructions, which is passed over unless something of it was changed.
    static var example: [Self: Phrase] { get }
}
