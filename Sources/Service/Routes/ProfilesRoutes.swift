import Application
import Messages

extension Service {
    func route(_ method: ProfilesMethod) -> Route {
        switch method {
        case .get: .read(identities.getProfile)
        case .save: .write(identities.saveProfile)
        }
    }
}
