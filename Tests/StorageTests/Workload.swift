import Seeded
import PowerCut
import Storage

/// Groups of commands as a server runs them, with checkpoints and restarts in between, on a disk that may fail. The
/// reported outcomes are stored outside and compared with the result.
struct Workload {
    enum Bug {
        case none, noSync, earlyAnswers
    }

    enum Step {
        case commit([(id: UInt64, manner: Notebook.Manner)])
        case checkpoint
        case reopen
    }

    let disk = SimulatedDisk()
    let answers = Answers()
    let bug: Bug
    let steps: [Step]

    init(seed: UInt64, rounds: Int, bug: Bug = .none) {
        var random = SeededRandom(seed: seed)
        var steps: [Step] = []
        var id: UInt64 = 0
        for _ in 0..<rounds {
            let size = Int.random(in: 1...6, using: &random)
            steps.append(
                .commit(
                    (0..<size).map { _ in
                        id += 1
                        let fails = Int.random(in: 0..<8, using: &random) == 0
                        return (
                            id, fails ? Notebook.Manner.allCases.randomElement(using: &random) ?? .succeeds : .succeeds
                        )
                    }))
            switch Int.random(in: 0..<8, using: &random) {
            case 0, 1: steps.append(.checkpoint)
            case 2: steps.append(.reopen)
            default: break
            }
        }
        self.steps = steps
        self.bug = bug
    }

    func open() throws -> Notebook {
        let notebook = try Notebook(
            path: "a.db", vfs: disk.vfs, durability: bug == .noSync ? .whenever : .everyCommit)
        // Some commits overwrite zeros, some extend the log.
        _ = try notebook.database.lengthenLog(toPages: 40)
        return notebook
    }

    /// Runs the unanswered commands; returns storage's errors outside of commands.
    func run() -> [StorageError] {
        var errors: [StorageError] = []
        var notebook: Notebook?
        let answered = Set(answers.all.filter { $0.outcome == "done" || $0.outcome == "refused" }.map(\.id))
        for step in steps {
            do {
                let current = try notebook ?? open()
                notebook = current
                switch step {
                case .reopen: notebook = nil
                case .checkpoint: try current.database.checkpoint()
                case .commit(let notes):
                    let known = try Set(current.ids())
                    let open = notes.filter { !answered.contains($0.id) && !known.contains($0.id) }
                    if open.isEmpty { continue }
                    GroupCommit(current.database).commit(
                        open.map {
                            bug == .earlyAnswers
                                ? answers.hastyCommand($0.id, $0.manner) : answers.command($0.id, $0.manner)
                        })
                }
            } catch let error as StorageError {
                errors.append(error)
            } catch {
                preconditionFailure("storage throws its own errors: \(error)")
            }
        }
        return errors
    }

    /// Returns the faults of the database, given the answers; empty if every one was kept.
    func problems() throws -> [String] {
        let notebook = try open()
        var problems = try notebook.database.integrityProblems()
        let (bodies, entries) = try notebook.database.read { snapshot in
            (
                try snapshot.all("SELECT id, body FROM note") { ($0.id(0), $0.text(1)) },
                try snapshot.all("SELECT note FROM entry") { $0.id(0) }
            )
        }
        let found = Set(bodies.map(\.0))
        problems += Set(answers.done).subtracting(found).sorted().map { "\($0) was acknowledged and is lost" }
        problems += bodies.filter { $0.1 != "note \($0.0)" }.map { "\($0.0) holds \($0.1)" }
        if entries.sorted() != found.sorted() { problems.append("notes and entries differ: half of a command") }
        for case .commit(let notes) in steps {
            for note in notes where note.manner != .succeeds && found.contains(note.id) {
                problems.append("\(note.id) failed and is there")
            }
        }
        return problems
    }

    /// Returns groups that are partly stored. A power cut leaves none; a failing disk may: commands that the lane had
    /// not taken go into the next group.
    func halfGroups() throws -> [String] {
        let found = Set(try open().ids())
        return steps.compactMap { step in
            guard case .commit(let notes) = step else { return nil }
            let landing = notes.filter { $0.manner == .succeeds }.map(\.id)
            let landed = landing.filter { found.contains($0) }
            return landed.isEmpty || landed == landing ? nil : "of \(landing) only \(landed): half of a group"
        }
    }

    /// Returns whether every command was carried out.
    func isComplete() throws -> Bool {
        let wanted = steps.flatMap { step -> [UInt64] in
            guard case .commit(let notes) = step else { return [] }
            return notes.filter { $0.manner == .succeeds }.map(\.id)
        }
        return try open().ids() == wanted
    }
}
