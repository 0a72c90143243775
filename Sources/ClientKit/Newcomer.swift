import Console
import Crypto
import Domain
package import Messages

// Requests of a person without an account.
extension Client {
    /// ACC-4e: gets a puzzle and solves it, which takes about a tenth of a second.
    package func solved() throws(ClientError) -> Solution {
        let challenge: GetChallengeReply = try call(.accountsGetChallenge, GetChallengeRequest())
        // A harder puzzle would occupy the client for hours.
        guard challenge.difficulty <= UInt32(Puzzle.hardest) else { throw .badReply(.accountsGetChallenge) }
        let difficulty = UInt8(challenge.difficulty)
        let nonce = ProofOfWork.solve(challenge.puzzle) { Puzzle.isSolved($0, difficulty: difficulty) }
        return Solution(puzzle: challenge.puzzle, nonce: nonce)
    }

    /// ACC-4: sends a code by text message.
    /// - Parameter phone: empty for the caller's own, bound phone.
    package func sendCode(_ purpose: SmsPurpose, to phone: String) throws(ClientError) -> SendSmsCodeReply {
        try call(.accountsSendSmsCode, SendSmsCodeRequest(phone: phone, purpose: purpose, solution: try solved()))
    }
}

extension Desk {
    /// Returns the given code, or sends one and asks for it.
    package func code(
        _ given: String?, _ purpose: SmsPurpose, to phone: String, insteadOf option: String
    ) throws -> String {
        if let given { return given }
        try sendCode(purpose, to: phone)
        return try askCode(purpose, to: phone, insteadOf: option)
    }

    /// Asks for the code of a text message; a blank answer sends another one.
    package func askCode(_ purpose: SmsPurpose, to phone: String, insteadOf option: String) throws -> String {
        try askCode(sentTo: phone, insteadOf: option) { try sendCode(purpose, to: phone) }
    }

    /// Asks for the code of a text message to `place`; a blank answer at a terminal calls `resend` and asks again.
    func askCode(sentTo place: String, insteadOf option: String, resend: () throws -> Void) throws -> String {
        let en = place.isEmpty ? "" : "\(place); "
        let zh = place.isEmpty ? "" : "\(place)，"
        let prompt = Phrase("Code from the text message (\(en)Enter alone: another)", "短信验证码（\(zh)直接回车重发）")
        while true {
            let code = try interaction.ask(prompt, insteadOf: option)
            guard interaction.isAskedAtTerminal, code.allSatisfy(\.isWhitespace) else { return code }
            try resend()
        }
    }

    package func sendCode(_ purpose: SmsPurpose, to phone: String) throws {
        do throws(ClientError) {
            try saySent { () throws(ClientError) in try client.sendCode(purpose, to: phone) }
        } catch {
            throw error.commandFailure
        }
    }

    /// Sends a code and says until when it is good. A person at a terminal to whom none is sent so soon after the last has
    /// that one to answer with.
    package func saySent(_ send: () throws(ClientError) -> SendSmsCodeReply) throws(ClientError) {
        do throws(ClientError) {
            let until = Shown.text(try send().expiresMs)
            interaction.say(Phrase("a code is on its way, good until \(until)", "验证码已发送，有效至 \(until)"))
        } catch {
            guard interaction.isAskedAtTerminal, case .refused(let failure) = error, failure.code == .smsTooOften else {
                throw error
            }
            interaction.say(Phrase("no other code is sent yet: \(failure.text)", "暂不能重发验证码：\(failure.text)"))
        }
    }
}
