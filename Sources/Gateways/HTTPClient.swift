import CCurl
import Threads

/// An HTTP client. Sending blocks until the answer arrives.
///
/// A request is sent at most once, over a connection of its own. Certificates are verified against the system's
/// authorities; proxies named in the environment are ignored. The request bounds its time, headers and body; `places`
/// bounds the number of open requests.
package final class HTTPClient: Sendable {
    private struct State {
        var isStopped = false
        var nextNumber = 0
        var underWay: [Int: WakeUp] = [:]
    }

    private let places: Int
    private let state = Locked(State())

    /// - Parameter places: the most open requests; one more is refused.
    package init(places: Int = 8) {
        precondition(Self.isReady, "curl_global_init")
        self.places = places
    }

    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    package func send(_ request: HTTPRequest) throws(HTTPFailure) -> HTTPResponse {
        let transfer = try Transfer(request)
        let number = try enter(transfer.wakeUp)
        // Removed before the transfer is freed, so that nobody wakes it afterwards.
        defer { withExtendedLifetime(transfer) { state.withLock { $0.underWay[number] = nil } } }
        return try transfer.run { state.withLock { $0.isStopped } }
    }

    /// Ends every open request at once and refuses later ones.
    package func stop() {
        state.withLock { state in
            state.isStopped = true
            for transfer in state.underWay.values { transfer() }
        }
    }

    private func enter(_ wakeUp: WakeUp) throws(HTTPFailure) -> Int {
        try state.withLock { state throws(HTTPFailure) in
            guard !state.isStopped else { throw .stopped(.notSent) }
            guard state.underWay.count < places else { throw .tooMany }
            state.nextNumber += 1
            state.underWay[state.nextNumber] = wakeUp
            return state.nextNumber
        }
    }
}

/// Interrupts the wait of a transfer, from any thread, while the transfer exists.
@safe struct WakeUp: @unchecked Sendable {
    // Sendable by hand: curl_multi_wakeup is the one function of a handle that any thread may call.
    let multi: UnsafeMutableRawPointer

    func callAsFunction() { unsafe curl_multi_wakeup(multi) }
}
