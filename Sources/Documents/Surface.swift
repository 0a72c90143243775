import CCairo

/// A surface that is drawn on, from its upper left corner.
@safe class Surface {
    let context: OpaquePointer

    init(_ context: OpaquePointer) { unsafe self.context = context }

    deinit { unsafe cairo_destroy(context) }

    /// - Parameter grey: 0 = black, 1 = white.
    final func ink(grey: Double) { unsafe cairo_set_source_rgb(context, grey, grey, grey) }

    /// - Parameters:
    ///   - x: of the left end.
    ///   - y: of the baseline.
    final func draw(_ line: Font.Line, _ font: Font, x: Double, y: Double) {
        unsafe font.select(on: context)
        let glyphs = line.glyphs.map { cairo_glyph_t(index: $0.index, x: $0.x + x, y: $0.y + y) }
        unsafe cairo_show_text_glyphs(
            context, line.text, Int32(clamping: line.text.utf8.count), glyphs, Int32(clamping: glyphs.count),
            line.clusters, Int32(clamping: line.clusters.count), cairo_text_cluster_flags_t(0))
    }

    final func rectangle(x: Double, y: Double, width: Double, height: Double) {
        unsafe cairo_rectangle(context, x, y, width, height)
    }

    /// Fills the rectangles since the last filling or stroke.
    final func fill() { unsafe cairo_fill(context) }

    final func stroke(width: Double) {
        unsafe cairo_set_line_width(context, width)
        unsafe cairo_stroke(context)
    }
}

/// The bytes that cairo writes.
final class WrittenBytes {
    private(set) var bytes: [UInt8] = []

    static let write: cairo_write_func_t = { closure, bytes, count in
        guard let closure = unsafe closure else { return CAIRO_STATUS_WRITE_ERROR }
        let written = unsafe Unmanaged<WrittenBytes>.fromOpaque(closure).takeUnretainedValue()
        unsafe written.bytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
        return CAIRO_STATUS_SUCCESS
    }
}
