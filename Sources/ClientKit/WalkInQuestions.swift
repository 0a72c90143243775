package import Console

/// ATT-6: what somebody who is on no roster is asked.
package struct WalkInQuestions {
    private let interaction: Interaction

    package init(_ interaction: Interaction) { self.interaction = interaction }

    package func name() throws -> String { try ask(Phrase("Name", "姓名"), "--name") }
    /// Never an option: every user of a machine can read its command lines.
    package func idNumber() throws -> String {
        try interaction.askSecret(Phrase("ID number", "身份证号"), insteadOf: nil)
    }
    package func phone() throws -> String { try ask(Phrase("Phone", "手机号"), "--phone") }
    package func title() throws -> String { try ask(Phrase("Title", "职称"), "--title") }
    package func unit() throws -> String { try ask(Phrase("Unit", "单位"), "--unit") }

    private func ask(_ prompt: Phrase, _ option: String) throws -> String {
        try interaction.askText(prompt, insteadOf: option)
    }
}
