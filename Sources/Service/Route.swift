package import Application
package import Messages

extension Service {
    /// The handler of a method: one table a service, in `Routes`. The compiler requires a line for every `rpc`.
    package func route(_ method: Method) -> Route {
        switch method.inService {
        case .diagnostics(let method): route(method)
        case .accounts(let method): route(method)
        case .outbox(let method): route(method)
        case .identity(let method): route(method)
        case .profiles(let method): route(method)
        case .members(let method): route(method)
        case .organisations(let method): route(method)
        case .reviews(let method): route(method)
        case .programmes(let method): route(method)
        case .projects(let method): route(method)
        case .recruitment(let method): route(method)
        case .uploads(let method): route(method)
        case .terminals(let method): route(method)
        case .sync(let method): route(method)
        case .attendance(let method): route(method)
        case .worklist(let method): route(method)
        case .exams(let method): route(method)
        case .sittings(let method): route(method)
        case .skills(let method): route(method)
        case .certificates(let method): route(method)
        case .evaluations(let method): route(method)
        case .credits(let method): route(method)
        case .postReports(let method): route(method)
        case .reports(let method): route(method)
        case .outsideRecords(let method): route(method)
        case .bookings(let method): route(method)
        case .orders(let method): route(method)
        case .invoices(let method): route(method)
        case .ledger(let method): route(method)
        case .leaves(let method): route(method)
        case .notices(let method): route(method)
        }
    }
}
