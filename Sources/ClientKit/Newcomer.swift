import Console
import Crypto
import Domain
package import Messages

// What somebody without an account asks for.
extension Client {
    /// ACC-4e: a puzzle of the server's, solved; takes a tenth of a second or so.
    package func solved() throws(ClientError) -> Solution {
        let challenge: GetChallengeReply = try call(.accountsGetChallenge, GetChallengeRequest())
        // A server that asked for more would keep its clients busy for hours.
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
    /// A code that was given, or one that is sent now and asked for.
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
