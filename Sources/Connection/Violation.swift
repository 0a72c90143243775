package import Messages
package import Wire

/// Why a peer's connection is closed. Each case has a number in `Protocol/errors.proto`, sent in the goodbye.
package enum Violation: Error, Equatable, Sendable {
    /// Not this protocol: closed without an answer.
    case badPreface
    /// This protocol's preface with another framing version.
    case otherFraming(UInt8)
    case badFrame(FrameError)
    /// The payload of a frame of this kind cannot be decoded, or is not allowed here.
    case malformed(FrameKind)
    /// A kind that only the other side may send, or that was sent twice.
    case outOfPlace(FrameKind)
    case handshakeRequired
    case noCommonVersion
    case downgraded
    case badStream(UInt32)
    case tooLarge(UInt32)
    case creditExceeded(UInt32)
    case tooManyCalls
    case badDeflated(DeflatedFault)

    package var code: ErrorCode {
        switch self {
        case .badPreface, .malformed, .outOfPlace: .badFrame
        case .otherFraming, .noCommonVersion: .noCommonVersion
        case .badFrame(let error):
            switch error {
            case .unknownKind, .flagsNotAllowed: .badFrame
            case .streamNotAllowed: .badStream
            case .tooLarge: .tooLarge
            }
        case .handshakeRequired: .handshakeRequired
        case .downgraded: .downgraded
        case .badStream: .badStream
        case .tooLarge: .tooLarge
        case .creditExceeded: .creditExceeded
        case .tooManyCalls: .tooManyStreams
        case .badDeflated: .badDeflated
        }
    }

    /// One line for the goodbye and the log. Contains numbers at most of the received bytes.
    package var text: String {
        switch self {
        case .badPreface: "not the preface of this protocol"
        case .otherFraming(let version): "framing version \(version) is not spoken here"
        case .badFrame(.unknownKind(let number)): "frame kind \(number) is unknown"
        case .badFrame(.flagsNotAllowed(let kind)): "flags not allowed on \(kind)"
        case .badFrame(.streamNotAllowed(let kind)): "\(kind) on a stream it may not use"
        case .badFrame(.tooLarge(let length, let limit)): "a frame of \(length) bytes where \(limit) are accepted"
        case .malformed(let kind): "\(kind) cannot be decoded"
        case .outOfPlace(let kind): "\(kind) is not allowed here"
        case .handshakeRequired: "hello must come first"
        case .noCommonVersion: "no protocol version in common"
        case .downgraded: "the version chosen was not offered"
        case .badStream(let stream): "stream \(stream) may not be used here"
        case .tooLarge(let stream): "the message on stream \(stream) is too large"
        case .creditExceeded(let stream): "more items on stream \(stream) than credit was given for"
        case .tooManyCalls: "more than \(ConnectionLimits.calls) calls under way"
        case .badDeflated(.tooEarly): "a deflated frame before it is known who calls"
        case .badDeflated(.size(let size)): "a deflated frame that announces \(size) bytes"
        case .badDeflated(.ratio(let size, let length)): "a deflated frame that announces \(size) bytes of \(length)"
        case .badDeflated(.damaged): "a deflated frame that does not expand to what it announces"
        case .badDeflated(.contents): "a deflated frame with what may not be in one"
        case .badDeflated(.plain): "a deflated message of a method that is never deflated"
        }
    }
}

/// Why a `deflated` frame is refused.
package enum DeflatedFault: Equatable, Sendable {
    /// The caller has not authenticated.
    case tooEarly
    /// Announces nothing, or more than the connection accepts at present.
    case size(UInt64)
    /// Announces more than its compressed bytes may stand for.
    case ratio(Int, compressed: Int)
    /// The bytes are no zlib stream, or one of another size.
    case damaged
    /// Not whole frames of calls, replies and items of the frame's own stream.
    case contents
    /// The method's messages are never deflated.
    case plain
}
