import CMicroHTTPD
import Glibc
import Threads

/// An HTTP/1.1 server with one thread, for requests that come from other machines' programs: few, small, and of anybody.
///
/// Each request is bounded before it is read: its headers by 16 KiB, its body by its route. A connection that says nothing
/// is closed after a while; when most places are taken, each new connection closes the one that has been without an
/// answer for longest, unless its request is with a handler. So nobody who sends slowly keeps others out.
@safe package final class HTTPServer: @unchecked Sendable {
    // Sendable by hand: one thread makes, renews and stops it.
    package struct Settings: Sendable {
        /// A numeric address.
        package let host: String
        /// 0 = any free one.
        package let port: UInt16
        /// The most open connections.
        package let connections: Int
        /// A connection that says nothing for so long is closed.
        package let idleSeconds: UInt32
        /// With nil, the server speaks in the clear: on loopback or behind a proxy.
        package private(set) var tls: (certificatePEM: String, keyPEM: String)?

        package init(
            host: String, port: UInt16, connections: Int = 64, idleSeconds: UInt32 = 10,
            tls: (certificatePEM: String, keyPEM: String)? = nil
        ) {
            self.host = host
            self.port = port
            self.connections = connections
            self.idleSeconds = idleSeconds
            self.tls = tls
        }

        fileprivate func with(certificatePEM: String, keyPEM: String) -> Settings {
            var new = self
            new.tls = (certificatePEM, keyPEM)
            return new
        }
    }

    package struct CouldNotListen: Error {}

    private static let headerBytes = 16 << 10

    private let site: HTTPSite
    private var settings: Settings
    private var daemon: OpaquePointer?
    /// Those with a certificate of before, which finish what they have begun, and the sockets that they took connections from.
    private var leaving: [(daemon: OpaquePointer, socket: Int32)] = unsafe []
    package let port: UInt16

    package init(_ settings: Settings, _ routes: [HTTPRoute]) throws(CouldNotListen) {
        self.settings = settings
        site = HTTPSite(routes, places: settings.connections)
        guard let daemon = unsafe Self.start(settings, site) else { throw CouldNotListen() }
        unsafe self.daemon = daemon
        port = unsafe chttp_port(daemon)
    }

    deinit { stop() }

    /// Shows another certificate to whoever connects from now on; no connection is refused or broken off.
    /// - Throws: for what is no certificate with its key; the one of before is shown on.
    package func show(certificatePEM: String, keyPEM: String) throws(CouldNotListen) {
        guard let daemon = unsafe daemon else { throw CouldNotListen() }
        let socket = unsafe MHD_quiesce_daemon(daemon)
        guard socket >= 0 else { throw CouldNotListen() }
        unsafe endLeaving { unsafe chttp_connections($0) == 0 }
        unsafe leaving.append((daemon, socket))
        let new = settings.with(certificatePEM: certificatePEM, keyPEM: keyPEM)
        // A daemon closes its socket when it ends, and when it cannot begin.
        if let next = unsafe Self.start(new, site, dup(socket)) {
            unsafe self.daemon = next
            settings = new
            return
        }
        unsafe self.daemon = Self.start(settings, site, dup(socket))
        throw CouldNotListen()
    }

    private func endLeaving(where isDone: (OpaquePointer) -> Bool = { _ in true }) {
        unsafe leaving.removeAll { one in
            guard unsafe isDone(one.daemon) else { return false }
            unsafe MHD_stop_daemon(one.daemon)
            unsafe close(one.socket)
            return true
        }
    }

    /// Takes no more connections, answers 503 to what handlers have not answered, and waits for the threads to end.
    package func stop() {
        guard let daemon = unsafe daemon else { return }
        site.stop()
        unsafe endLeaving()
        unsafe MHD_stop_daemon(daemon)
        unsafe self.daemon = nil
    }

    private static func start(_ settings: Settings, _ site: HTTPSite, _ socket: Int32 = -1) -> OpaquePointer? {
        let context = unsafe Unmanaged.passUnretained(site).toOpaque()
        let (key, certificate) = (settings.tls?.keyPEM, settings.tls?.certificatePEM)
        return unsafe withCString(settings.host, key, certificate) { host, key, certificate in
            var given = unsafe chttp_settings(
                host: host, port: settings.port, connections: UInt32(settings.connections),
                idle_s: settings.idleSeconds, memory: headerBytes, key: key, certificate: certificate, socket: socket)
            return unsafe chttp_start(&given, context, beginRequest, receiveRequest, endRequest, noteConnection)
        }
    }
}

