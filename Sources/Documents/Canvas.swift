import CCairo

/// A page that is drawn on: A4, points of 1/72 inch from its upper left corner.
@safe final class Canvas {
    let width: Double
    let height: Double
    private let context: OpaquePointer
    private let surface: OpaquePointer
    private let written = Written()

    private final class Written {
        var bytes: [UInt8] = []
    }

    /// - Parameters:
    ///   - title: of the document, for the list of files.
    ///   - created: as PDF's XMP has it: `2026-11-05T08:00:00Z`.
    init?(landscape: Bool, title: String, author: String, created: String) {
        (width, height) = landscape ? (841.89, 595.28) : (595.28, 841.89)
        let closure = unsafe Unmanaged.passUnretained(written).toOpaque()
        let surface = unsafe cairo_pdf_surface_create_for_stream(Self.write, closure, width, height)
        guard let surface = unsafe surface, let context = unsafe cairo_create(surface) else { return nil }
        unsafe self.surface = surface
        unsafe self.context = context
        for (key, text) in [
            (CAIRO_PDF_METADATA_TITLE, title), (CAIRO_PDF_METADATA_AUTHOR, author),
            (CAIRO_PDF_METADATA_CREATE_DATE, created), (CAIRO_PDF_METADATA_CREATOR, "rollcalld"),
        ] {
            unsafe cairo_pdf_surface_set_metadata(surface, key, text)
        }
    }

    deinit {
        unsafe cairo_destroy(context)
        unsafe cairo_surface_destroy(surface)
    }

    private static let write: cairo_write_func_t = { closure, bytes, count in
        guard let closure = unsafe closure else { return CAIRO_STATUS_WRITE_ERROR }
        let written = unsafe Unmanaged<Written>.fromOpaque(closure).takeUnretainedValue()
        unsafe written.bytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
        return CAIRO_STATUS_SUCCESS
    }

    /// Ends the document; nothing may be drawn after it.
    /// - Returns: the file; nil when cairo met an error.
    func finish() -> [UInt8]? {
        unsafe cairo_show_page(context)
        unsafe cairo_surface_finish(surface)
        let isGood =
            unsafe cairo_status(context) == CAIRO_STATUS_SUCCESS
            && cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS
        return isGood ? written.bytes : nil
    }

    /// Ends the page, and begins another.
    func nextPage() { unsafe cairo_show_page(context) }

    /// - Parameter grey: 0 = black, 1 = white.
    func ink(grey: Double) { unsafe cairo_set_source_rgb(context, grey, grey, grey) }

    /// - Parameters:
    ///   - x: of the left end.
    ///   - y: of the baseline.
    func draw(_ line: Font.Line, _ font: Font, x: Double, y: Double) {
        unsafe font.select(on: context)
        let glyphs = line.glyphs.map { cairo_glyph_t(index: $0.index, x: $0.x + x, y: $0.y + y) }
        unsafe cairo_show_text_glyphs(
            context, line.text, Int32(clamping: line.text.utf8.count), glyphs, Int32(clamping: glyphs.count),
            line.clusters, Int32(clamping: line.clusters.count), cairo_text_cluster_flags_t(0))
    }

    func rectangle(x: Double, y: Double, width: Double, height: Double) {
        unsafe cairo_rectangle(context, x, y, width, height)
    }

    /// Fills the rectangles since the last filling or stroke.
    func fill() { unsafe cairo_fill(context) }

    func stroke(width: Double) {
        unsafe cairo_set_line_width(context, width)
        unsafe cairo_stroke(context)
    }
}
