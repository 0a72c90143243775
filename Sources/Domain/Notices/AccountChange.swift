/// A change of an account by those responsible for it, of which its person is told (ACC-12).
package enum AccountChange: String, CaseIterable, Sendable {
    case given
    case taken
    case disabled
    case enabled
    case reset

    var phrase: Phrase {
        switch self {
        case .given: Phrase("role given", "授予角色")
        case .taken: Phrase("role taken", "撤销角色")
        case .disabled: Phrase("disabled", "停用")
        case .enabled: Phrase("enabled again", "重新启用")
        case .reset: Phrase("new first password", "重置为初始密码")
        }
    }
}
