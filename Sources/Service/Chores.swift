import Application
import Domain
import Storage
import Threads

/// Work that a point in time brings about: what is due is looked for every second on a reader, and done in slices that other
/// commands pass. A thing that fails is passed over for a minute, so that it does not keep the others waiting.
struct Chore: Sendable {
    /// A thing that could not be done, for the log.
    struct Failure: Sendable {
        let subject: UInt64
        let error: any Error
    }

    private static let pauseMs: Int64 = 60_000

    /// For the log.
    let name: String
    private let atOnce: Int
    private let due: @Sendable (Snapshot, _ now: Int64, _ limit: Int) throws -> [UInt64]
    private let prepare: @Sendable (UInt64, Snapshot) throws -> Void
    private let act: @Sendable (UInt64, WriteContext) throws -> Int
    /// Until when a thing that failed is passed over.
    private let passedOver = Locked<[UInt64: Int64]>([:])

    /// - Parameters:
    ///   - atOnce: things done in one command.
    ///   - due: what is due, the longest first; one range of an index.
    ///   - prepare: reads on a reader what one thing rests on, so that the writer finds it kept.
    ///   - act: does one thing, or a part of it, after which it is still due.
    ///     Returns for how many people or other rows that was.
    init(
        name: String, atOnce: Int, due: @escaping @Sendable (Snapshot, _ now: Int64, _ limit: Int) throws -> [UInt64],
        prepare: @escaping @Sendable (UInt64, Snapshot) throws -> Void = { _, _ in },
        act: @escaping @Sendable (UInt64, WriteContext) throws -> Int
    ) {
        (self.name, self.atOnce, self.due, self.prepare, self.act) = (name, atOnce, due, prepare, act)
    }

    func isDue(_ snapshot: Snapshot, now: Int64) throws -> Bool {
        let next = try next(snapshot, now)
        // A thing that cannot be read fails the act again, which tells of it and passes it over.
        for subject in next { try? prepare(subject, snapshot) }
        return !next.isEmpty
    }

    /// Does a part of it, in a command of its own.
    func slice(_ context: WriteContext) throws -> (count: Int, failures: [Failure]) {
        var (count, failures): (Int, [Failure]) = (0, [])
        for subject in try next(context.transaction, context.now) {
            switch try context.part({ try act(subject, context) }) {
            case .success(let done): count += done
            case .failure(let error):
                passedOver.withLock { $0[subject] = context.now + Self.pauseMs }
                failures.append(Failure(subject: subject, error: error))
            }
        }
        return (count, failures)
    }

    private func next(_ snapshot: Snapshot, _ now: Int64) throws -> ArraySlice<UInt64> {
        let skipped = passedOver.withLock { passedOver in
            passedOver = passedOver.filter { $0.value > now }
            return passedOver
        }
        return try due(snapshot, now, atOnce + skipped.count).filter { skipped[$0] == nil }.prefix(atOnce)
    }
}

/// Does a server's chores, each by itself: what fails is logged, and tried again. Of what came due while no server ran, one line a chore is logged when it is done.
final class Chores: Sendable {
    private struct Progress {
        var isUnderWay = false
        /// Things done since the server has started, until the first time that nothing was left.
        var caughtUp: Int? = 0
    }

    private let chores: [Chore]
    private let progress: Locked<[Progress]>

    init(_ chores: [Chore]) {
        self.chores = chores
        progress = Locked(chores.map { _ in Progress() })
    }

    func tick(_ application: Application) {
        for index in chores.indices {
            let begins = progress.withLock { progress in
                defer { progress[index].isUnderWay = true }
                return !progress[index].isUnderWay
            }
            if begins { look(index, application) }
        }
    }

    private func look(_ index: Int, _ application: Application) {
        let (chore, now) = (chores[index], application.ports.now())
        application.executor.read(for: nil, { try chore.isDue($0, now: now) }) { [self] isDue in
            switch isDue {
            case .success(true): work(index, application)
            case .success(false): end(index, nil, application)
            case .failure(let error): end(index, error, application)
            }
        }
    }

    private func work(_ index: Int, _ application: Application) {
        application.runOwn(chores[index].slice) { [self] worked in
            switch worked {
            case .success(let (count, failures)):
                for failure in failures { log(failure.error, of: index, subject: failure.subject, application) }
                progress.withLock { progress in progress[index].caughtUp = progress[index].caughtUp.map { $0 + count } }
                look(index, application)
            case .failure(let error): end(index, error, application)
            }
        }
    }

    private func end(_ index: Int, _ error: (any Error)?, _ application: Application) {
        let caughtUp = progress.withLock { progress -> Int in
            progress[index].isUnderWay = false
            guard error == nil, let count = progress[index].caughtUp else { return 0 }
            progress[index].caughtUp = nil
            return count
        }
        if caughtUp > 0 {
            application.ports.log(
                LogLine(.info, "caught up", [("chore", chores[index].name), ("count", "\(caughtUp)")]))
        }
        if let error { log(error, of: index, application) }
    }

    private func log(_ error: any Error, of index: Int, subject: UInt64? = nil, _ application: Application) {
        let subject = subject.map { [("subject", "\($0)")] } ?? []
        application.ports.log(
            LogLine(.error, "chore failed", [("chore", chores[index].name)] + subject + [("error", "\(error)")]))
    }
}
