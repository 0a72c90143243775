/// A photo of an identity document, or a document as a picture, as stored: its structure is verified from the first byte to the last, and parts that
/// are not picture data are removed.
package struct PhotoFile: Equatable, Sendable {
    package static let sizeLimit = 5 << 20
    /// The width and height in pixels. Smaller photos are unreadable, larger ones are not photos of a card.
    package static let sides = 100...12_000
    /// Bytes of memory needed to show the picture.
    package static let shownLimit = 200 << 20

    package let format: PhotoFormat
    package let width: Int
    package let height: Int
    /// The file without comments, embedded data, places and dates, so that no hidden second file is stored.
    package let bytes: [UInt8]

    /// ACC-3a: detects the type by content and walks the whole structure. Throws for a truncated file, data after its
    /// end, or another type.
    package init(_ file: [UInt8]) throws(Refusal) {
        guard file.count <= Self.sizeLimit else {
            throw photoRefusal("at most \(Self.sizeLimit >> 20) MiB", zh: "照片最大 \(Self.sizeLimit >> 20) MiB")
        }
        let walked: WalkedPhoto
        if file.starts(with: JPEGWalk.signature) {
            format = .jpeg
            walked = try JPEGWalk.walk(file)
        } else if file.starts(with: PNGWalk.signature) {
            format = .png
            walked = try PNGWalk.walk(file)
        } else {
            throw photoRefusal("neither a JPEG nor a PNG picture", zh: "照片应为 JPEG 或 PNG 格式")
        }
        (width, height) = (walked.width, walked.height)
        guard Self.sides.contains(width), Self.sides.contains(height) else {
            throw photoRefusal(
                "\(width) × \(height) pixels; a side has \(Self.sides.lowerBound) to \(Self.sides.upperBound)",
                zh: "照片为 \(width)×\(height) 像素，边长应在 \(Self.sides.lowerBound) 至 \(Self.sides.upperBound) 之间")
        }
        // A viewer uses at least four bytes per pixel.
        let shown = width * height * max(4, walked.bitsOfPixel / 8)
        guard shown <= Self.shownLimit else {
            throw photoRefusal(
                "\(width) × \(height) pixels are too many; take the photo with fewer",
                zh: "照片为 \(width)×\(height) 像素，过大，请降低分辨率后重新拍摄")
        }
        bytes = walked.kept.flatMap { file[$0] }
    }
}

/// The result of a walk.
struct WalkedPhoto {
    var width = 0
    var height = 0
    var bitsOfPixel = 0
    /// The byte ranges to keep, in order.
    var kept: [Range<Int>] = []
}

func photoRefusal(_ english: String, zh chinese: String) -> Refusal {
    Refusal(.invalid, field: "photo", english, zh: chinese)
}

let cutShort = photoRefusal("the picture is cut short", zh: "照片文件不完整，请重新选择")
let brokenPicture = photoRefusal("the picture's structure is broken", zh: "照片文件结构损坏，请重新拍摄")
let dataBehindEnd = photoRefusal("there is something behind the picture's end", zh: "照片末尾含有多余数据，请重新保存后上传")
