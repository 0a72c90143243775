import Application
import Messages

extension Service {
    func route(_ method: NoticesMethod) -> Route {
        switch method {
        case .listNotices: .read(notices.listNotices)
        case .homeNotices: .read(notices.homeNotices)
        case .getNotice: .read(notices.getNotice)
        case .publishNotice: .write(notices.publishNotice)
        case .editNotice: .write(notices.editNotice)
        case .withdrawNotice: .write(notices.withdrawNotice)
        case .featureNotices: .write(notices.featureNotices)
        case .listManagedNotices: .read(notices.listManagedNotices)
        case .noticeHistory: .read(notices.noticeHistory)
        case .addFavourite: .write(notices.addFavourite)
        case .removeFavourite: .write(notices.removeFavourite)
        case .listFavourites: .read(notices.listFavourites)
        case .setSupportContact: .write(notices.setSupportContact)
        case .getSupportContact: .read(notices.getSupportContact)
        case .listSupportContacts: .read(notices.listSupportContacts)
        case .listMessages: .read(notices.listMessages)
        case .claimMessages: .write(notices.claimMessages)
        case .markShown: .write(notices.markShown)
        }
    }
}
