import Domain
import Messages
import Storage

extension Application {
    /// Runs a command that nobody has asked for: what a point in time or an outside service brings about. It leaves no audit
    /// entry; what it does stands in the history of its subject.
    package func runOwn<Reply: Sendable>(
        _ command: @escaping @Sendable (WriteContext) throws -> Reply,
        done: @escaping @Sendable (Result<Reply, any Error>) -> Void
    ) {
        executor.write { [self] transaction in
            let context = ownContext(transaction)
            return CommittedWork(context: context, reply: try command(context))
        } done: { (result: Result<CommittedWork<Reply>, any Error>) in
            if case .success(let work) = result { work.context.takeEffect(nil) }
            done(result.map(\.reply))
        }
    }

    private func ownContext(_ transaction: Transaction) -> WriteContext {
        let now = ports.now()
        let peer = Peer(address: "server", binding: ChannelBinding(exporter: [], challenge: [], versions: []))
        let call = Call(
            method: .diagnosticsEcho, options: CallOptions(), caller: .anonymous, peer: peer, now: now)
        return WriteContext(
            transaction: transaction, call: call, now: now, random: ports.random, connections: connections)
    }
}
