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
    let slice: @Sendable (WriteContext) throws -> Void
}

/// Does a server's chores, each by itself: one that fails is logged, and tried again a second later.
final class Chores: Sendable {
    private let chores: [Chore]
    private let underWay = Locked<Set<Int>>([])

    init(_ chores: [Chore]) { self.chores = chores }

    func tick(_ application: Application) {
        for index in chores.indices where underWay.withLock({ $0.insert(index).inserted }) {
            look(index, application)
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
            case .success: look(index, application)
            case .failure(let error): end(index, error, application)
            }
        }
    }

    private func end(_ index: Int, _ error: (any Error)?, _ application: Application) {
        underWay.withLock { _ = $0.remove(index) }
        guard let error else { return }
        application.ports.log(
            LogLine(.error, "chore failed", [("chore", chores[index].name), ("error", "\(error)")]))
    }
}
