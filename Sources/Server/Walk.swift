import Application
import Foundation
import Service
import Storage
import Threads

/// Checks every page and every row whose damage can be detected, once a day, a few milliseconds at a time: otherwise
/// damage to rarely used rows would be found only when they are needed. Its position is stored, so that restarts
/// continue it.
final class Walk: Sendable {
    private static let dayMs: Int64 = 86_400_000
    /// A twentieth of one processor, at the lowest priority.
    private static let (sliceMs, pauseMs): (UInt64, Int64) = (4, 80)
    /// The interval at which its position is stored.
    private static let keptEveryMs: Int64 = 60_000
    private static let rows = 16

    private let isStopping: Monitor<Bool>
    private let thread: Threads.Thread

    /// - Parameter path: the path of the database.
    init(_ path: String, _ service: Service, _ application: Application, _ log: JSONLog) {
        let isStopping = Monitor(false)
        self.isStopping = isStopping
        thread = Threads.Thread.start("walk") {
            // Affects this thread only.
            setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 19)
            do {
                let walker = try Walker(path, service, application, log)
                while isStopping.wait(atMostMs: walker.isResting ? 60_000 : Self.pauseMs, { $0 ? true : nil }) == nil {
                    try walker.walk(untilMs: MonotonicClock.nowMs() + Self.sliceMs)
                }
            } catch {
                log.write(LogLine(.error, "walk ended", [("error", "\(error)")]))
            }
        }
    }

    func stop() {
        isStopping.change { $0 = true }
        thread.join()
    }

    /// The walk's state, on its own thread.
    private final class Walker {
        private let database: Database
        private let service: Service
        private let application: Application
        private let log: JSONLog
        private var place: WalkPlace
        private var keptMs: Int64 = 0

        init(_ path: String, _ service: Service, _ application: Application, _ log: JSONLog) throws {
            self.log = log
            self.service = service
            self.application = application
            database = try Database(path: path, access: .reading)
            try database.keepLittle()
            place = try database.read { try WalkPlace($0) }
        }

        /// A walk is complete, and the next day has not come.
        var isResting: Bool {
            place.isOver && WallClock.nowMs() - place.begunMs < Walk.dayMs
        }

        func walk(untilMs end: UInt64) throws {
            if isResting { return }
            if place.isOver { place = .start(WallClock.nowMs()) }
            repeat {
                if place.part == 0 { try lookAtPages() } else { try lookAtRows() }
            } while !place.isOver && MonotonicClock.nowMs() < end
            let now = WallClock.nowMs()
            if place.isOver || abs(now - keptMs) >= Walk.keptEveryMs {
                keptMs = now
                let (place, log) = (place, log)
                application.executor.writeInBackground({ try place.keep($0) }) { (result: Result<Void, any Error>) in
                    guard case .failure(let error) = result else { return }
                    log.write(LogLine(.warning, "place of the walk not kept", [("error", "\(error)")]))
                }
            }
        }

        private func lookAtPages() throws {
            let last = UInt64(try database.storedPages())
            let next = min(last, place.position + UInt64(Walk.rows))
            while place.position < next {
                place.position += 1
                if try isDamaged(UInt32(place.position)) {
                    application.report(Damage("page \(place.position) is damaged"))
                }
            }
            if place.position >= last { place.advance() }
        }

        /// Checks a page several times, because it may be being written.
        private func isDamaged(_ page: UInt32) throws -> Bool {
            for _ in 0..<3 {
                if try database.stored(page) != .damaged { return false }
                usleep(50_000)
            }
            return true
        }

        private func lookAtRows() throws {
            let parts = Checks.checkParts
            guard place.part <= parts.count else { return place.finish() }
            let part = parts[place.part - 1]
            let looked = try database.read {
                try service.checks.check(part, after: place.position, atMost: Walk.rows, $0)
            }
            for damage in looked.damage { application.report(damage) }
            if let last = looked.last { place.position = last } else { place.advance() }
            if place.part > parts.count { place.finish() }
        }
    }
}
