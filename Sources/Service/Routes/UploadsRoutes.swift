import Application
import Messages

extension Service {
    func route(_ method: UploadsMethod) -> Route {
        switch method {
        case .upload: .exchange(uploads.upload)
        case .template: .read(uploads.template)
        case .getJob: .exchange(uploads.getJob)
        case .listJobs: .read(uploads.listJobs)
        case .cancelJob: .exchange(uploads.cancelJob)
        case .getJobFile: .pages(uploads.getJobFile)
        case .forgetAccounts: .write(uploads.forgetAccounts)
        case .openUpload: .exchange(uploads.openUpload)
        case .sendUpload: .exchange(uploads.sendUpload)
        case .undoJob: .exchange(uploads.undoJob)
        }
    }
}
