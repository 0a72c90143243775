import Domain
import Testing

@Suite struct SourceTests {
    @Test(
        "ACC-5b a source is an IPv4 address, the /64 network of an IPv6 one, or this machine",
        arguments: [
            ("192.0.2.1", "192.0.2.1"), ("192.0.2.1:7700", "192.0.2.1"), ("unix", "unix"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), ("[2001:DB8:1:2::9]:80", "2001:db8:1:2::/64"),
            ("2001:0db8::1", "2001:db8:0:0::/64"), ("::1", "0:0:0:0::/64"), ("[fe80::1%eth0]:1", "fe80:0:0:0::/64"),
            ("", ""),
        ])
    func source(address: String, text: String) {
        #expect(LoginSource(address: address).text == text)
    }

    @Test("ACC-5b a budget gives its burst at once, then one failure a price, and is full again after the whole burst")
    func budget() throws {
        let budget = Budget(burst: 3, priceMs: 1000)
        var used = Instant(0)
        let now = Instant(1_000_000)
        for _ in 1...3 {
            try budget.check(usedUntil: used, at: now)
            used = budget.spending(usedUntil: used, at: now)
        }
        #expect(budget.waitMs(usedUntil: used, at: now) == 1000)
        #expect(budget.waitMs(usedUntil: used, at: now.adding(milliseconds: 999)) == 1)
        #expect(budget.waitMs(usedUntil: used, at: now.adding(milliseconds: 1000)) == 0)
        #expect(used == now.adding(milliseconds: 3000))
        // A clock that was set back makes nobody wait longer than the rule.
        #expect(budget.waitMs(usedUntil: used, at: Instant(0)) == 1000)
    }

    @Test("ACC-4e a puzzle is solved by as many zero bits as it asks for")
    func puzzle() {
        #expect(Puzzle.isSolved([0, 0x0F], difficulty: 12))
        #expect(!Puzzle.isSolved([0, 0x0F], difficulty: 13))
        #expect(!Puzzle.isSolved([0, 0], difficulty: 16))
        #expect(Puzzle.isSolved([0xFF], difficulty: 0))
    }

    @Test("ACC-4a codes are six digits, those of small numbers too")
    func code() {
        #expect(SmsCode.make(random: [0, 0, 0, 0, 0, 0, 0, 7]) == "000007")
        #expect(SmsCode.make(random: [0, 0, 0, 0, 0, 15, 66, 63]) == "999999")
        #expect(SmsCode.make(random: [0, 0, 0, 0, 0, 15, 66, 64]) == "000000")
        #expect(SmsCode.make(random: []) == nil)
        #expect(SmsCode.read(" １２３４５６ ") == "123456")
        #expect(SmsCode.read("12345a") == nil)
    }
}
