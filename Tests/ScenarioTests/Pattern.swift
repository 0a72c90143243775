/// Compares expected lines with printed ones: `{name}` is bound at its first match and equal from then on, `…` matches
/// anything, a line of `…` alone any lines. Spaces count as one, because tables are as wide as their contents.
struct Pattern {
    typealias Values = [String: String]

    private enum Piece {
        case text([Character])
        case name(String)
        case anything
    }

    /// Returns the values after the match; nil if the lines differ.
    static func match(_ expected: [String], _ printed: [String], _ values: Values) -> Values? {
        guard let first = expected.first else { return printed.isEmpty ? values : nil }
        let rest = Array(expected.dropFirst())
        if first.allSatisfy({ $0 == "…" || $0 == " " }), !first.isEmpty {
            return (0...printed.count).lazy.compactMap { match(rest, Array(printed.dropFirst($0)), values) }.first
        }
        guard let line = printed.first, let bound = match(first, line, values) else { return nil }
        return match(rest, Array(printed.dropFirst()), bound)
    }

    static func match(_ expected: String, _ line: String, _ values: Values) -> Values? {
        match(pieces(squeezed(expected), values)[...], Array(squeezed(line))[...], values)
    }

    /// Replaces names by their values.
    static func filled(_ text: String, _ values: Values) throws(Unknown) -> String {
        var whole = ""
        for piece in pieces(text, values) {
            switch piece {
            case .text(let characters): whole += String(characters)
            case .anything: whole += "…"
            case .name(let name): throw Unknown(name: name)
            }
        }
        return whole
    }

    struct Unknown: Error {
        let name: String
    }

    private static func squeezed(_ text: String) -> String {
        text.split(separator: " ").joined(separator: " ")
    }

    private static func pieces(_ text: String, _ values: Values) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        while !rest.isEmpty {
            if rest.hasPrefix("…") {
                pieces.append(.anything)
                rest = rest.dropFirst()
            } else if let name = rest.prefixMatch(of: /\{([a-z][a-z0-9+-]*)\}/) {
                let key = String(name.output.1)
                pieces.append(values[key].map { .text(Array($0)) } ?? .name(key))
                rest = rest[name.range.upperBound...]
            } else if case .text(let before)? = pieces.last {
                pieces[pieces.count - 1] = .text(before + [rest.removeFirst()])
            } else {
                pieces.append(.text([rest.removeFirst()]))
            }
        }
        return pieces
    }

    private static func match(
        _ pieces: ArraySlice<Piece>, _ line: ArraySlice<Character>, _ values: Values
    ) -> Values? {
        guard let piece = pieces.first else { return line.isEmpty ? values : nil }
        let rest = pieces.dropFirst()
        switch piece {
        case .text(let text):
            return line.starts(with: text) ? match(rest, line.dropFirst(text.count), values) : nil
        case .anything:
            return (0...line.count).lazy.compactMap { match(rest, line.dropFirst($0), values) }.first
        case .name(let name):
            if let known = values[name] {
                return line.starts(with: known) ? match(rest, line.dropFirst(known.count), values) : nil
            }
            let longest = line.prefix { !" \",}]）".contains($0) }.count
            return stride(from: longest, to: 0, by: -1).lazy.compactMap { count in
                let value = String(line.prefix(count))
                return match(rest, line.dropFirst(count), values.merging([name: value]) { $1 })
            }.first
        }
    }
}
