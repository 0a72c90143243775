import Application

/// Files of rows: uploaded in pieces, judged and written by jobs.
package final class Uploads: Sendable {
    let secrets: Secrets
    let people: People
    let organisations: Organisations
    let projects: Projects
    let rosters: Rosters
    let identities: Identities
    let accounts: Accounts
    let recruitment: Recruitment
    let orders: Orders
    let exams: Exams
    let certificates: Certificates
    let outside: OutsideRecords
    let sheetSlots = UploadSlots()
    let jobs = JobBoard()

    init(
        secrets: Secrets, people: People, organisations: Organisations, projects: Projects, rosters: Rosters,
        identities: Identities, accounts: Accounts, recruitment: Recruitment, orders: Orders, exams: Exams,
        certificates: Certificates, outside: OutsideRecords
    ) {
        self.secrets = secrets
        self.people = people
        self.organisations = organisations
        self.projects = projects
        self.rosters = rosters
        self.identities = identities
        self.accounts = accounts
        self.recruitment = recruitment
        self.orders = orders
        self.exams = exams
        self.certificates = certificates
        self.outside = outside
    }
}
