import Foundation
import Messages
import Testing

@Suite struct LinkTests {
    private func link(_ client: Client, _ code: String, provider: String = "dev") throws -> LinkOutsideReply {
        try client.call(.accountsLinkOutside, LinkOutsideRequest(provider: provider, code: code))
    }

    private func login(_ client: Client, _ code: String, provider: String = "dev") throws -> LoginReply {
        try client.call(.accountsLoginOutside, LoginOutsideRequest(provider: provider, code: code))
    }

    @Test("ACC-2b an account elsewhere is linked, logs in, and is unlinked")
    func whole() throws {
        let world = try World()
        let client = try world.newcomer()
        let me: LoginReply = try client.call(.accountsWhoAmI, WhoAmIRequest())
        let stranger = world.server.connect()
        try refused(.notLinked) { try login(stranger, world.openidCode("openid-1")) }
        _ = try link(client, world.openidCode("openid-1", expiresInMs: 200_000))
        let links: ListLinksReply = try client.call(.accountsListLinks, ListLinksRequest())
        #expect(links.links.map(\.provider) == ["dev"] && links.providers == ["dev", "other"])
        let reply = try login(stranger, world.openidCode("openid-1", expiresInMs: 100_000))
        #expect(reply.person?.id == me.person?.id && reply.session.count == 32)
        try refused(.notLinked) { try login(stranger, world.openidCode("openid-2")) }
        let _: UnlinkOutsideReply = try client.call(.accountsUnlinkOutside, UnlinkOutsideRequest(provider: "dev"))
        try refused(.notLinked) { try login(stranger, world.openidCode("openid-1", expiresInMs: 50_000)) }
        try refused(.notFound, field: "provider") {
            try client.call(
                .accountsUnlinkOutside, UnlinkOutsideRequest(provider: "dev"), reply: UnlinkOutsideReply.self)
        }
    }

    @Test("ACC-2b an openid belongs to one person, and counts with its own provider alone")
    func onePerson() throws {
        let world = try World()
        let (one, two) = (try world.newcomer(), try world.newcomer(Newcomer.other))
        _ = try link(one, world.openidCode("openid-1"))
        try refused(.alreadyExists, field: "code") { try link(two, world.openidCode("openid-1", expiresInMs: 1000)) }
        try refused(.notLinked) {
            try login(world.server.connect(), world.openidCode("openid-1", expiresInMs: 2000), provider: "other")
        }
        // Another openid takes the place of the one before.
        _ = try link(one, world.openidCode("openid-3"))
        _ = try link(two, world.openidCode("openid-1", expiresInMs: 3000))
    }

    @Test("ACC-2b forged, expired and replayed codes of a provider are refused")
    func hostile() throws {
        let world = try World()
        let client = try world.newcomer()
        let code = try world.openidCode("openid-1")
        for forged in [
            "", "openid-1", code + "0", code.replacingOccurrences(of: "openid-1", with: "openid-2"), "..", "\u{0}",
            String(repeating: "a", count: 3000), try world.openidCode("openid-1", expiresInMs: 0),
            try world.openidCode("openid-1", expiresInMs: 3_600_000), try world.openidCode(""),
        ] {
            try refused(.outsideCodeInvalid) { try link(client, forged) }
        }
        try refused(.notFound, field: "provider") { try link(client, code, provider: "nobody") }
        _ = try link(client, code)
        try refused(.outsideCodeInvalid) { try login(world.server.connect(), code) }
        let late = try world.openidCode("openid-1", expiresInMs: 1000)
        world.clock.advance(s: 1)
        try refused(.outsideCodeInvalid) { try login(world.server.connect(), late) }
    }
}
