package import Storage
import Threads

/// The damage found since the process started; each place is reported once.
final class FoundDamage: Sendable {
    /// The most places remembered; a disk with more is lost.
    private static let limit = 1000

    private let known = Locked<Set<Damage>>([])

    func isNew(_ damage: Damage) -> Bool {
        known.withLock { $0.count < Self.limit && $0.insert(damage).inserted }
    }
}

extension Application {
    /// Logs damage, once per place, and stores it for the operator.
    package func report(_ damage: Damage) {
        guard foundDamage.isNew(damage) else { return }
        let (ports, now) = (ports, ports.now())
        ports.log(LogLine(.error, "damage found", [("damage", damage.description)]))
        executor.write(
            { transaction in
                _ = try transaction.execute(
                    "INSERT INTO found_damage (damage, found_ms) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
                    damage.description, now)
            },
            done: { (result: Result<Void, any Error>) in
                guard case .failure(let error) = result else { return }
                ports.log(LogLine(.error, "damage not noted", [("error", "\(error)")]))
            })
    }
}
