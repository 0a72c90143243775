import Application
import Crypto
import Foundation
import Domain
import Messages
import Storage
import Testing
import Threads

@testable import Service

@Suite struct IdentityTests {
    @Test("ACC-3a an ID number that passes GB 11643 verifies its person at once; one that does not is refused")
    func number() throws {
        let world = try World()
        let wang = try world.newcomer("wang", name: "王五")
        let number = Papers.number(11)
        for bad in [
            "430102900307001", String(number.dropLast()), number + "1", "990102" + number.dropFirst(6),
            "43010219900230011X", "430102202610030015", String(number.dropLast()) + (number.last == "1" ? "2" : "1"),
            "x",
        ] {
            try refused(.invalid, field: "id_number") { try wang.verify("王五", bad) }
        }
        #expect(try wang.identity().level == nil)
        let verified = try wang.verify("王五", number)
        #expect(verified.level == .numberChecked)
        #expect(verified.claim == nil)
        #expect(try wang.verify("王五", number.lowercased()).level == .numberChecked)
    }

    @Test("ACC-3a the photos a programme's evidence asks for are demanded by name, and both sides")
    func photosDemanded() throws {
        let world = try World()
        let programme = try world.programme("水利", evidence: "ID + photos")
        let wang = try world.newcomer("wang", name: "王五")
        let number = Papers.number(11)
        try refused(.photosRequired, field: "with_photos") { try wang.verify("王五", number, programme: programme) }
        try refused(.photosRequired) { try wang.verify("王五", number, photos: true, programme: programme) }
        try wang.photo(Papers.jpeg(1), .front)
        try wang.photo(Papers.jpeg(3), .portrait)
        try refused(.photosRequired) { try wang.verify("王五", number, photos: true, programme: programme) }
        try refused(.invalid, field: "id_number") { try wang.verify("王五", "", photos: true) }
        try wang.photo(Papers.jpeg(2), .back)
        let claimed = try wang.verify("王五", number, photos: true, programme: programme)
        #expect((claimed.level, claimed.claim, claimed.satisfied) == (nil, .waiting, false))
    }

