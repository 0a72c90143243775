import Application
import Domain
import Foundation
import Messages
import Network
import Service
import Storage
import Threads

/// OPS-5: the figures of a running server, in the format of Prometheus. `Docs/Operating.md` lists them.
struct Metrics: Sendable {
    let application: Application
    let executor: ThreadedExecutor
    let commits: CommitCounts
    let condition: Condition
    let folder: DataFolder
    let server: Server
    let startedMs: Int64

    /// Answers from a reader's thread.
    func read(_ done: @escaping @Sendable (Result<String, any Error>) -> Void) {
        let now = application.ports.now()
        executor.readers.submit({ try Figures($0, now: now) }) { figures in
            done(Result { try text(try figures.get(), now: now) })
        }
    }

    private func text(_ figures: Figures, now: Int64) throws -> String {
        var text = MetricsText()
        try addProcess(&text)
        addConnections(&text)
        addCalls(&text)
        addCommits(&text)
        try addDisk(&text)
        add(figures, now: now, &text)
        addTimes(&text)
        return text.text
    }

    private func addProcess(_ text: inout MetricsText) throws {
        let figures = try ProcessFigures()
        text.family("process_start_time_seconds", .gauge, "When the process started, seconds since 1970.")
        text.sample(.init(parts: startedMs, perUnit: 1000))
        text.family("process_cpu_seconds_total", .counter, "Processor time of the process.")
        text.sample(.init(parts: figures.processorMicroseconds, perUnit: 1_000_000))
        text.family("process_resident_memory_bytes", .gauge, "Memory of the process.")
        text.sample(.init(figures.residentBytes))
        text.family("process_open_fds", .gauge, "Open files and sockets of the process.")
        text.sample(.init(figures.openFiles))
        text.family("process_max_fds", .gauge, "The most that may be open.")
        text.sample(.init(figures.mostOpenFiles))
    }

    private func addConnections(_ text: inout MetricsText) {
        text.family("rollcall_connections", .gauge, "Open connections of clients and terminals.")
        text.sample(.init(server.connections))
        text.family("rollcall_connection_memory_bytes", .gauge, "Memory held for connections.")
        text.sample(.init(server.memory))
        text.family("rollcall_queue_length", .gauge, "What waits for a thread, by queue.")
        for (queue, count) in executor.waiting { text.sample(.init(count), ("queue", queue)) }
    }

    private func addCalls(_ text: inout MetricsText) {
        let methods = application.counts.read()
        text.family(
            "rollcall_calls_total", .counter, "Calls answered, by method and outcome: ok or the name of the error.")
        for method in methods {
            for (outcome, count) in method.outcomes {
                text.sample(.init(count), ("method", method.method.name), ("outcome", outcome))
            }
        }
        text.family("rollcall_call_duration_seconds", .histogram, "From the arrival of a call to its answer.")
        for method in methods {
            text.histogram(CallCounts.bounds, perSecond: 1000, method.times, ("method", method.method.name))
        }
    }

    private func addCommits(_ text: inout MetricsText) {
        let figures = commits.read()
        text.family("rollcall_commit_group_duration_seconds", .histogram, "Groups of commands that share a commit.")
        text.histogram(CommitCounts.bounds, perSecond: 1_000_000, figures.times)
        text.family("rollcall_commit_commands_total", .counter, "Commands in these groups.")
        text.sample(.init(figures.commands))
        text.family("rollcall_write_ahead_log_bytes", .gauge, "The write-ahead log that is not yet in the database.")
        text.sample(.init(figures.logPages * Database.pageSize))
    }

    private func addDisk(_ text: inout MetricsText) throws {
        let disk = try Disk(of: folder)
        text.family("rollcall_disk_free_bytes", .gauge, "Room on the disk of the data folder.")
        text.sample(.init(disk.freeBytes))
        text.family("rollcall_disk_size_bytes", .gauge, "The size of that disk.")
        text.sample(.init(disk.sizeBytes))
        text.family("rollcall_disk_full", .gauge, "1 while commits are refused because the disk is full.")
        text.sample(.init(condition.isDiskFull ? 1 : 0))
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.database)
        text.family("rollcall_database_size_bytes", .gauge, "The size of the database without its log.")
        text.sample(.init(attributes[.size] as? Int ?? 0))
    }

    private func add(_ figures: Figures, now: Int64, _ text: inout MetricsText) {
        text.family(
            "rollcall_outbox_entries", .gauge, "What other services are to be told; dead entries were given up.")
        for state in [OutboxState.waiting, .sending, .dead] {
            text.sample(.init(figures.outbox[state] ?? 0), ("state", "\(state)"))
        }
        text.family("rollcall_outbox_oldest_waiting_seconds", .gauge, "The age of the oldest entry that waits.")
        text.sample(.init(parts: figures.oldestWaitingMs.map { max(0, now - $0) } ?? 0, perUnit: 1000))
        text.family(
            "rollcall_terminals", .gauge, "Terminals that are not revoked, by the time since their last contact.")
        for age in Figures.Age.allCases {
            text.sample(.init(figures.terminals[age] ?? 0), ("last_contact", age.rawValue))
        }
        text.family("rollcall_deferred_batches", .gauge, "Batches of newer terminals that wait for a newer server.")
        text.sample(.init(figures.deferredBatches))
        text.family("rollcall_found_damage", .gauge, "Damaged pages and rows that were found.")
        text.sample(.init(figures.damage))
    }

    private func addTimes(_ text: inout MetricsText) {
        text.family("rollcall_certificate_expiry_timestamp_seconds", .gauge, "When a certificate expires.")
        for (name, expiresMs) in condition.certificates {
            text.sample(.init(parts: expiresMs, perUnit: 1000), ("certificate", name))
        }
        guard let backup = condition.lastBackup else { return }
        text.family(
            "rollcall_backup_timestamp_seconds", .gauge, "The time of the state that the last finished backup has.")
        text.sample(.init(parts: backup.madeMs, perUnit: 1000))
    }
}
