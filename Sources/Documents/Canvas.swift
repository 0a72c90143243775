import CCairo

/// A page that is drawn on: A4, points of 1/72 inch from its upper left corner.
@safe final class Canvas: Surface {
    let width: Double
    let height: Double
    private let surface: OpaquePointer
    private let written = WrittenBytes()

    /// - Parameters:
    ///   - title: of the document, for the list of files.
    ///   - created: as PDF's XMP has it: `2026-11-05T08:00:00Z`.
    init?(landscape: Bool, title: String, author: String, created: String) {
        (width, height) = landscape ? (841.89, 595.28) : (595.28, 841.89)
        let closure = unsafe Unmanaged.passUnretained(written).toOpaque()
        let surface = unsafe cairo_pdf_surface_create_for_stream(WrittenBytes.write, closure, width, height)
        guard let surface = unsafe surface, let context = unsafe cairo_create(surface) else { return nil }
        unsafe self.surface = surface
        unsafe super.init(context)
        for (key, text) in [
            (CAIRO_PDF_METADATA_TITLE, title), (CAIRO_PDF_METADATA_AUTHOR, author),
            (CAIRO_PDF_METADATA_CREATE_DATE, created), (CAIRO_PDF_METADATA_CREATOR, "rollcalld"),
        ] {
            unsafe cairo_pdf_surface_set_metadata(surface, key, text)
        }
    }

    deinit {
        // The file ends here, while there is where to write it, also if it was never asked for.
        unsafe cairo_surface_finish(surface)
        unsafe cairo_surface_destroy(surface)
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
}
