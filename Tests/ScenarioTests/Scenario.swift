import Foundation
import Processes

/// A scenario: a page for people, in which the lines that stand four spaces in are what somebody types and sees.
///
///     li$ rollcall login 13800000001     somebody, at a home of their own; `\` at the end goes on in the next line
///     < what is typed when asked
///     what is printed
///     ! what is said about it
///     = 3                                how it ends, unless well
///
/// `{name}` stands for what it met first; `…` for anything, as a line for any lines. `{server}`, `{site}`, `{password}`, `{data}`,
/// `{today}` and `{today+7}` are known from the beginning. `file NAME` writes the lines after it that begin with `| `,
/// `photo NAME` a small picture, a PNG unless the name ends with `.jpeg`. `gateway pay weChat CODE` is a phone that pays, `gateway refund weChat NUMBER done` a bank that has
/// paid back, `gateway statement weChat FILE` the gateway's list; the step after one is tried until it ends as it should.
/// `clock {today+7} 09:05` lets all programs' wall clocks show that time from then on; the server begins again for it.
struct Scenario {
    struct Step {
        let line: Int
        let who: String
        let command: String
        var input: [String] = []
        var out: [String] = []
        var err: [String] = []
        var code: Int32 = 0
    }

    enum Part {
        case step(Step)
        case file(name: String, lines: [String])
        case photo(name: String)
        case gateway(words: String)
        case clock(time: String)
    }

    let name: String
    let parts: [Part]

    init(_ url: URL) throws {
        name = url.lastPathComponent
        var reader = Reader(name: name)
        let text = try String(contentsOf: url, encoding: .utf8)
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            try reader.take(String(line), number: index + 1)
        }
        parts = try reader.finish()
    }

    private init(name: String, parts: [Part]) { (self.name, self.parts) = (name, parts) }

    /// One scenario after another, with what the first one called by names; named after the second.
    func followed(by next: Scenario) -> Scenario { Scenario(name: next.name, parts: parts + next.parts) }

    private struct Reader {
        let name: String
        private var parts: [Part] = []
        private var step: Step?
        private var file: (name: String, lines: [String])?
        /// The beginning of a continued command.
        private var begun = ""
        private var begunLine = 0

        init(name: String) { self.name = name }

        mutating func take(_ line: String, number: Int) throws {
            guard line.hasPrefix("    ") else { return try close() }
            let text = String(line.dropFirst(4))
            if !begun.isEmpty || text.prefixMatch(of: #/[a-z0-9.-]+\$ /#) != nil {
                if begun.isEmpty {
                    try close()
                    begunLine = number
                }
                begun += text.hasSuffix("\\") ? text.dropLast() : text[...]
                if !text.hasSuffix("\\") { try open() }
            } else if text.hasPrefix("file ") {
                try close()
                file = (String(text.dropFirst(5)), [])
            } else if text.hasPrefix("photo ") {
                try close()
                parts.append(.photo(name: String(text.dropFirst(6))))
            } else if text.hasPrefix("clock ") {
                try close()
                parts.append(.clock(time: String(text.dropFirst(6))))
            } else if text.hasPrefix("gateway ") {
                try close()
                parts.append(.gateway(words: String(text.dropFirst(8))))
            } else if file != nil, text == "|" || text.hasPrefix("| ") {
                file?.lines.append(String(text.dropFirst(2)))
            } else {
                guard step != nil else { throw Programs.Failure("\(name):\(number): nobody types this: \(text)") }
                if text == "<" || text.hasPrefix("< ") {
                    step?.input.append(String(text.dropFirst(2)))
                } else if text.hasPrefix("! ") {
                    step?.err.append(String(text.dropFirst(2)))
                } else if text.hasPrefix("= "), let code = Int32(text.dropFirst(2)) {
                    step?.code = code
                } else {
                    step?.out.append(text)
                }
            }
        }

        private mutating func open() throws {
            let halves = begun.split(separator: "$ ", maxSplits: 1)
            guard halves.count == 2 else { throw Programs.Failure("\(name):\(begunLine): no command") }
            step = Step(line: begunLine, who: String(halves[0]), command: String(halves[1]))
            begun = ""
        }

        private mutating func close() throws {
            if !begun.isEmpty { throw Programs.Failure("\(name):\(begunLine): the command does not end") }
            if let step { parts.append(.step(step)) }
            if let file { parts.append(.file(name: file.name, lines: file.lines)) }
            (step, file) = (nil, nil)
        }

        mutating func finish() throws -> [Part] {
            try close()
            return parts
        }
    }
}
