import Foundation
import Processes
import Testing

@Suite(.serialized, .timeLimit(.minutes(15)))
struct LoginHintTests {
    @Test("ACC-7, ACC-5b a refused login says how an organisation logs in, the same of every name")
    func organisationHint() throws {
        let site = try Site()
        let admin = try site.administrator()
        let base = try admin("organisations", "add", "base", "湘雅", "--json").rows.first?["id"] as? Int ?? 0
        try admin("organisations", "account", "add", "\(base)", "xiangya")
        let guest = site.user("guest", "rollcall-admin")
        try guest.connect()
        let said = try ["xiangya", "nobody1"].map { name in
            try guest("login", name, environment: ["ROLLCALL_PASSWORD": "guess-number-1"], exits: 3).err
                .replacing(name, with: "NAME")
        }
        #expect(said[0] == said[1])
        #expect(said[0].contains("login --organisation NAME"))
    }
}
