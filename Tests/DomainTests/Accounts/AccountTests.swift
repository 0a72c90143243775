import Seeded
import Domain
import Testing

@Suite struct AccountTests {
    @Test("an account's name is 3 to 32 small letters, digits, dots, underlines and dashes, beginning with a letter")
    func accountName() throws {
        #expect(try AccountName(" Li.Na_2-x ").text == "li.na_2-x")
        for bad in [
            "ab", "", "13812345678", "_abc", "ab c", "名字名", "a/bc", String(repeating: "a", count: 33), "abc\u{200B}",
        ] {
            #expect(refusal { () throws(Refusal) in try AccountName(bad) }?.code == .invalid, "\(bad)")
        }
    }

    @Test("ACC-5a one field takes a phone, an ID number or an account name")
    func loginName() throws {
        let today = Day(20_728)
        #expect(LoginName("138 1234 5678", today: today) == .phone(try MobileNumber("13812345678")))
        #expect(
            LoginName("11010519491231002x", today: today)
                == .identity(try IdentityNumber("11010519491231002X", today: today)))
        #expect(LoginName("LiNa", today: today) == .account(try AccountName("lina")))
        #expect(LoginName("' or 1=1", today: today) == nil)
    }

    @Test(
        "ACC-6c the passwords of the sources and other easy ones are refused",
        arguments: [
            "123456", "12345678", "zhangsan", "abcdefgh", "password1", "Passw0rd", "aaaaaaaa1", "1111111111111111",
            "abcdefghijklmnopqrst", "aa123456", "lina2026", "13812345678x", "short1", "tab\tpass1word",
        ])
    func weak(password: String) {
        let refused = refusal { () throws(Refusal) in
            try Password.check(password, known: ["lina2026", "13812345678", ""])
        }
        #expect(refused?.code == .weakPassword)
        #expect(refused?.field == "new_password")
    }

    @Test(
        "ACC-6c long or mixed passwords are accepted, Chinese ones too",
        arguments: ["correct horse battery", "Tr4vel-9m", "我的密码是夏天里的西瓜和风还有云朵", "xk29fmq1"])
    func strong(password: String) throws {
        try Password.check(password, known: ["lina2026", "13812345678"])
    }

    @Test("ACC-6c first passwords come from the random bytes given and would be accepted themselves")
    func initial() throws {
        var random = SeededRandom(seed: 7)
        var made: Set<String> = []
        for _ in 0..<500 {
            let bytes = (0..<12).map { _ in UInt8.random(in: 0...255, using: &random) }
            let password = try #require(Password.initial(random: bytes))
            #expect(password.count == 14)
            try Password.check(password, known: [])
            made.insert(password)
        }
        #expect(made.count == 500)
        #expect(Password.initial(random: Array(repeating: 1, count: 11)) == nil)
    }

    @Test(
        "ACC-5b from the fifth failure on the wait doubles, the tenth locks for 15 minutes, and then it begins afresh")
    func throttle() throws {
        var throttle = LoginThrottle.clear
        var now = Instant(1_000_000)
        var waits: [Int64] = []
        for _ in 1...10 {
            try throttle.check(at: now)
            throttle = throttle.failed(at: now)
            let wait = throttle.waitMs(at: now)
            waits.append(wait)
            if wait > 0 {
                let refused = refusal { () throws(Refusal) in
                    try throttle.check(at: now.adding(milliseconds: wait - 1))
                }
                #expect(refused?.code == .locked)
            }
            now = now.adding(milliseconds: wait)
        }
        #expect(waits == [0, 0, 0, 0, 1000, 2000, 4000, 8000, 16_000, 900_000])
        try throttle.check(at: now)
        #expect(throttle.failed(at: now).failures == 1)
    }

    @Test("ACC-5b a clock set back does not prolong a wait")
    func clockSetBack() {
        let throttle = LoginThrottle(failures: 10, lastFailure: Instant(5_000_000_000))
        #expect(throttle.waitMs(at: Instant(0)) == LoginThrottle.lockMs)
        #expect(LoginThrottle(failures: .max, lastFailure: Instant(.max)).waitMs(at: Instant(.min)) >= 0)
    }
}
