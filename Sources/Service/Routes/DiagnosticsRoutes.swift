import Application
import Messages

extension Service {
    func route(_ method: DiagnosticsMethod) -> Route {
        switch method {
        case .echo: .immediate { (request: EchoRequest) in EchoReply(body: request.body) }
        }
    }
}
