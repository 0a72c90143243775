import Application
import HTTP
import Network
import Storage

// OPS-5: what a monitoring system asks of a server.
extension HTTPRoute {
    /// Whether the server answers and its database can be read. For anybody.
    static func health(_ executor: any Executor) -> HTTPRoute {
        HTTPRoute("GET", "/healthz", bodyLimit: 0) { _, answer in
            executor.read(for: nil, { try $0.exists("SELECT 1 FROM organisation") }) { found in
                switch found {
                case .success: answer(.plain(200, "ok"))
                case .failure: answer(.plain(503, "the database cannot be read"))
                }
            }
        }
    }

    /// Whether the server can do its work now: its writer takes a command, and the disk is not full.
    static func readiness(_ executor: any Executor, _ condition: Condition) -> HTTPRoute {
        HTTPRoute("GET", "/readyz", bodyLimit: 0) { _, answer in
            guard !condition.isDiskFull else { return answer(.plain(503, "the disk is full")) }
            executor.write({ _ in }) { (written: Result<Void, any Error>) in
                switch written {
                case .success: answer(.plain(200, "ready"))
                case .failure: answer(.plain(503, "the writer takes no commands"))
                }
            }
        }
    }

    /// - Parameter networks: those that may read the figures besides this machine; what a proxy passes on may not.
    static func metrics(_ metrics: Metrics, for networks: [AddressRange]) -> HTTPRoute {
        HTTPRoute("GET", "/metrics", bodyLimit: 0) { request, answer in
            let isPassedOn = ["x-forwarded-for", "forwarded", "via"].contains { request.headers[$0] != nil }
            let isOwn = ["127.0.0.1", "::1", "::ffff:127.0.0.1"].contains(request.source)
            guard !isPassedOn, isOwn || networks.contains(where: { $0.contains(literal: request.source) }) else {
                return answer(OutgoingAnswer(404))
            }
            metrics.read { text in
                switch text {
                case .success(let text):
                    answer(
                        OutgoingAnswer(
                            200, headers: [("Content-Type", MetricsText.contentType)], body: Array(text.utf8)))
                case .failure(let error): answer(.plain(503, "\(error)"))
                }
            }
        }
    }
}

extension OutgoingAnswer {
    fileprivate static func plain(_ status: Int, _ text: String) -> OutgoingAnswer {
        OutgoingAnswer(
            status, headers: [("Content-Type", "text/plain; charset=utf-8")], body: Array((text + "\n").utf8))
    }
}
