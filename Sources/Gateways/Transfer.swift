import CCurl

/// One request and its response, on the thread that waits for it.
@safe final class Transfer {
    private static let headerLimit = 64 << 10

    private let multi: UnsafeMutableRawPointer
    private let easy: UnsafeMutableRawPointer
    private var headers: UnsafeMutablePointer<curl_slist>?
    private let bodyLimit: Int

    private var delivery = HTTPFailure.Delivery.notSent
    private var headerBytes = 0
    private var received: [String: [String]] = [:]
    private var body: [UInt8] = []
    private var isTooLarge = false
    /// The status, if it alone is the answer.
    private var status: Int?

    init(_ request: HTTPRequest) throws(HTTPFailure) {
        guard let multi = unsafe curl_multi_init(), let easy = unsafe curl_easy_init() else {
            throw .couldNotConnect("out of memory")
        }
        unsafe (self.multi, self.easy) = unsafe (multi, easy)
        bodyLimit = request.bodyLimit
        try prepare(request)
        guard unsafe curl_multi_add_handle(multi, easy) == CURLM_OK else { throw .couldNotConnect("out of memory") }
    }

    deinit {
        unsafe curl_multi_remove_handle(multi, easy)
        unsafe curl_easy_cleanup(easy)
        unsafe curl_multi_cleanup(multi)
        unsafe curl_slist_free_all(headers)
    }

    var wakeUp: WakeUp { unsafe WakeUp(multi: multi) }

    /// - Parameter isStopped: called after every event and wake-up.
    func run(until isStopped: () -> Bool) throws(HTTPFailure) -> HTTPResponse {
        var outcome = CURLE_OK
        repeat {
            if isStopped() { throw .stopped(delivery) }
            var running: Int32 = 0
            try check(unsafe curl_multi_perform(multi, &running))
            if unsafe ccurl_is_over(multi, &outcome) != 0 { return try answer(outcome) }
            try check(unsafe curl_multi_poll(multi, nil, 0, 1000, nil))
        } while true
    }

    private func answer(_ outcome: CURLcode) throws(HTTPFailure) -> HTTPResponse {
        if let status { return HTTPResponse(status: status, headers: received, body: []) }
        if isTooLarge { throw .tooLarge }
        switch outcome {
        case CURLE_OK: return HTTPResponse(status: unsafe ccurl_status(easy), headers: received, body: body)
        case CURLE_OPERATION_TIMEDOUT: throw .timedOut(delivery)
        case _:
            let reason = unsafe String(cString: curl_easy_strerror(outcome))
            throw delivery == .notSent ? .couldNotConnect(reason) : .broken(reason)
        }
    }

    private func check(_ code: CURLMcode) throws(HTTPFailure) {
        guard code != CURLM_OK else { return }
        let reason = unsafe String(cString: curl_multi_strerror(code))
        throw delivery == .notSent ? .couldNotConnect(reason) : .broken(reason)
    }

    private func prepare(_ request: HTTPRequest) throws(HTTPFailure) {
        for (name, value) in request.headers { try add("\(name): \(value)") }
        // Disables "Expect: 100-continue", which waits before a long body.
        try add("Expect:")
        let milliseconds = Int(clamping: max(1, request.timeoutMs))
        let isPost = request.method == .post
        let codes = unsafe [
            ccurl_set_up(easy), ccurl_set_url(easy, request.address.text), ccurl_set_headers(easy, headers),
            isPost ? ccurl_set_post(easy, request.body, request.body.count) : CURLE_OK,
            ccurl_set_timeout(easy, milliseconds),
            ccurl_set_callbacks(
                easy, beforeSending, receiveHeader, receiveBody, Unmanaged.passUnretained(self).toOpaque()),
        ]
        if let code = codes.first(where: { $0 != CURLE_OK }) {
            throw .couldNotConnect(unsafe String(cString: curl_easy_strerror(code)))
        }
    }

    private func add(_ header: String) throws(HTTPFailure) {
        guard header.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }), let list = unsafe curl_slist_append(headers, header)
        else { throw .couldNotConnect("a header that cannot be sent") }
        unsafe headers = list
    }

    // MARK: Called by curl, within `run`

    /// Called before the first byte of the request is sent.
    fileprivate func willSend() { delivery = .unknown }

    /// Returns false to end the transfer.
    fileprivate func receive(header line: UnsafeRawBufferPointer) -> Bool {
        headerBytes += line.count
        isTooLarge = headerBytes > Self.headerLimit
        let isLast = line.count <= 2
        // An interim answer, and what it says, is followed by the answer.
        if unsafe line.starts(with: "HTTP/".utf8) { received = [:] }
        if !isTooLarge, !isLast { unsafe note(String(decoding: line, as: UTF8.self)) }
        if !isTooLarge, bodyLimit == 0, isLast {
            let code = unsafe ccurl_status(easy)
            // A status below 200 is followed by another.
            if code >= 200 { status = code }
        }
        return !isTooLarge && status == nil
    }

    private func note(_ line: String) {
        guard let colon = line.firstIndex(of: ":") else { return }
        func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" || character.isNewline }
        let value = line[line.index(after: colon)...].drop(while: isBlank)
        let end = value.lastIndex { !isBlank($0) }.map { value.index(after: $0) } ?? value.startIndex
        received[line[..<colon].lowercased(), default: []].append(String(value[..<end]))
    }

    fileprivate func receive(body bytes: UnsafeRawBufferPointer) -> Bool {
        isTooLarge = body.count + bytes.count > bodyLimit
        if !isTooLarge { unsafe body.append(contentsOf: bytes) }
        return !isTooLarge
    }
}

// The context is the running transfer, which outlives its run.

private func beforeSending(
    _ context: UnsafeMutableRawPointer?, _: UnsafeMutablePointer<CChar>?, _: UnsafeMutablePointer<CChar>?, _: Int32,
    _: Int32
) -> Int32 {
    guard let context = unsafe context else { return CURL_PREREQFUNC_ABORT }
    unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().willSend()
    return CURL_PREREQFUNC_OK
}

private func receiveHeader(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let context = unsafe context else { return 0 }
    let line = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
    return unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().receive(header: line) ? size * count : 0
}

private func receiveBody(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let context = unsafe context else { return 0 }
    let piece = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
    return unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().receive(body: piece) ? size * count : 0
}
