import Application
import Crypto
import Domain
import Messages
import Storage
import Wire

extension Accounts {
    func terms(_ request: TermsRequest, _ context: ReadContext) -> TermsReply {
        TermsReply(privacyVersion: settings.privacyVersion, privacyAddress: settings.privacyAddress)
    }

    /// ACC-4e: makes a puzzle; it needs no row until it is solved.
    func getChallenge(_ request: GetChallengeRequest, _ context: ReadContext) -> GetChallengeReply {
        let expires = context.now + Puzzle.lifeMs
        var writer = ByteWriter()
        writer.writeByte(PuzzleLayout.version)
        writer.writeByte(settings.puzzleDifficulty)
        writer.writeFixed64(UInt64(bitPattern: expires))
        writer.writeBytes(context.random(PuzzleLayout.randomSize))
        let mac = secrets.puzzles.mac(.puzzleOrigin, writer.bytes).prefix(PuzzleLayout.macSize)
        return GetChallengeReply(
            puzzle: writer.bytes + mac, difficulty: UInt32(settings.puzzleDifficulty), expiresMs: expires)
    }

    /// Spends a solution, once. Throws ``Refused`` if it is wrong, expired or spent.
    func spend(_ solution: Solution?, _ context: WriteContext) throws {
        let puzzle = try checked(solution, now: context.now)
        try spendOnce(puzzle.mac, expires: puzzle.expires, else: .challengeSpent, context.transaction)
    }

    /// Throws for a solution that `spend` would refuse.
    func checkSolution(_ solution: Solution?, _ context: ReadContext) throws {
        let puzzle = try checked(solution, now: context.now)
        guard try !context.snapshot.exists(.tokenIsSpent, puzzle.mac) else {
            throw Refusal(.challengeSpent)
        }
    }

    /// Checks a solution by itself, not whether it was taken before.
    func checked(_ solution: Solution?, now: Int64) throws(Refusal) -> PuzzleLayout {
        guard let solution, let puzzle = PuzzleLayout(solution.puzzle) else { throw Refusal(.challengeWrong) }
        guard secrets.puzzles.mac(.puzzleOrigin, puzzle.signed).prefix(PuzzleLayout.macSize).elementsEqual(puzzle.mac)
        else {
            throw Refusal(.challengeWrong)
        }
        // A puzzle keeps the difficulty with which it was made.
        guard Puzzle.isSolved(ProofOfWork.digest(solution.puzzle, solution.nonce), difficulty: puzzle.difficulty) else {
            throw Refusal(.challengeWrong)
        }
        guard now < puzzle.expires else { throw Refusal(.challengeSpent) }
        return puzzle
    }

    /// Throws for a token that was spent before.
    func spendOnce(
        _ token: [UInt8], expires: Int64, else code: ErrorCode, _ transaction: Transaction
    ) throws {
        guard try !transaction.exists(.tokenIsSpent, token) else { throw Refusal(code) }
        try transaction.execute("INSERT INTO spent_once (token, expires_ms) VALUES (?1, ?2)", token, expires)
    }
}

/// `u8 version 1 | u8 difficulty | u64 expiry, UTC milliseconds | 16 random | 16 MAC`, little endian.
struct PuzzleLayout {
    static let version: UInt8 = 1
    static let randomSize = 16
    static let macSize = 16
    private static let signedSize = 2 + 8 + randomSize

    let difficulty: UInt8
    let expires: Int64
    let signed: [UInt8]
    let mac: [UInt8]

    init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.signedSize + Self.macSize, bytes[0] == Self.version else { return nil }
        difficulty = bytes[1]
        expires = Int64(bitPattern: bytes[2..<10].reversed().reduce(0) { $0 << 8 | UInt64($1) })
        signed = Array(bytes.prefix(Self.signedSize))
        mac = Array(bytes.suffix(Self.macSize))
    }
}
