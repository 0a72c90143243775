package import Console
package import Messages

// Names of memberships, as people read them; JSON keeps the name of the protocol.
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
