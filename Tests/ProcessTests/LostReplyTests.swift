import ClientKit
import Messages
import Network
import Passes
import Processes
import Testing

@Suite(.serialized, .timeLimit(.minutes(15)))
struct LostReplyTests {
    @Test("a call whose reply is lost is sent again under the same key and takes effect once")
    func once() throws {
        let site = try Site(host: "127.0.0.1")
        let admin = try site.administrator()
        let target = try #require(UInt16(site.tls.split(separator: ":").last ?? ""))
        let proxy = try CuttingProxy(to: target)
        let place = ServerSite(
            try Endpoint("127.0.0.1:\(proxy.port)"), try SiteFingerprint(text: site.fingerprint))
        let client = Client(place, locale: "en")
        _ = try client.login(name: "admin", password: Site.password)

        proxy.arm()
        // Without its key the second attempt would fail because the name exists.
        let made: CreateOrganisationReply = try client.call(
            .organisationsCreateOrganisation, CreateOrganisationRequest(kind: .base, name: "湘雅"))
        #expect(proxy.cuts == 1)
        let all = try admin("organisations", "list", "--all", "--json")
        #expect(try all.rows.count == 1)
        #expect(try all.id() == String(made.organisation?.id ?? 0))

        // Another call with the key gets another answer.
        #expect(throws: ClientError.self) {
            let _: CreateOrganisationReply = try client.call(
                .organisationsCreateOrganisation, CreateOrganisationRequest(kind: .base, name: "湘雅"))
        }
    }
}