    @Test(
        "ACC-3b an identity reviewer decides photos: approved they are the highest evidence, rejected they are told why"
    )
    func reviewed() throws {
        let world = try World()
        let programme = try world.programme("水利", evidence: "ID + photos")
        let reviewer = try world.reviewer()
        for (account, sequence, action) in [("wang", 11, ReviewAction.approve), ("zhao", 13, .reject)] {
            let client = try world.newcomer(account, name: "王五")
            try client.photo(Papers.jpeg(1), .front)
            try client.photo(Papers.jpeg(2), .back)
            _ = try client.verify("王五", Papers.number(sequence), photos: true)
            let claims = try reviewer.waiting(.identity)
            #expect(claims.count == 1)
            let claim: GetClaimReply = try reviewer.call(
                .identityGetClaim, GetClaimRequest(claim: try #require(claims.first)))
            #expect(claim.idNumber == Papers.number(sequence))
            #expect(claim.photos.map(\.side) == [.front, .back])
            #expect(claim.holder == nil)
            let person = try #require(claim.claimant).person
            #expect(try reviewer.photo(of: person, .front) == Papers.jpeg(1))
            #expect(try reviewer.decide(.identity, claims, action, action == .reject ? "照片不清晰" : "").decided == 1)
            let mine = try client.identity(programme: programme)
            if action == .approve {
                #expect((mine.level, mine.claim, mine.satisfied) == (.photosReviewed, .approved, true))
                #expect(try world.messages(person, .identityDecided) == [["approved", ""]])
            } else {
                #expect((mine.level, mine.claim, mine.satisfied) == (nil, .rejected, false))
                #expect(mine.reason == "照片不清晰")
                #expect(try world.messages(person, .identityDecided) == [["rejected", "照片不清晰"]])
                // Another try is open.
                #expect(try client.verify("王五", Papers.number(sequence)).level == .numberChecked)
            }
        }
    }

    @Test("ACC-3b a reviewer of a region decides and sees only who belongs there")
    func reach() throws {
        let world = try World()
        let admin = try world.client("admin")
        let (here, there) = (try admin.region(.city, "长沙市"), try admin.region(.city, "衡阳市"))
        let (near, far) = (try world.reviewer("near", over: here), try world.reviewer("far", over: there))
        let unit = try admin.organisation(.unit, "某医院", parent: here)
        let wang = try world.newcomer("wang", name: "王五")
        let _: SaveProfileReply = try wang.call(
            .profilesSave,
            SaveProfileRequest(section: .unit, fields: [.init(name: "unit", value: "\(unit)")]))
        try wang.photo(Papers.jpeg(1), .front)
        try wang.photo(Papers.jpeg(2), .back)
        _ = try wang.verify("王五", Papers.number(11), photos: true)
        #expect(try far.waiting(.identity).isEmpty)
        let claims = try near.waiting(.identity)
        let claim: GetClaimReply = try near.call(.identityGetClaim, GetClaimRequest(claim: try #require(claims.first)))
        let person = try #require(claim.claimant).person
        try refused(.notAllowed) {
            try far.call(.identityGetClaim, GetClaimRequest(claim: claims[0]), reply: GetClaimReply.self)
        }
        try refused(.notAllowed) { try far.photo(of: person, .front) }
        try refused(.notAllowed) { try far.decide(.identity, claims, .approve) }
        #expect(try near.photo(of: person, .back) == Papers.jpeg(2))
        #expect(try near.decide(.identity, claims, .approve).decided == 1)
    }

    @Test("ACC-3b what waits for a region moves with the unit it comes from, and leaves the list once decided")
    func movedUnit() throws {
        let world = try World()
        let admin = try world.client("admin")
        let (here, there) = (try admin.region(.city, "长沙市"), try admin.region(.city, "衡阳市"))
        let (near, far) = (try world.reviewer("near", over: here), try world.reviewer("far", over: there))
        let county = try admin.region(.county, "长沙县", under: here)
        let unit = try admin.organisation(.unit, "某医院", parent: county)
        let wang = try world.newcomer("wang", name: "王五")
        let _: SaveProfileReply = try wang.call(
            .profilesSave,
            SaveProfileRequest(section: .unit, fields: [.init(name: "unit", value: "\(unit)")]))
        try wang.photo(Papers.jpeg(1), .front)
        try wang.photo(Papers.jpeg(2), .back)
        _ = try wang.verify("王五", Papers.number(11), photos: true)
        let claims = try near.waiting(.identity)
        #expect(claims.count == 1)
        // The county moves, and its units with it.
        let _: CreateOrganisationReply = try admin.call(
            .organisationsChangeOrganisation,
            ChangeOrganisationRequest(organisation: Organisation(id: county, name: "长沙县", parent: there)))
        #expect(try near.waiting(.identity).isEmpty)
        #expect(try far.waiting(.identity) == claims)
        #expect(try admin.waiting(.identity) == claims)
        // The unit alone moves, there and back.
        for (parent, reader, other) in [(here, near, far), (there, far, near)] {
            let _: CreateOrganisationReply = try admin.call(
                .organisationsChangeOrganisation,
                ChangeOrganisationRequest(organisation: Organisation(id: unit, name: "某医院", parent: parent)))
            #expect(try reader.waiting(.identity) == claims)
            #expect(try other.waiting(.identity).isEmpty)
        }
        #expect(try far.decide(.identity, claims, .approve).decided == 1)
        #expect(try far.waiting(.identity).isEmpty)
    }

    @Test("ACC-3b an identity provider behind one interface decides at once; where it cannot tell, a reviewer does")
    func provider() throws {
        let provider = IdentityProvider { name, number in
            number.text.hasPrefix("43010219900307011") ? (name == "王五" ? .matches : .differs) : .unknown
        }
        let world = try World(identityProvider: provider)
        let wang = try world.newcomer("wang", name: "王五")
        try refused(.invalid, field: "name") { try wang.verify("王六", Papers.number(11)) }
        #expect(try wang.verify("王五", Papers.number(11)).level == .numberChecked)
        let zhao = try world.newcomer("zhao", name: "赵六")
        let waiting = try zhao.verify("赵六", Papers.number(22))
        #expect((waiting.level, waiting.claim) == (nil, .waiting))
        let reviewer = try world.reviewer()
        #expect(try reviewer.decide(.identity, reviewer.waiting(.identity), .approve).decided == 1)
        #expect(try zhao.identity().level == .numberChecked)
    }

    @Test("ACC-3b a provider is not told of a person whose submission is refused all the same")
    func notAsked() throws {
        let asked = Locked(0)
        let world = try World(
            identityProvider: IdentityProvider { _, _ in
                asked.withLock { $0 += 1 }
                return .matches
            })
        let wang = try world.newcomer("wang", name: "王五")
        try refused(.photosRequired) { try wang.verify("王五", Papers.number(11), photos: true) }
        #expect(asked.withLock { $0 } == 0)
        _ = try wang.verify("王五", Papers.number(11))
        #expect(asked.withLock { $0 } == 1)
    }

    @Test("ACC-3c a second claim of a number is refused to its claimant and waits for a reviewer, who sees both")
    func contested() throws {
        let world = try World()
        let number = Papers.number(11)
        let first = try world.newcomer("wang", name: "王五")
        _ = try first.verify("王五", number)
        let second = try world.newcomer("thief", name: "王五")
        try refused(.identityTaken, field: "id_number") { try second.verify("王五", number) }
        // Asked again, nothing is queued twice.
        try refused(.claimWaiting) { try second.verify("王五", number) }
        try refused(.claimWaiting) { try second.verify("王五", Papers.number(13)) }
        let reviewer = try world.reviewer()
        let claims = try reviewer.waiting(.identity)
        #expect(claims.count == 1)
        let claim: GetClaimReply = try reviewer.call(.identityGetClaim, GetClaimRequest(claim: claims[0]))
        #expect(claim.idNumber == number)
        #expect(claim.claimant?.person != claim.holder?.person)
        #expect(claim.holder?.level == .numberChecked)
        #expect(claim.holder?.hasAccount == true)
        // A platform administrator decides in a reviewer's place, but needs no number for it.
        let masked: GetClaimReply = try world.client("admin").call(
            .identityGetClaim, GetClaimRequest(claim: claims[0]))
        #expect(masked.idNumber == IdentityNumber.masked(number))

        #expect(try reviewer.decide(.identity, claims, .reject, "号码属于先登记者").decided == 1)
        #expect(try first.identity().level == .numberChecked)
        #expect(try second.identity().claim == .rejected)
    }

    @Test("ACC-3c a reviewer may move the number: the first becomes unverified and is told")
    func moved() throws {
        let world = try World()
        let number = Papers.number(11)
        let first = try world.newcomer("wang", name: "王五")
        _ = try first.verify("王五", number)
        let second = try world.newcomer("owner", name: "王五")
        try refused(.identityTaken) { try second.verify("王五", number) }
        let reviewer = try world.reviewer()
        #expect(try reviewer.decide(.identity, reviewer.waiting(.identity), .approve).decided == 1)
        let (loser, owner) = (try first.identity(), try second.identity())
        #expect((loser.level, loser.idNumber) == (.declared, ""))
        #expect((owner.level, owner.idNumber) == (.numberChecked, IdentityNumber.masked(number)))
        let person = try world.server.read {
            try $0.first("SELECT person FROM account WHERE name = 'wang'") { $0.id(0) }
        }
        #expect(try world.messages(try #require(person), .identityDecided) == [["moved", ""]])
        // One number, one person: the first is now the second claimant.
        try refused(.identityTaken) { try first.verify("王五", number) }
        #expect(try world.server.count("SELECT COUNT(*) FROM person WHERE id_number_hash IS NOT NULL") == 3)
    }

    @Test("ACC-3c two claims that both wait are contested too, and a reviewer cannot overlook it")
    func twoWaiting() throws {
        let world = try World()
        let number = Papers.number(11)
        for account in ["one", "two"] {
            let client = try world.newcomer(account, name: "王五")
            try client.photo(Papers.jpeg(1), .front)
            try client.photo(Papers.jpeg(2), .back)
            if account == "one" {
                #expect(try client.verify("王五", number, photos: true).claim == .waiting)
            } else {
                try refused(.identityTaken) { try client.verify("王五", number, photos: true) }
            }
        }
        let reviewer = try world.reviewer()
        let claims = try reviewer.waiting(.identity)
        #expect(claims.count == 2)
        let first = try #require(
            try world.server.read { try $0.first("SELECT person FROM account WHERE name = 'one'") { $0.id(0) } })
        // The first did not contest anything when it came; approved after the second, it would take the number back.
        #expect(try reviewer.decide(.identity, [claims[1]], .approve).decided == 1)
        // Who never had the number has nothing taken away.
        #expect(try world.messages(first, .identityDecided).isEmpty)
        #expect(try world.login("one").identity().level == nil)
        let late = try reviewer.decide(.identity, [claims[0]], .approve)
        #expect(late.outcomes[0].failure?.code == .identityTaken)
        #expect(try reviewer.decide(.identity, [claims[0]], .reject, "号码属于他人").decided == 1)
    }

    @Test("ACC-3c somebody verified cannot become another by themselves")
    func fixed() throws {
        let world = try World()
        let wang = try world.newcomer("wang", name: "王五")
        _ = try wang.verify("王五", Papers.number(11))
        try refused(.wrongState, field: "id_number") { try wang.verify("王五", Papers.number(13)) }
        try refused(.wrongState, field: "name") { try wang.verify("赵六", "") }
        #expect(try wang.identity().name == "王五")
    }

    @Test("ACC-3b a verified name that was typed wrongly is put right by a reviewer, who sees both")
    func verifiedNameCorrected() throws {
        let world = try World()
        let wang = try world.newcomer("wang", name: "王五")
        _ = try wang.verify("王五", Papers.number(11))
        let asked = try wang.verify("王武", Papers.number(11))
        #expect((asked.claim, asked.name, asked.level) == (.waiting, "王五", .numberChecked))
        let reviewer = try world.reviewer()
        let list: ListReviewsReply = try reviewer.call(
            .reviewsListReviews, ListReviewsRequest(kind: .identity, limit: 10))
        #expect(list.reviews.map(\.title) == ["王五 → 王武"])
        try reviewer.decide(.identity, reviewer.waiting(.identity), .approve)
        let now = try wang.identity()
        #expect((now.name, now.level) == ("王武", .numberChecked))
        // Another name again, not allowed: the one that was stays, and so does its level.
        _ = try wang.verify("赵六", Papers.number(11))
        try reviewer.decide(.identity, reviewer.waiting(.identity), .reject, "与身份证不符")
        let still = try wang.identity()
        #expect((still.name, still.level) == ("王武", .numberChecked))
    }

    @Test(
        "ACC-11c ID numbers are masked to their owner, to units and to administrators, and never told by errors or audit"
    )
    func masked() throws {
        let world = try World()
        let number = Papers.number(11)
        let wang = try world.newcomer("wang", name: "王五")
        #expect(try wang.verify("王五", number).idNumber == "430***********\(number.suffix(4))")
        let other = try world.newcomer("other", name: "王五")
        try refused(.identityTaken) { try other.verify("王五", number) }
        let profile: GetProfileReply = try wang.call(.profilesGet, GetProfileRequest())
        let shown = profile.sections.flatMap(\.fields).first { $0.name == "id_number" }
        #expect(shown?.value == IdentityNumber.masked(number))
        let details = try world.server.read { try $0.all("SELECT detail FROM audit") { $0.text(0) } }
        #expect(!details.contains { $0.contains(number) || $0.contains("王五") })
        #expect(!world.server.heard.withLock { $0 }.contains { $0.contains(number) })
        // At rest it is sealed.
        #expect(try world.server.image().range(of: .init(number.utf8)) == nil)
    }
}
