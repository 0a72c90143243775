import CCairo
package import Domain

/// A chart as a PNG, twice as fine as its units, in the font of documents.
package enum ChartBitmap {
    private static let scale = 2

    /// - Returns: the file; nil when cairo met an error.
    package static func png(_ chart: Chart) -> [UInt8]? {
        let picture = ChartPicture(chart)
        guard let bitmap = Bitmap(width: ChartPicture.width, height: picture.height, scale: scale) else { return nil }
        for mark in picture.marks { draw(mark, on: bitmap) }
        return bitmap.finish()
    }

    private static func draw(_ mark: ChartPicture.Mark, on bitmap: Bitmap) {
        switch mark {
        case .rectangle(let x, let y, let width, let height, let colour):
            bitmap.ink(colour)
            bitmap.rectangle(x: Double(x), y: Double(y), width: Double(width), height: Double(height))
            bitmap.fill()
        case .text(let text, let x, let y, let size, let anchor):
            let font = Font(size: Double(size))
            guard let line = line(text, font) else { return }
            let shift =
                switch anchor {
                case .start: 0.0
                case .middle: line.width / 2
                case .end: line.width
                }
            bitmap.ink(.text)
            bitmap.draw(line, font, x: Double(x) - shift, y: Double(y))
        case .line(let points, let width, let colour):
            bitmap.ink(colour)
            bitmap.path(points.map { (Double($0.x), Double($0.y)) })
            bitmap.stroke(width: Double(width))
        }
    }

    /// A picture says nothing by law: a character that the font lacks is a question mark.
    private static func line(_ text: String, _ font: Font) -> Font.Line? {
        if let line = try? font.line(text) { return line }
        return try? font.line(String(text.map { (try? font.line(String($0))) == nil ? "?" : $0 }))
    }
}

/// A white picture that is drawn on.
@safe final class Bitmap: Surface {
    private let surface: OpaquePointer
    private let written = WrittenBytes()

    init?(width: Int, height: Int, scale: Int) {
        let surface = unsafe cairo_image_surface_create(
            CAIRO_FORMAT_RGB24, Int32(width * scale), Int32(height * scale))
        guard let surface = unsafe surface, let context = unsafe cairo_create(surface) else { return nil }
        unsafe self.surface = surface
        unsafe super.init(context)
        unsafe cairo_scale(context, Double(scale), Double(scale))
        ink(grey: 1)
        unsafe cairo_paint(context)
    }

    deinit { unsafe cairo_surface_destroy(surface) }

    func ink(_ colour: ChartPicture.Colour) {
        let (red, green, blue): (Double, Double, Double) =
            switch colour {
            case .text: (0, 0, 0)
            case .pale: (0.859, 0.894, 0.933)
            case .strong: (0.169, 0.424, 0.690)
            }
        unsafe cairo_set_source_rgb(context, red, green, blue)
    }

    /// Adds lines from point to point.
    func path(_ points: [(x: Double, y: Double)]) {
        for (index, point) in points.enumerated() {
            if index == 0 {
                unsafe cairo_move_to(context, point.x, point.y)
            } else {
                unsafe cairo_line_to(context, point.x, point.y)
            }
        }
    }

    func finish() -> [UInt8]? {
        let closure = unsafe Unmanaged.passUnretained(written).toOpaque()
        let isGood =
            unsafe cairo_status(context) == CAIRO_STATUS_SUCCESS
            && cairo_surface_write_to_png_stream(surface, WrittenBytes.write, closure) == CAIRO_STATUS_SUCCESS
        return isGood ? written.bytes : nil
    }
}
