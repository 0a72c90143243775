import Application
import Messages

extension Service {
    func route(_ method: IdentityMethod) -> Route {
        switch method {
        case .submit:
            .slow(
                in: .gateways, load: identities.loadIdentity, work: identities.askIdentityProvider,
                commit: identities.submitIdentity)
        case .mine: .read(identities.myIdentity)
        case .getClaim: .read(identities.getClaim)
        case .uploadPhoto: .exchange(identities.uploadPhoto)
        case .getPhoto: .pages(identities.getPhoto)
        }
    }
}