/// Calls `body` with the texts as C has them.
private func withCString<Result>(
    _ first: String, _ second: String?, _ third: String?,
    _ body: (UnsafePointer<CChar>, UnsafePointer<CChar>?, UnsafePointer<CChar>?) -> Result
) -> Result {
    unsafe first.withCString { first in
        guard let second, let third else { return unsafe body(first, nil, nil) }
        return unsafe second.withCString { second in
            unsafe third.withCString { third in unsafe body(first, second, third) }
        }
    }
}

// MARK: Called by libmicrohttpd, on its thread. The context is the site, which outlives its daemon.

private func site(_ context: UnsafeMutableRawPointer?) -> HTTPSite? {
    unsafe context.map { unsafe Unmanaged<HTTPSite>.fromOpaque($0).takeUnretainedValue() }
}

private func beginRequest(
    _ context: UnsafeMutableRawPointer?, _ target: UnsafePointer<CChar>?, _: OpaquePointer?
) -> UnsafeMutableRawPointer? {
    guard let site = unsafe site(context) else { return nil }
    let text = unsafe target.map { unsafe String(cString: $0) } ?? ""
    let pending = site.begin(text)
    // Released when the request is over.
    return unsafe Unmanaged.passRetained(pending).toOpaque()
}

private func receiveRequest(
    _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?, _: UnsafePointer<CChar>?,
    _ method: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?, _ bytes: UnsafePointer<CChar>?,
    _ count: UnsafeMutablePointer<Int>?, _ held: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
    guard let site = unsafe site(context), let connection = unsafe connection, let method = unsafe method,
        let count = unsafe count, let pointer = unsafe held?.pointee
    else { return .NO }
    let pending = unsafe Unmanaged<PendingRequest>.fromOpaque(pointer).takeUnretainedValue()
    if let answer = pending.answer { return unsafe send(answer, on: connection) }
    guard pending.hasBegun else {
        let refusal = unsafe pending.begin(connection, method: String(cString: method), routes: site.routes)
        return refusal.map { unsafe send($0, on: connection) } ?? .YES
    }
    if unsafe count.pointee > 0 {
        let isWithin = unsafe pending.receive(UnsafeRawBufferPointer(start: bytes, count: count.pointee))
        unsafe count.pointee = 0
        return isWithin ? .YES : .NO
    }
    guard unsafe site.hold(pending, on: chttp_socket(connection)) else {
        return unsafe send(OutgoingAnswer(503), on: connection)
    }
    unsafe MHD_suspend_connection(connection)
    unsafe pending.ask(PendingRequest.Paused(connection: connection))
    return .YES
}

private func endRequest(
    _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?,
    _ held: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _: MHD_RequestTerminationCode
) {
    guard let site = unsafe site(context), let held = unsafe held, let pointer = unsafe held.pointee else { return }
    let pending = unsafe Unmanaged<PendingRequest>.fromOpaque(pointer).takeRetainedValue()
    unsafe held.pointee = nil
    if let connection = unsafe connection { unsafe site.release(pending, on: chttp_socket(connection)) }
}

private func noteConnection(
    _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?,
    _: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ what: MHD_ConnectionNotificationCode
) {
    guard let site = unsafe site(context), let connection = unsafe connection else { return }
    let socket = unsafe chttp_socket(connection)
    if what == .CONNECTION_NOTIFY_STARTED { site.opened(socket) } else { site.closed(socket) }
}

private func send(_ answer: OutgoingAnswer, on connection: OpaquePointer) -> MHD_Result {
    guard !answer.isHangUp else { return .NO }
    // Name after value, each ended by a zero, in one buffer that the pointers lead into.
    let texts = answer.headers.flatMap { [$0.name, $0.value] }.map { Array($0.utf8CString) }
    let starts = texts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    return unsafe Array(texts.joined()).withUnsafeBufferPointer { buffer in
        let pointers = unsafe starts.dropLast().map { start in unsafe buffer.baseAddress.map { unsafe $0 + start } }
        return unsafe chttp_answer(
            connection, UInt32(answer.status), answer.body, answer.body.count, pointers, answer.headers.count)
    }
}
