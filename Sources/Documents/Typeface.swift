import CCairo
import CFont

/// A document would need a character that its font lacks. It is refused rather than printed with a gap.
package struct UnprintableCharacter: Error, Equatable, Sendable {
    package let character: Character

    package init(character: Character) {
        self.character = character
    }
}

/// The one font of every document: part of the executable, so that a page looks the same wherever it is made.
///
/// No other font is looked for: what this one lacks is refused, by name.
@safe final class Typeface: @unchecked Sendable {
    // Sendable by hand: made once and never changed; cairo locks the font underneath for each use.
    static let shared = Typeface()

    let face: OpaquePointer

    private init() {
        guard let face = unsafe ccairo_open_font(cfont_bytes(), cfont_size()) else {
            preconditionFailure("the font of this executable cannot be read")
        }
        unsafe self.face = face
    }
}

/// The typeface at one size, in points.
@safe final class Font {
    let size: Double
    private let font: OpaquePointer

    init(size: Double) {
        self.size = size
        var (matrix, identity) = (cairo_matrix_t(), cairo_matrix_t())
        unsafe cairo_matrix_init_scale(&matrix, size, size)
        unsafe cairo_matrix_init_identity(&identity)
        let options = unsafe cairo_font_options_create()
        defer { unsafe cairo_font_options_destroy(options) }
        // The places of glyphs do not depend on a screen's pixels.
        unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        unsafe font = cairo_scaled_font_create(Typeface.shared.face, &matrix, &identity, options)
    }

    deinit { unsafe cairo_scaled_font_destroy(font) }

    /// Makes the font that of what is drawn next.
    func select(on context: OpaquePointer) { unsafe cairo_set_scaled_font(context, font) }

    /// A line of text from an origin of 0, on the baseline.
    struct Line {
        let text: String
        let glyphs: [cairo_glyph_t]
        let clusters: [cairo_text_cluster_t]
        let width: Double
    }

    func line(_ text: String) throws(UnprintableCharacter) -> Line {
        var (glyphs, clusters) = unsafe (
            UnsafeMutablePointer<cairo_glyph_t>?.none, UnsafeMutablePointer<cairo_text_cluster_t>?.none
        )
        var (glyphCount, clusterCount) = (Int32(0), Int32(0))
        var flags = cairo_text_cluster_flags_t(0)
        let status = unsafe cairo_scaled_font_text_to_glyphs(
            font, 0, 0, text, Int32(clamping: text.utf8.count), &glyphs, &glyphCount, &clusters, &clusterCount, &flags)
        defer {
            unsafe cairo_glyph_free(glyphs)
            unsafe cairo_text_cluster_free(clusters)
        }
        precondition(status == CAIRO_STATUS_SUCCESS, "cairo: \(status)")
        let line = unsafe Line(
            text: text, glyphs: Array(UnsafeBufferPointer(start: glyphs, count: Int(glyphCount))),
            clusters: Array(UnsafeBufferPointer(start: clusters, count: Int(clusterCount))),
            width: width(glyphs, glyphCount))
        // Glyph 0 is the font's mark of a character that it lacks. Without combining, each scalar has one glyph.
        for (scalar, glyph) in zip(text.unicodeScalars, line.glyphs) where glyph.index == 0 {
            throw UnprintableCharacter(character: Character(scalar))
        }
        return line
    }

    private func width(_ glyphs: UnsafeMutablePointer<cairo_glyph_t>?, _ count: Int32) -> Double {
        var extents = cairo_text_extents_t()
        unsafe cairo_scaled_font_glyph_extents(font, glyphs, count, &extents)
        return extents.x_advance
    }

    /// Breaks a text into lines no wider than `width`: between words, and between any two characters of Chinese, but before
    /// no punctuation that ends something. A word wider than a line is broken where the line ends.
    func lines(_ text: String, width: Double) throws(UnprintableCharacter) -> [Line] {
        var lines: [Line] = []
        var rest = Substring(text)
        while true {
            let whole = try line(String(rest))
            guard whole.width > width else {
                lines.append(whole)
                return lines
            }
            // The glyph that follows the line's last one begins where that one ends.
            let fitting = max(1, whole.glyphs.dropFirst().prefix { $0.x <= width }.count)
            let end = Self.lastBreak(in: rest, upTo: fitting)
            lines.append(try line(String(rest[..<end]).trimmed))
            rest = rest[end...].drop { $0 == " " }
        }
    }

    /// Returns where a line ends that has room for `count` scalars of the text.
    private static func lastBreak(in text: Substring, upTo count: Int) -> Substring.Index {
        let scalars = text.unicodeScalars
        let limit = scalars.index(scalars.startIndex, offsetBy: count)
        var index = limit
        while index > scalars.startIndex {
            let before = scalars[scalars.index(before: index)]
            if mayBreak(before, scalars[index]) { return index }
            index = scalars.index(before: index)
        }
        return limit
    }

    private static func mayBreak(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
        if "，。、；：？！”’）》〉】".unicodeScalars.contains(after) || "（《〈【“‘".unicodeScalars.contains(before) { return false }
        return before == " " || before.value >= 0x2E80 || after.value >= 0x2E80
    }
}

extension String {
    fileprivate var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }
}
