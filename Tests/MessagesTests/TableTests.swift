import Messages
import Testing
import Wire

struct TableTests {
    @Test("names, numbers and case names of methods agree and are unique")
    func methodNames() {
        #expect(Set(Method.allCases.map(\.name)).count == Method.allCases.count)
        for method in Method.allCases {
            let name = method.name.replacing(".", with: "").lowercased()
            #expect("\(method)".lowercased() == name)
            #expect(Method(rawValue: method.rawValue) == method)
        }
    }

    @Test(
        "ACC-10 what a logged-in person changes leaves an audit entry, but for check-ins, codes to a phone and pieces of an upload"
    )
    func changesAreAudited() {
        let silent = Method.allCases.filter { $0.rule.effect == .mutates && !$0.rule.audited }
        // Opening an upload has its entry, whatever the number of its pieces.
        #expect(
            Set(silent) == [
                .attendanceCheckIn, .accountsSendSmsCode, .accountsSendOrganisationCode, .uploadsSendUpload,
            ])
    }

    @Test("every error but the zero has a unique name and a text in both languages")
    func errorTexts() {
        #expect(Set(ErrorCode.allCases.map(\.name)).count == ErrorCode.allCases.count)
        for code in ErrorCode.allCases {
            #expect(!code.rule.text.en.isEmpty && !code.rule.text.zh.isEmpty, "\(code.name)")
        }
        #expect(ErrorCode.alreadyExists.name == "already_exists")
        #expect(ErrorCode.busy.rule.retryable)
        #expect(!ErrorCode.invalid.rule.retryable)
    }

    @Test("a number that an enum does not know is read as its zero")
    func unknownEnumNumber() throws {
        #expect(try RoleGrant(serialized: [8, 0xFF, 0x7F]).role == nil)
    }

    @Test("the options of an rpc are read from the schema by extension number")
    func options() {
        let push = Method.syncPush
        #expect(push.rawValue == 0x0702)
        #expect(push.rule.allows == [.terminal])
        #expect(push.rule.effect == .merges)
        #expect(push.repliesStream)
        #expect(push.itemType?.typeName == "PushBatch")
        #expect(push.replyType.typeName == "Ack")
        #expect(Method.accountsInvite.rule.allows == [.platformAdmin, .baseAdmin, .providerAdmin])
        #expect(Method.accountsLogin.itemType == nil)
    }
}
