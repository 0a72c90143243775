package import Causality
import Crypto
package import Domain
import Facts
import Passes
import Storage

/// The result of registering a walk-in, to be shown. It is durable by then.
package struct WalkInOutcome: Sendable, Equatable {
    package let dot: Dot
    /// Their code for the days that follow.
    package let number: String
}

extension TerminalCore {
    /// The random bytes that a walk-in needs.
    package static var walkInSecretSize: Int { WalkInNumber.secretSize + SealingKey.nonceSize }

    /// ATT-6: checks in somebody who is on no roster, with what they say of themselves, encrypted for the server alone. Nothing is
    /// looked up: whether the ID number is known anywhere, the terminal cannot tell.
    /// - Parameters:
    ///   - secret: `walkInSecretSize` random bytes.
    ///   - actor: the person who operates the terminal; 0 for the device alone.
    /// - Throws: `wrongState` without the key of the rosters, which comes with a sync.
    package func walkIn(
        _ details: WalkInDetails, offering: UInt64, course: UInt64 = 0, actor: UInt64, secret: [UInt8], at: DeviceTime
    ) throws -> WalkInOutcome {
        guard let rosterKey else {
            throw Refusal(.wrongState, field: "terminal", "sync once first: a key is missing", zh: "请先同步一次以获取密钥")
        }
        let number = WalkInNumber.text(Array(secret.prefix(WalkInNumber.secretSize)))
        let nonce = Array(secret.dropFirst(WalkInNumber.secretSize))
        let card = WalkInCard(
            name: details.name, idNumber: details.identity.text, phone: details.phone.text, title: details.title,
            unit: details.unit)
        let sealed = rosterKey.seal(
            card.bytes, nonce: nonce, .walkIn, WalkInNumber.place(number, in: offering))
        return try database.write { transaction in
            _ = try requireEnrolment(transaction)
            var recorder = Recorder(try currentLog(transaction), transaction)
            let subject = Subject.raw(Array(number.utf8))
            let fact = Fact(
                kind: .checkIn, subject: subject, offering: offering, actor: actor, method: .number, course: course,
                extensions: nonce + sealed)
            let dot = try recorder.append(TimedFact(fact: fact, moment: moment(at))).dot
            let day = try zone(of: offering, transaction).day(of: Instant(at.wallMs))
            _ = try see(subject, offering: offering, on: day, transaction)
            try recorder.finish()
            return WalkInOutcome(dot: dot, number: number)
        }
    }
}
