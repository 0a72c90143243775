import Domain
import Testing

@Suite struct IdentityRuleTests {
    @Test(
        "ACC-3a what is known of somebody is compared with what a programme asks for",
        arguments: [nil] + IdentityLevel.allCases, [true, false])
    func satisfies(level: IdentityLevel?, isConfirmed: Bool) {
        let standing = IdentityStanding(level: level, isUnitConfirmed: isConfirmed)
        #expect(standing.satisfies(nil))
        #expect(standing.satisfies(.selfDeclared) == (level != nil))
        #expect(standing.satisfies(.nameAndID) == (level == .numberChecked || level == .photosReviewed))
        #expect(standing.satisfies(.idAndPhotos) == (level == .photosReviewed))
        #expect(standing.satisfies(.unitConfirmed) == isConfirmed)
    }

    private func decide(
        _ holder: NumberHolder, photos: Bool = false, provider: ProviderAnswer? = nil
    ) throws(Refusal) -> ClaimDecision {
        try ClaimDecision(name: "张三", holder: holder, needsReviewer: photos, provider: provider)
    }

    @Test("ACC-3b photos are a reviewer's, and so is what a provider cannot answer")
    func deciders() throws {
        #expect(try decide(.nobody) == .accept)
        #expect(try decide(.claimant) == .accept)
        #expect(try decide(.nobody, provider: .matches) == .accept)
        #expect(try decide(.nobody, provider: .unknown) == .review)
        #expect(try decide(.nobody, photos: true) == .review)
        #expect(try decide(.nobody, photos: true, provider: .matches) == .review)
        let refused = refusal { () throws(Refusal) in try decide(.nobody, photos: true, provider: .differs) }
        #expect(refused?.field == "name")
    }

    @Test("ACC-3c a number that somebody else has is contested, whatever else is said for the claim")
    func contested() throws {
        for provider in [ProviderAnswer.matches, .unknown, nil] {
            for photos in [true, false] {
                #expect(try decide(.somebodyElse, photos: photos, provider: provider) == .contested)
                #expect(
                    try decide(.withoutAccount(name: "李四", hasPhone: false), photos: photos, provider: provider)
                        == .contested)
            }
        }
    }

    @Test("ACC-11b a number on a roster joins the account of the same name, after a reviewer's eye where one is needed")
    func joins() throws {
        let known = NumberHolder.withoutAccount(name: "张三", hasPhone: false)
        let reachable = NumberHolder.withoutAccount(name: "张三", hasPhone: true)
        #expect(try decide(known) == .join)
        #expect(try decide(reachable) == .review)
        #expect(try decide(reachable, provider: .matches) == .join)
        #expect(try decide(known, photos: true) == .review)
    }

    @Test("ACC-7, ACC-11b who logs in for an organisation, or closed an account, is joined by nobody but a reviewer")
    func responsible() throws {
        for hasPhone in [false, true] {
            for provider in [ProviderAnswer.matches, .unknown, nil] {
                let holder = NumberHolder.withoutAccount(name: "张三", hasPhone: hasPhone, isGuarded: true)
                #expect(try decide(holder, provider: provider) == .review)
            }
        }
        #expect(try decide(.withoutAccount(name: "李四", isGuarded: true)) == .contested)
    }

    @Test("the 17th digit tells the sex")
    func sex() throws {
        #expect(try IdentityNumber("11010519491231002X", today: Day(20_728)).sex == .female)
        #expect(try IdentityNumber("440524198001010013", today: Day(20_728)).sex == .male)
    }
}
