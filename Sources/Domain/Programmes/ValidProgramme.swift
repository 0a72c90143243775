/// A validated programme: a preset with some switches changed.
package struct ValidProgramme: Equatable, Sendable {
    package let name: String
    package let preset: Preset
    package let policy: Policy

    package static let nameLimit = 100

    package init(name: String, preset: String, changes: [Policy.Setting]) throws(Refusal) {
        self.name = try checkedTitle(name, field: "name", limit: Self.nameLimit)
        self.preset = try Preset(named: preset)
        policy = try self.preset.policy.changed(changes)
    }
}
