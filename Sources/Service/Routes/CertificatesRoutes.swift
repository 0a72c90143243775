import Application
import Messages

extension Service {
    func route(_ method: CertificatesMethod) -> Route {
        switch method {
        case .issue: .write(certificates.issueCertificates)
        case .issueOwn: .write(certificates.issueOwnCertificates)
        case .add: .write(certificates.addCertificate)
        case .correct: .write(certificates.correctCertificate)
        case .revoke: .write(certificates.revokeCertificate)
        case .list: .read(certificates.listCertificates)
        case .listOwn: .read(certificates.listOwnCertificates)
        case .getFile: .worked(in: .files, load: certificates.loadFile, work: certificates.draw)
        case .getOwnFile: .worked(in: .files, load: certificates.loadOwnFile, work: certificates.draw)
        case .get: .read(certificates.getCertificate)
        case .issueCompletion:
            .checked(first: { [checkIns] in try checkIns.prepare($0.offering, $1) }, completions.issueCompletion)
        case .issueTrained: .write(completions.issueTrained)
        case .verify: .read(certificates.verifyCertificate)
        }
    }
}
