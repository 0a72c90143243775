package import Console
package import Messages

// Memberships for people; JSON keeps the protocol's names.
extension Table.Cell {
    package init(_ state: MembershipState) {
        let text =
            switch state {
            case .unspecified: Phrase("")
            case .asked: Phrase("asked", "待确认")
            case .confirmed: Phrase("confirmed", "已确认")
            case .ended: Phrase("ended", "已终止")
            }
        self.init(text, json: .string("\(state)"))
    }
}
