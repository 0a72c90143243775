import Crypto
import Domain
import Messages
import Storage
import Wire

@testable import Service

extension TestServer {
    /// Identity and profile, which other tests are about.
    func complete(_ person: UInt64, unit: UInt64) throws {
        try database.write { transaction in
            try transaction.execute(
                "INSERT INTO profile_unit (person, organisation) VALUES (?1, ?2)", person, unit)
            try transaction.execute("UPDATE person SET identity_level = 2 WHERE id = ?1", person)
            for (section, present) in [
                "name,sex,birth_date,ethnicity", "phone,address", "degree,school,major,graduated",
                "unit,department,title",
            ].enumerated() {
                let kind = ProfileSection.allCases[section]
                let filled = Messages.Profile(
                    fields: present.split(separator: ",").map {
                        ProfileField(name: String($0), value: "填写\($0)")
                    })
                let sealed = service.secrets.atRest.seal(
                    filled.serialized(), nonce: [UInt8](repeating: 7, count: SealingKey.nonceSize), .atRest,
                    cellPlace(Identities.column(kind), person))
                try transaction.execute(
                    """
                    INSERT INTO profile_section (person, section, revision, fields_sealed, present, saved_ms) \
                    VALUES (?1, ?2, 1, ?3, ?4, 0)
                    """, person, section + 1, sealed, present)
            }
        }
    }
}
