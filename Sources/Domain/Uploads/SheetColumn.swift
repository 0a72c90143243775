/// The columns of one kind of file, in the order of its template.
package protocol SheetColumn: CaseIterable, Hashable, Sendable where AllCases == [Self] {
    var heading: Wording { get }
    var isRequired: Bool { get }
    /// Long numbers, which spreadsheets damage.
    var holdsLongNumbers: Bool { get }
    /// The column of resident ID numbers, if there is one.
    static var identityNumbers: Self? { get }
}
