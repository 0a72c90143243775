import Application
import Domain
import Storage
import Threads

/// Work that a point in time brings about: looked for every second on a reader, and done in slices that other commands pass.
struct Chore: Sendable {
    /// For the log.
    let name: String
    /// Whether there is work now; one range of an index.
    let isDue: @Sendable (Snapshot, _ now: Int64) throws -> Bool
    /// Does a part of it, in a command of its own.
    /// - Returns: of how many things.
    let slice: @Sendable (WriteContext) throws -> Int
}

/// Does a server's chores, each by itself: one that fails is logged, and tried again a second later. Of what came due while no
/// server ran, one line a chore is logged when it is done.
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
        application.executor.read(for: nil, { try chore.isDue($0, now) }) { [self] isDue in
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
            case .success(let count):
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
        guard let error else { return }
        application.ports.log(
            LogLine(.error, "chore failed", [("chore", chores[index].name), ("error", "\(error)")]))
    }
}
