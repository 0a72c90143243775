/// Certificates of what somebody has completed, by the policy of the programme.
final class Completions: Sendable {
    let programmes: Programmes
    let checkIns: CheckIns
    let recruitment: Recruitment
    let notices: Notices
    let certificates: Certificates
    let bookings: Bookings
    let sittings: Sittings
    let skills: SkillsExams

    init(
        programmes: Programmes, checkIns: CheckIns, recruitment: Recruitment, notices: Notices,
        certificates: Certificates, bookings: Bookings, sittings: Sittings, skills: SkillsExams
    ) {
        self.programmes = programmes
        self.checkIns = checkIns
        self.recruitment = recruitment
        self.notices = notices
        self.certificates = certificates
        self.bookings = bookings
        self.sittings = sittings
        self.skills = skills
    }
}
