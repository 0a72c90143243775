import CLinux
package import Connection
import Glibc

/// An error of the network. The texts are for people; a program acts on the case.
package enum NetworkError: Error, Equatable, Sendable {
    /// Not `host:port`, `[v6]:port` or `unix:/path`.
    case badEndpoint(String)
    case unknownHost(String)
    /// A system call failed.
    case system(String, errno: Int32)
    case tls(String)
    /// Plain text is allowed on loopback and Unix sockets only.
    case plainRefused(String)
    /// The system allows this process too few open files.
    case tooFewFiles(limit: Int, needed: Int)
    case timedOut
    /// The server could not prove its identity.
    case unverified(String)
    case closed(CloseReason)

    /// Throws for a failed CLinux call, which returns a negative errno; else returns its result.
    @discardableResult
    static func check(_ doing: String, _ result: Int32) throws(NetworkError) -> Int32 {
        guard result >= 0 else { throw .system(doing, errno: -result) }
        return result
    }
}

extension NetworkError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .badEndpoint(let text): "\"\(text)\" is neither host:port nor unix:/path"
        case .unknownHost(let text): text
        case .system(let doing, let code): "\(doing): \(systemErrorText(code))"
        case .tls(let text): "TLS: \(text)"
        case .plainRefused(let place): "\(place): without TLS only loopback and Unix sockets are allowed"
        case .tooFewFiles(let limit, let needed):
            "the limit of \(limit) open files is too low: at least \(needed) are needed (ulimit -n, LimitNOFILE)"
        case .timedOut: "no answer in time"
        case .unverified(let text): "the server is not verified: \(text)"
        case .closed(let reason): "the connection ended: \(reason)"
        }
    }
}

extension NetworkError {
    /// The error in Chinese. What the system says of itself stays as it says it.
    package var chinese: String {
        switch self {
        case .badEndpoint(let text): "“\(text)”不是“主机:端口”"
        case .unknownHost(let text): "找不到主机：\(text)"
        case .system(_, let code):
            switch code {
            case ECONNREFUSED: "连接被拒绝，服务器可能未运行"
            case ETIMEDOUT: "连接超时"
            case ENETUNREACH, EHOSTUNREACH: "网络不可达"
            case ECONNRESET, EPIPE: "连接中断"
            case EADDRINUSE: "地址已被占用"
            case EACCES, EPERM: "没有权限"
            case EADDRNOTAVAIL: "本机没有此地址"
            default: "系统错误 \(code)"
            }
        case .tls(let text): "加密连接失败（\(text)）"
        case .plainRefused(let place): "\(place)：不加密的连接仅限本机"
        case .tooFewFiles(let limit, let needed): "可打开的文件数上限 \(limit) 过低，至少需要 \(needed)"
        case .timedOut: "等待应答超时"
        case .unverified: "无法验证服务器身份"
        case .closed: "连接已断开"
        }
    }
}

func systemErrorText(_ code: Int32) -> String {
    guard let text = unsafe strerror(code) else { return "errno \(code)" }
    return unsafe String(cString: text)
}
