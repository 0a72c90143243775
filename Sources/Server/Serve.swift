import Application
import Glibc
import Network
import Passes
import Service
import Threads

/// `rollcalld serve`: one process from its files to its sockets, until SIGTERM or SIGINT. SIGHUP reloads the settings.
enum Serve {
    struct Options {
        var tls: [Endpoint]
        var plain: [Endpoint]
        var loops: Int
    }

    /// The time limit from the signal to the end of the process.
    private static let stopMs: Int64 = 1_800

    static func run(_ folder: DataFolder, _ options: Options, announce: (String) throws -> Void) throws {
        let signals = Signals()
        let log = JSONLog()
        defer { log.close() }
        let server = try RunningServer(folder, options, log)
        for (index, endpoint) in server.endpoints.enumerated() {
            try announce("listening \(index < options.tls.count ? "tls" : "plain") \(endpoint)")
        }
        log.write(LogLine(.info, "serving", [("site", try SiteFingerprint(siteID: server.site.id).text)]))
        ServiceNotice.ready.send()
        serve(server, signals)
        ServiceNotice.stopping.send()
        log.write(LogLine(.info, "stopping"))
        endInTime(log)
        server.stop()
        log.write(LogLine(.info, "stopped"))
    }

    private static func serve(_ server: RunningServer, _ signals: Signals) {
        var seconds = 0
        server.look()
        while true {
            switch signals.next(withinSeconds: 1) {
            case .stop: return
            case .reload: server.reload()
            case nil:
                server.tick()
                seconds += 1
                if seconds % 60 == 0 { server.look() }
                if seconds % 3600 == 0 { server.expire() }
            }
        }
    }

    /// Ends the process if stopping takes too long. Everything acknowledged is durable before its answer is sent, so
    /// nothing is lost.
    private static func endInTime(_ log: JSONLog) {
        _ = Thread.start("stop") {
            let never = Monitor(false)
            _ = never.wait(atMostMs: stopMs) { $0 ? () : nil }
            log.write(LogLine(.warning, "stopped with work under way"))
            log.close()
            _exit(EXIT_SUCCESS)
        }
    }
}
