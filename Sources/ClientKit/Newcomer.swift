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
        let place = phone.isEmpty ? "" : " (\(phone))"
        return try interaction.ask(
            Phrase("Code from the text message\(place)", "短信验证码\(place)"), insteadOf: option)
    }

    package func sendCode(_ purpose: SmsPurpose, to phone: String) throws {
        do throws(ClientError) {
            let sent = try client.sendCode(purpose, to: phone)
            let until = Shown.text(sent.expiresMs)
            interaction.say(Phrase("a code is on its way, good until \(until)", "验证码已发送，有效至 \(until)"))
        } catch {
            throw error.commandFailure
        }
    }
}
