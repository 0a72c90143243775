import Foundation
import Processes
import Testing

/// The manuals of the five systems, followed on the command line; ``Secrecy`` is checked in each.
@Suite(.serialized, .timeLimit(.minutes(15)))
struct ScenarioTests {
    private func play(_ name: String) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Scenarios")
        let scenario = try Scenario(folder.appendingPathComponent(name + ".txt"))
        try Performance(scenario).play(scenario)
    }

    @Test(
        "ACC-2a, ACC-2b, ACC-3c, ACC-8, ACC-9b, ACC-11, PRJ-6b, BKG-2b, BKG-3a, BKG-4, ORD-3a, ORD-5e, EXM-3a, EXM-3b, EXM-4, SKL-1a, SKL-4, CRT-2b, CRT-2c the manual of tianjin-cpr, to the invoice and the certificate"
    )
    func tianjinCPR() throws { try play("tianjin-cpr") }

    @Test("REC-6 many decisions at once, each with its outcome, at the command line")
    func review() throws { try play("review") }

    @Test(
        "ORG-1, ORG-3, BAT-3c, ACC-1a, ACC-8, REC-1, REC-2, REC-3a, REC-4, REC-5a, REC-6, REC-7, REC-8, LEV-1, ACC-11 the manual of county-recruitment"
    )
    func countyRecruitment() throws { try play("county-recruitment") }

    @Test(
        "NOT-1, ACC-1b, ACC-3a, ACC-4b, ACC-6a, ACC-9a, ACC-11, PRJ-7a, PRJ-7b, PRJ-7c, BKG-5, ORD-4b, ORD-4d, ORD-4e, ORD-5c, ORD-6b the manual of sichuan-water, from the notice to the refund and the voided invoice"
    )
    func sichuanWater() throws { try play("sichuan-water") }

    @Test(
        "PRJ-1b, PRJ-2, PRJ-4b, PRJ-4c, PRJ-5, PRJ-9 the registration before an activity, as the guide of shaanxi-cme tells"
    )
    func shaanxiRegistration() throws { try play("shaanxi-registration") }

    @Test("ACC-12 a base's staff: roles given and taken, a lost password")
    func staff() throws { try play("staff") }

    @Test("PRJ-8, PRJ-9c a roster, a score and a class put right, at the command line")
    func corrections() throws { try play("corrections") }

    @Test("PRJ-1c, PRJ-9d a provider's whole class, in its own hall and at a hospital that agrees")
    func providerClass() throws { try play("provider-class") }

    @Test("ACC-12, SYN-1a somebody who leaves in the middle of a day: sessions, codes, reviews")
    func leaver() throws { try play("leaver") }

    @Test(
        "PRJ-1c, PRJ-2, PRJ-5, EXM-1b, ATT-3, EXM-3c, EVA-1, NOT-3, CRD-1, CRD-2a, RPT-1 the manual of hunan-cme, to the award and the exported list"
    )
    func hunanCME() throws { try play("hunan-cme") }

    @Test("ATT-5a, CRD-2b, CRD-4, RPF-1, CRT-1 the manual of shaanxi-cme, to the certificate of credit")
    func shaanxiCME() throws { try play("shaanxi-cme") }

    @Test("ACC-12e, ACC-6c a list of first passwords is lost, and made again for those who have not used theirs")
    func lostPasswords() throws { try play("lost-passwords") }

    @Test("ATT-9b, ATT-9c, SYN-8 a file imported for the wrong class, and a wrong clock, settled by a person")
    func worklist() throws { try play("worklist") }

    @Test("ACC-6a, ACC-7a, ACC-7b the login of an organisation, its people and its password, at the command line")
    func organisationLogin() throws { try play("organisation-login") }

    @Test("SKL-1a, SKL-2, SKL-3b, SKL-5 a skills exam at two terminals without a network, and its conflict settled")
    func skillsExam() throws { try play("skills-exam") }

    @Test("every scenario is played by a test")
    func complete() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Scenarios")
        let source = try String(contentsOf: URL(fileURLWithPath: #filePath), encoding: .utf8)
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            #expect(source.contains("play(\"\(file.dropLast(4))\")"), "\(file)")
        }
    }
}
