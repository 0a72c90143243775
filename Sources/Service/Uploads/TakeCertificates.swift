import Application
import Domain
import Messages
import Storage

extension Uploads {
    /// CRT-2a, BAT-1: certificates that a base has issued, also long ago. One that it has already changes nothing; what differs under its
    /// number is said, and corrected one by one.
    var certificateRows: RowKind<CertificateColumn, CertificateRow, UInt64, CertificateContent> {
        RowKind(format: CertificateRow.format) { [self] target, call, snapshot in
            try call.requireAuthority(over: target, as: format(of: .certificates).roles, snapshot)
            guard try snapshot.exists(.organisationIsOfKind, target, OrganisationKind.base.rawValue) else {
                throw Refusal(.notFound, field: "target")
            }
            return target
        } judge: { [self] row, _, base, _, snapshot in
            var content = row.value.content
            if content.issuer.isEmpty {
                content.issuer = try snapshot.first(.nameOfOrganisation, base) { $0.text(0) } ?? ""
            }
            guard let known = try certificates.certificate(numbered: content.number, of: base, snapshot) else {
                return (.added, content)
            }
            guard try certificates.says(known, content) else {
                throw RowFault(
                    CertificateColumn.number, "certificate \(known.id) has this number and says something else",
                    zh: "该编号已有证书（编号 \(known.id)），但内容不同")
            }
            return (.unchanged, content)
        } land: { [self] content, base, context in
            Landed(effect: [try certificates.enter(content, of: base, context)])
        } undo: { [self] in
            .byRow { [certificates] ids, reason, _, context in
                _ = try certificates.revokeCertificate(
                    RevokeCertificateRequest(certificate: ids[0], reason: reason), context)
            }
        }
    }
}

extension CertificateRow {
    fileprivate var content: CertificateContent {
        CertificateContent(
            kind: .completion, name: name, idNumber: identity?.text ?? "", title: title, creditsTenths: credits.count,
            hoursTenths: hours.count, firstDay: firstDay.number, lastDay: lastDay.number, issuer: issuer,
            issuedDay: issuedDay.number, cohort: cohort, round: round, number: number)
    }
}
