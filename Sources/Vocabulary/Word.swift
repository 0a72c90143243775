/// An enumeration of the protocol. It has no value for the protocol's zero: where a message says nothing, or a number that
/// only a newer sender knows, there is nil.
package protocol Word: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == Int32 {}

extension Optional where Wrapped: Word {
    /// The protocol's name of a value, as JSON and exported files have it: `inTraining`; `unspecified` where there is none.
    package var identifier: String { map { "\($0)" } ?? "unspecified" }
}
