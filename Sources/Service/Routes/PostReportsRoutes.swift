import Application
import Messages

extension Service {
    func route(_ method: PostReportsMethod) -> Route {
        switch method {
        case .save: .write(postReports.saveReport)
        case .delete: .write(postReports.deleteReport)
        case .importAttendance: .checked(first: postReports.checkImport, postReports.importAttendance)
        case .submit: .write(postReports.submitReport)
        case .supplement: .write(postReports.supplementReport)
        case .get: .read(postReports.getReport)
        case .list: .read(postReports.listReports)
        case .listPeople: .read(postReports.listPeople)
        case .uploadDocument: .exchange(postReports.uploadDocument)
        case .removeDocument: .write(postReports.removeDocument)
        case .getDocument: .pages(postReports.getDocument)
        }
    }
}
