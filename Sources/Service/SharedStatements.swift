import Storage

/// Statements that more than one use case runs; each is written here alone, so that it is prepared once.
extension SQL {
    static let awardOfPerson: SQL = "SELECT 1 FROM award WHERE offering = ?1 AND person = ?2 AND state IN (?3, ?4)"
    static let nameOfPerson: SQL = "SELECT name FROM person WHERE id = ?1"
    static let claimInState: SQL = "SELECT 1 FROM identity_claim WHERE person = ?1 AND state = ?2"
    static let personByIDNumber: SQL = "SELECT id FROM person WHERE id_number_hash = ?1"
    static let personByPhone: SQL = "SELECT id FROM person WHERE phone_hash = ?1"
    static let phoneOfPerson: SQL = "SELECT phone_sealed FROM person WHERE id = ?1"
    static let unbindPhone: SQL = "UPDATE person SET phone_sealed = NULL, phone_hash = NULL WHERE id = ?1"
    static let setIdentity: SQL = "UPDATE person SET name = ?2, identity_level = ?3 WHERE id = ?1"
    static let clearIdentityState: SQL = "UPDATE person SET identity_state = 0 WHERE id = ?1 AND identity_state = ?2"
    static let moveAliases: SQL = "UPDATE person_alias SET kept = ?2 WHERE kept = ?1"
    static let phoneOfChange: SQL = "SELECT phone_sealed FROM phone_change WHERE id = ?1"
    static let photoOfIdentity: SQL = "SELECT address FROM identity_photo WHERE person = ?1 AND side = ?2"
    static let unitOfProfile: SQL = "SELECT organisation FROM profile_unit WHERE person = ?1"
    static let deleteUnitOfProfile: SQL = "DELETE FROM profile_unit WHERE person = ?1"
    static let insertAccount: SQL = "INSERT INTO account (person, name, password, must_change) VALUES (?1, ?2, ?3, ?4)"
    static let accountIsNamed: SQL = "SELECT 1 FROM account WHERE name = ?1"
    static let personOfAccount: SQL = "SELECT person FROM account WHERE name = ?1"
    static let enableAccount: SQL = "UPDATE account SET disabled_ms = 0 WHERE person = ?1"
    static let setPassword: SQL = "UPDATE account SET password = ?2, must_change = ?3 WHERE person = ?1"
    static let setOrganisationPassword: SQL = """
        UPDATE organisation_account SET password = ?2, must_change = ?3 WHERE organisation = ?1
        """
    static let deleteResponsiblePerson: SQL = "DELETE FROM responsible_person WHERE person = ?1"
    static let organisationOfSession: SQL = "SELECT organisation FROM session WHERE id = ?1"
    static let deleteSession: SQL = "DELETE FROM session WHERE id = ?1"
    static let personOfOutsideLink: SQL = "SELECT person FROM outside_link WHERE provider = ?1 AND subject_hash = ?2"
    static let deleteOutsideLink: SQL = "DELETE FROM outside_link WHERE person = ?1 AND provider = ?2"
    static let tokenIsSpent: SQL = "SELECT 1 FROM spent_once WHERE token = ?1"
    static let nameOfOrganisation: SQL = "SELECT name FROM organisation WHERE id = ?1"
    static let organisationExists: SQL = "SELECT 1 FROM organisation WHERE id = ?1"
    static let organisationIsOfKind: SQL = "SELECT 1 FROM organisation WHERE id = ?1 AND kind = ?2"
    static let nameOfOpenOrganisation: SQL = "SELECT name FROM organisation WHERE id = ?1 AND kind = ?2 AND closed = 0"
    static let offeringHasRecords: SQL = "SELECT 1 FROM batch_offering WHERE offering = ?1"
    static let entriesNamed: SQL = """
        SELECT id FROM catalogue_entry WHERE kind = ?1 AND (code = ?2 OR name = ?2) ORDER BY id LIMIT 2
        """
    static let placeExists: SQL = """
        SELECT 1 FROM organisation WHERE id = ?1 AND closed = 0 AND (kind = ?2 OR (kind = ?3 AND provides = 1))
        """
    static let programmeExists: SQL = "SELECT 1 FROM programme WHERE id = ?1"
    static let numberAndNameOnRoster: SQL = """
        SELECT r.number, p.name FROM roster r JOIN person p ON p.id = r.person WHERE r.offering = ?1 AND
        r.person = ?2
        """
    static let peopleOfRosterBehind: SQL = """
        SELECT person FROM roster WHERE offering = ?1 AND person > ?2 ORDER BY person LIMIT ?3
        """
    static let walkInsInState: SQL = """
        SELECT COALESCE(a.kept, w.person) FROM walk_in w LEFT JOIN person_alias a ON a.joined = w.person
        WHERE w.offering = ?1 AND w.state = ?2 ORDER BY w.id
        """
    static let deleteExamLook: SQL = "DELETE FROM exam_look WHERE offering = ?1 AND person = ?2"
    static let personByNumber: SQL = "SELECT person FROM roster WHERE offering = ?1 AND number = ?2"
    static let personOfWalkIn: SQL = """
        SELECT COALESCE(a.kept, w.person) FROM walk_in w LEFT JOIN person_alias a ON a.joined = w.person
        WHERE w.offering = ?1 AND w.number = ?2 AND w.state <> ?3
        """
    static let deleteArrival: SQL = "DELETE FROM upload_arrival WHERE job = ?1"
    static let deleteAccount: SQL = "DELETE FROM account WHERE person = ?1"
    static let personIsOnAnyRoster: SQL = "SELECT 1 FROM roster WHERE person = ?1"
    static let personIsOnRoster: SQL = "SELECT 1 FROM roster WHERE offering = ?1 AND person = ?2"
    static let rostersOfPerson: SQL = "SELECT offering, id, number FROM roster WHERE person = ?1 ORDER BY offering"
    static let insertRosterEntry: SQL = "INSERT INTO roster (offering, person, id, number) VALUES (?1, ?2, ?3, ?4)"
    static let sizeOfRoster: SQL = "SELECT COUNT(*) FROM roster WHERE offering = ?1"
    static let deleteRosterEntry: SQL = "DELETE FROM roster WHERE offering = ?1 AND person = ?2"
    static let offeringsOfPerson: SQL = """
        SELECT offering FROM roster WHERE person = ?1 AND offering > ?2 ORDER BY offering LIMIT ?3
        """
    static let terminalsOfBase: SQL = """
        SELECT id, name, last_contact_ms FROM terminal WHERE base = ?1 AND revoked_ms = 0 ORDER BY id
        """
    static let insertCreditEntry: SQL = """
        INSERT INTO credit_entry (award, ordinal, event, state, reason, detail, person, at_ms)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """
    static let classesOfPerson: SQL = """
        SELECT r.offering FROM roster r WHERE r.person = ?1 AND r.offering > ?2 AND NOT EXISTS
        (SELECT 1 FROM course_session s WHERE s.offering = r.offering AND s.checklist <> 0)
        ORDER BY r.offering LIMIT ?3
        """
    static let setAwardState: SQL = "UPDATE award SET state = ?2, reason = ?3 WHERE id = ?1"
    static let coursesOfProject: SQL = "SELECT id FROM course WHERE project = ?1 ORDER BY id"
    static let offeringIsSkillsExam: SQL = "SELECT 1 FROM course_session WHERE offering = ?1 AND checklist <> 0"
    static let personHasOneOfRoles: SQL = """
        SELECT 1 FROM role_grant WHERE person = ?1 AND organisation = ?2 AND role IN (?3, ?4, ?5)
        """
    static let offeringExists: SQL = "SELECT 1 FROM offering WHERE id = ?1"
    static let titleOfOffering: SQL = "SELECT title FROM offering WHERE id = ?1"
    static let baseOfTerminal: SQL = "SELECT base FROM terminal WHERE id = ?1"
    static let nameOfTerminal: SQL = "SELECT name FROM terminal WHERE id = ?1"
    static let revocationOfTerminal: SQL = "SELECT revoked_ms FROM terminal WHERE id = ?1"
    static let keyOfTerminal: SQL = "SELECT device_key FROM terminal WHERE id = ?1"
    static let valueOfSetting: SQL = "SELECT value FROM setting WHERE name = ?1"
    static let closeLog: SQL = "UPDATE log SET seal = ?2, seal_signature = ?3 WHERE id = ?1"
    static let serverLogByID: SQL = "SELECT id FROM log WHERE log_id = ?1 AND terminal = 0"
    static let sequenceOfLostLog: SQL = "SELECT sequence FROM lost_log WHERE log_id = ?1"
    static let batchAtSequence: SQL = """
        SELECT id FROM batch WHERE log = ?1 AND first_sequence <= ?2 ORDER BY first_sequence DESC LIMIT 1
        """
    static let insertOfferingOfBatch: SQL = "INSERT INTO batch_offering (offering, batch, content) VALUES (?1, ?2, ?3)"
    static let feed: SQL = "SELECT value FROM setting WHERE name = 'feed'"
    static let scopePosition: SQL = "SELECT position, alive, digest FROM scope_position WHERE scope = ?1"
    static let personHasAccount: SQL = "SELECT 1 FROM account WHERE person = ?1"
    static let peopleOfUnitInState: SQL = "SELECT person FROM membership WHERE unit = ?1 AND state = ?2 ORDER BY person"
    static let unitsOfPersonInState: SQL = "SELECT unit FROM membership WHERE person = ?1 AND state = ?2 ORDER BY unit"
}
