import Application
import Console
import Domain
import HTTP
import Network
import Service

/// The HTTP listener, off unless the settings have one: what payment gateways have to tell, the page that verifies certificates,
/// and what a monitoring system asks.
///
/// A notice is verified before it takes a turn of the writer, and answered after the commit of what it says: a gateway repeats
/// what is answered otherwise, or not in time.
enum NoticeListener {
    /// `http` of the settings.
    struct Settings: Decodable {
        /// A numeric address and a port: `127.0.0.1:7780`, `[::1]:7780`.
        var listen: String
        /// In `keys/`, PEM; without them a proxy in front speaks TLS.
        var certificateFile: String?
        var keyFile: String?
        /// The address under which others reach it: `https://rollcall.example`; printed on certificates.
        var publicAddress: String?
        /// Addresses and networks besides this machine that may read `/metrics`.
        var metricsFrom: [String]?
    }

    /// Notices of a gateway come below it.
    static let path = "/notices/"
    /// The most bytes of a notice; today's have a few thousand.
    private static let bodyLimit = 32 << 10

    static func start(
        _ settings: Settings, _ folder: DataFolder, _ application: Application, _ service: Service, _ metrics: Metrics
    ) throws -> HTTPServer {
        let monitoring: [HTTPRoute] = [
            .health(application.executor), .readiness(application.executor, metrics.condition),
            .metrics(metrics, for: try networks(settings, folder)),
        ]
        let routes = PaymentChannel.allCases.map { notices(of: $0, application, service) }
        do {
            return try HTTPServer(
                try listening(settings, folder),
                routes + monitoring + [VerificationPage.route(application, service)])
        } catch is HTTPServer.CouldNotListen {
            throw CommandFailure(
                .failure, name: "http",
                Phrase("cannot listen on \(settings.listen)", "无法在 \(settings.listen) 上监听"))
        }
    }

    /// ORD-2: what a gateway tells of payments and refunds.
    private static func notices(
        of channel: PaymentChannel, _ application: Application, _ service: Service
    ) -> HTTPRoute {
        HTTPRoute("POST", path + channel.word, bodyLimit: bodyLimit) { request, answer in
            guard let gateway = application.ports.services.payments[channel] else { return answer(OutgoingAnswer(404)) }
            let say = { @Sendable (outcome: NoticeAnswer, reason: String?) in
                if let reason {
                    application.ports.log(
                        LogLine(.warning, "notice not taken", [("gateway", channel.word), ("reason", reason)]))
                }
                let reply = gateway.answer(outcome)
                answer(
                    OutgoingAnswer(reply.status, headers: [("Content-Type", reply.contentType)], body: reply.body))
            }
            switch gateway.readNotice(ReceivedNotice(headers: request.headers, body: request.body)) {
            case .failure(let fault): say(.refused, fault.reason)
            case .success(let notice):
                service.take(notice, of: channel, application) { taken in
                    switch taken {
                    case .success(true): say(.taken, nil)
                    // A server restored from a backup may come to know it.
                    case .success(false): say(.failed, "about nothing that is known here")
                    case .failure(let error): say(.failed, "\(error)")
                    }
                }
            }
        }
    }

    private static func networks(_ settings: Settings, _ folder: DataFolder) throws -> [AddressRange] {
        do {
            return try (settings.metricsFrom ?? []).map { try AddressRange($0) }
        } catch {
            throw CommandFailure(
                .failure, name: "settings",
                Phrase(
                    "\(folder.settings): http.metrics_from holds what is no address: \(error)",
                    "\(folder.settings)：http.metrics_from 中有不是地址的内容：\(error)"))
        }
    }

    private static func listening(_ settings: Settings, _ folder: DataFolder) throws -> HTTPServer.Settings {
        let wrong = CommandFailure(
            .failure, name: "settings",
            Phrase(
                "\(folder.settings): http.listen is no ADDRESS:PORT", "\(folder.settings)：http.listen 不是 地址:端口"))
        guard let colon = settings.listen.lastIndex(of: ":"),
            let port = UInt16(settings.listen[settings.listen.index(after: colon)...])
        else { throw wrong }
        let host = settings.listen[..<colon]
        let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
        return HTTPServer.Settings(
            host: isBracketed ? String(host.dropFirst().dropLast()) : String(host), port: port,
            tls: try certificate(settings, folder))
    }

    private static func certificate(
        _ settings: Settings, _ folder: DataFolder
    ) throws -> (certificatePEM: String, keyPEM: String)? {
        guard let certificate = settings.certificateFile, let key = settings.keyFile else { return nil }
        func text(_ file: String, of setting: String) throws -> String {
            String(decoding: try folder.read(file, of: setting), as: UTF8.self)
        }
        return (try text(certificate, of: "http.certificate_file"), try text(key, of: "http.key_file"))
    }

    /// Shows the certificate that the files hold now.
    static func reload(_ server: HTTPServer, _ settings: Settings, _ folder: DataFolder) throws {
        guard let tls = try certificate(settings, folder) else { return }
        do {
            try server.show(certificatePEM: tls.certificatePEM, keyPEM: tls.keyPEM)
        } catch {
            throw CommandFailure(
                .failure, name: "settings",
                Phrase(
                    "\(folder.settings): http.certificate_file and http.key_file are no certificate with its key",
                    "\(folder.settings)：http.certificate_file 与 http.key_file 不是相配的证书和私钥"))
        }
    }
}
