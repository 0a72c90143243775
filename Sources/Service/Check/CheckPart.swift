import Application
import Crypto
package import Domain
package import Storage

/// One kind of row that the check and the slow walk verify, row by row (OPS-1c).
package struct CheckPart: Sendable {
    package let name: Phrase
    /// Ids behind ?1, rising, at most ?2.
    let ids: SQL
    /// Throws unless the row is as written.
    let look: @Sendable (Checks, UInt64, Snapshot) throws -> Void

    /// The number of verified rows, and the damage found.
    package struct Looked: Sendable {
        package var rows = 0
        package var damage: [Damage] = []
        /// The row after which to continue; nil at the end.
        package var last: UInt64?
    }
}

extension Checks {
    package static let checkParts: [CheckPart] = [.logs, .batches, .answers, .blobs] + CheckPart.sealed

    /// Verifies the next rows of a part.
    package func check(
        _ part: CheckPart, after: UInt64, atMost limit: Int, _ snapshot: Snapshot
    ) throws -> CheckPart.Looked {
        var looked = CheckPart.Looked()
        let page: ListPage<UInt64, UInt64>
        do {
            page = try listPage(UInt32(limit), atMost: limit, by: \.self) {
                try snapshot.all(part.ids, after, $0) { $0.id() }
            }
        } catch {
            // If even the list of rows is unreadable, the rest of the part is lost.
            looked.damage.append(try damage(error, part, nil))
            return looked
        }
        for id in page.elements {
            do {
                try part.look(self, id, snapshot)
            } catch {
                looked.damage.append(try damage(error, part, id))
            }
        }
        looked.rows = page.elements.count
        looked.last = page.next
        return looked
    }

    /// Converts an error to damage; rethrows one that does not concern the row: a full disk, a lock.
    private func damage(_ error: any Error, _ part: CheckPart, _ id: UInt64?) throws -> Damage {
        if let damage = Damage(error) { return damage }
        if error is StorageError { throw error }
        return Damage("\(part.name.en) \(id.map(String.init) ?? ""): \(error)")
    }
}

extension CheckPart {
    fileprivate static let answers = CheckPart(
        name: Phrase("kept answers", "已存应答"),
        ids: "SELECT id FROM answer_page WHERE id > ?1 ORDER BY id LIMIT ?2"
    ) { checks, id, snapshot in
        try checks.answers.verify(page: id, snapshot)
    }

    fileprivate static let blobs = CheckPart(
        name: Phrase("files", "文件"), ids: "SELECT id FROM blob WHERE id > ?1 ORDER BY id LIMIT ?2"
    ) { checks, id, snapshot in
        let address = try snapshot.first("SELECT address FROM blob WHERE id = ?1", id) { BlobAddress($0.bytes(0)) }
        if let address { _ = try checks.blobs.read(address, in: snapshot) }
    }

    /// Every encrypted column: a value of another key or another row does not decrypt.
    fileprivate static let sealed: [CheckPart] = [
        CheckPart(
            name: Phrase("phones", "手机号"),
            ids: "SELECT id FROM person WHERE id > ?1 AND phone_sealed IS NOT NULL ORDER BY id LIMIT ?2"
        ) { checks, id, snapshot in
            let sealed = try snapshot.first(.phoneOfPerson, id) { $0.bytes(0) }
            if let sealed { _ = try checks.people.decryptPhone(sealed, of: id) }
        },
        CheckPart(
            name: Phrase("ID numbers", "身份证号"),
            ids: "SELECT id FROM person WHERE id > ?1 AND id_number_sealed IS NOT NULL ORDER BY id LIMIT ?2"
        ) { checks, id, snapshot in
            let sealed = try snapshot.first("SELECT id_number_sealed FROM person WHERE id = ?1", id) { $0.bytes(0) }
            if let sealed { _ = try checks.people.decryptIDNumber(sealed, of: id) }
        },
        CheckPart(
            name: Phrase("certificates", "证书"),
            ids: "SELECT id FROM certificate WHERE id > ?1 AND id_number_sealed IS NOT NULL ORDER BY id LIMIT ?2"
        ) { checks, id, snapshot in
            let sealed = try snapshot.first("SELECT id_number_sealed FROM certificate WHERE id = ?1", id) {
                $0.bytes(0)
            }
            if let sealed { _ = try checks.people.decrypt(sealed, "certificate.id_number", id) }
        },
        CheckPart(
            name: Phrase("changes of phone", "手机号变更"),
            ids: "SELECT id FROM phone_change WHERE id > ?1 AND phone_sealed IS NOT NULL ORDER BY id LIMIT ?2"
        ) { checks, id, snapshot in
            let sealed = try snapshot.first(.phoneOfChange, id) { $0.bytes(0) }
            if let sealed { _ = try checks.people.decryptPhone(sealed, as: "phone_change.phone", of: id) }
        },
        CheckPart(
            name: Phrase("outbox", "发件箱"),
            ids: "SELECT id FROM outbox WHERE id > ?1 ORDER BY id LIMIT ?2"
        ) { checks, id, snapshot in
            try checks.outbox.verify(id, snapshot)
        },
        CheckPart(
            name: Phrase("claims of identity", "身份认领"),
            ids: "SELECT id FROM identity_claim WHERE id > ?1 ORDER BY id LIMIT ?2"
        ) { checks, id, snapshot in
            let sealed = try snapshot.first("SELECT number_sealed FROM identity_claim WHERE id = ?1", id) {
                $0.bytes(0)
            }
            if let sealed { _ = try checks.people.decrypt(sealed, "identity_claim.number", id) }
        },
        CheckPart(
            name: Phrase("what applicants submitted", "报名提交内容"),
            ids: "SELECT id FROM application_submission WHERE id > ?1 ORDER BY id LIMIT ?2"
        ) { checks, id, snapshot in
            let sealed = try snapshot.first("SELECT content_sealed FROM application_submission WHERE id = ?1", id) {
                $0.bytes(0)
            }
            if let sealed { _ = try checks.people.decrypt(sealed, "application_submission.content", id) }
        },
        CheckPart(
            name: Phrase("profiles", "个人资料"),
            ids: "SELECT DISTINCT person FROM profile_section WHERE person > ?1 ORDER BY person LIMIT ?2"
        ) { checks, id, snapshot in
            for section in ProfileSection.allCases { _ = try checks.identities.savedProfile(section, of: id, snapshot) }
        },
        CheckPart(
            name: Phrase("venue keys", "场地密钥"),
            ids: "SELECT id FROM venue_key WHERE id > ?1 ORDER BY id LIMIT ?2"
        ) { checks, id, snapshot in
            let key = try snapshot.first(
                "SELECT offering, course, key_sealed FROM venue_key WHERE id = ?1 ORDER BY offering, course", id
            ) {
                (place: rosterPlace($0.id(0), $0.id(1)), sealed: $0.bytes(2))
            }
            if let key { _ = try checks.secrets.atRest.open(key.sealed, .venueKey, key.place) }
        },
    ]
}
