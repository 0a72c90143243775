import Application
import Domain
import Messages
import Storage
import Wire

/// An evaluation as stored.
struct EvaluationRecord {
    let id: UInt64
    let answers: [EvaluationAnswer]
    /// When it was given first; corrections do not move it.
    let givenMs: Int64

    private static let columns = Columns("id, answers, given_ms") { row in
        EvaluationRecord(
            id: row.id(), answers: try EvaluationAnswers(serialized: row.bytes()).answers, givenMs: row.integer())
    }

    private static let ofPerson = SQL(
        "SELECT \(columns) FROM evaluation WHERE subject = ?1 AND target = ?2 AND course = ?3 AND person = ?4")

    private static let ofTarget = SQL(
        """
        SELECT \(columns) FROM evaluation WHERE subject = ?1 AND target = ?2 AND course = ?3 AND id > ?4
        ORDER BY id LIMIT ?5
        """)

    static let correct: SQL = "UPDATE evaluation SET answers = ?2 WHERE id = ?1"

    /// Nil where the person has given none.
    static func find(
        of thing: EvaluatedThing, by person: UInt64, _ snapshot: Snapshot
    ) throws -> EvaluationRecord? {
        try snapshot.first(
            ofPerson, thing.subject.rawValue, thing.target, thing.course, person, body: columns.read)
    }

    /// All of them, in the order in which they were given; at most as many as count.
    static func all(of thing: EvaluatedThing, _ snapshot: Snapshot) throws -> [EvaluationRecord] {
        try snapshot.all(
            ofTarget, thing.subject.rawValue, thing.target, thing.course, 0, EvaluationFigures.limit, body: columns.read
        )
    }

    /// Whether it is part of figures.
    func isCounted(of thing: EvaluatedThing, _ snapshot: Snapshot) throws -> Bool {
        let (given, rank) =
            try snapshot.first(
                """
                SELECT COUNT(*), COUNT(CASE WHEN id <= ?4 THEN 1 END) FROM evaluation
                WHERE subject = ?1 AND target = ?2 AND course = ?3
                """, thing.subject.rawValue, thing.target, thing.course, id
            ) { ($0.int(0), $0.int(1)) } ?? (0, 0)
        return rank <= EvaluationFigures.counted(of: given)
    }
}

// The face of evaluations for the areas whose steps wait for them.
extension Evaluations {
    /// Returns when people of a class evaluated it, by person.
    func given(
        _ offering: UInt64, by people: ClosedRange<UInt64>, _ snapshot: Snapshot
    ) throws -> [UInt64: Int64] {
        var given: [UInt64: Int64] = [:]
        try snapshot.query(
            """
            SELECT person, given_ms FROM evaluation WHERE subject = ?1 AND target = ?2 AND course = 0
            AND person BETWEEN ?3 AND ?4 ORDER BY person
            """, EvaluationSubject.`class`.rawValue, offering, people.lowerBound, people.upperBound
        ) { given[$0.id(0)] = $0.integer(1) }
        return given
    }

    /// SKL-4: whether a person has evaluated an exam.
    func hasEvaluated(exam: UInt64, _ person: UInt64, _ snapshot: Snapshot) throws -> Bool {
        let thing = try EvaluatedThing(.exam, of: OfferingRecord(exam, snapshot), snapshot)
        return try EvaluationRecord.find(of: thing, by: person, snapshot) != nil
    }

    /// ACC-11e: deletes what a person said in words; ratings stay in the figures.
    func forgetTexts(of person: UInt64, _ transaction: Transaction) throws {
        let kept = try transaction.all(
            "SELECT id, answers FROM evaluation WHERE person = ?1 ORDER BY id", person
        ) { (id: $0.id(0), answers: try EvaluationAnswers(serialized: $0.bytes(1)).answers) }
        for evaluation in kept {
            let ratings = EvaluationAnswers(answers: evaluation.answers.map { EvaluationAnswer(rating: $0.rating) })
            try transaction.execute(EvaluationRecord.correct, evaluation.id, ratings.serialized())
        }
        try transaction.execute("DELETE FROM reminder WHERE person = ?1", person)
    }
}
