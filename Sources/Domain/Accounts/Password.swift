/// ACC-6c: the rules of passwords: a minimum length, and no common or predictable ones.
package enum Password {
    package static let shortest = 8
    /// The length from which one kind of character is enough.
    package static let longEnough = 16
    /// Bounds the time of hashing, which grows with the length.
    package static let longestBytes = 256

    /// - Parameter known: public facts about the person: account name, phone, ID number, name.
    package static func check(_ password: String, known: [String]) throws(Refusal) {
        func refusal(_ english: String, zh chinese: String) -> Refusal {
            Refusal(.weakPassword, field: "new_password", english, zh: chinese)
        }
        guard password.utf8.count <= longestBytes else {
            throw refusal("at most \(longestBytes) bytes", zh: "密码最长 \(longestBytes) 字节")
        }
        guard !password.unicodeScalars.contains(where: isDeceptive) else {
            throw refusal("control and invisible characters are not allowed", zh: "密码不得包含控制字符或不可见字符")
        }
        guard password.count >= shortest else {
            throw refusal("at least \(shortest) characters", zh: "密码至少 \(shortest) 位")
        }
        guard password.count >= longEnough || kinds(password) >= 2 else {
            throw refusal(
                "letters and digits or signs, or at least \(longEnough) characters",
                zh: "须同时包含字母与数字或符号，或不少于 \(longEnough) 位")
        }
        let folded = password.lowercased()
        guard Set(folded).count >= 4, !isRun(folded) else {
            throw refusal("too few different characters, or a plain run of them", zh: "密码过于简单")
        }
        guard !common.contains(where: { folded.hasPrefix($0) && folded.count - $0.count < 4 }) else {
            throw refusal("among the passwords that are tried first", zh: "密码过于常见")
        }
        for fact in known where fact.count >= 4 && folded.contains(fact.lowercased()) {
            throw refusal("contains the account name, phone or ID number", zh: "密码不得包含账号、手机号或身份证号")
        }
    }

    /// Makes a first password, delivered once: twelve unambiguous characters, 60 bits.
    /// - Parameter random: at least twelve random bytes; returns nil with fewer.
    package static func initial(random: [UInt8]) -> String? {
        guard random.count >= 12 else { return nil }
        let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789#".utf8)
        let letters = random.prefix(12).map { alphabet[Int($0 & 31)] }
        return [letters[0..<4], letters[4..<8], letters[8..<12]]
            .map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
    }

    private static let common = [
        "password", "passw0rd", "p@ssw0rd", "qwertyui", "qwerty12", "1qaz2wsx", "abcd1234", "abc12345", "a1234567",
        "aa123456", "a123456", "woaini", "iloveyou", "admin123", "welcome", "letmein", "123456",
    ]

    /// Counts the kinds of character: lower case, upper case, digits, others.
    private static func kinds(_ password: String) -> Int {
        let kinds = password.unicodeScalars.map { scalar in
            switch scalar {
            case "a"..."z": 0
            case "A"..."Z": 1
            case "0"..."9": 2
            default: 3
            }
        }
        return Set(kinds).count
    }

    /// Returns whether all steps between characters are equal: abcdefgh, 87654321, aaaa.
    private static func isRun(_ text: String) -> Bool {
        let values = text.unicodeScalars.map { Int($0.value) }
        let steps = Set(zip(values, values.dropFirst()).map { $1 - $0 })
        return steps.count == 1
    }
}
