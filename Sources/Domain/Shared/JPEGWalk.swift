/// Walks a JPEG file (ITU T.81): markers with lengths, and scans between them in which 0xFF is followed by 0 or a
/// restart marker.
enum JPEGWalk {
    static let signature: [UInt8] = [0xFF, 0xD8, 0xFF]

    private static let startOfFrame: Set<UInt8> = [
        0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF,
    ]
    private static let (startOfScan, end): (UInt8, UInt8) = (0xDA, 0xD9)

    static func walk(_ file: [UInt8]) throws(Refusal) -> WalkedPhoto {
        var photo = WalkedPhoto(kept: [0..<2])
        var (position, hasScan) = (2, false)
        while true {
            let start = position
            guard position < file.count else { throw cutShort }
            guard file[position] == 0xFF else { throw brokenPicture }
            // Any number of fill bytes may precede a marker.
            while position < file.count, file[position] == 0xFF { position += 1 }
            guard position < file.count else { throw cutShort }
            let marker = file[position]
            position += 1
            if marker == end {
                guard hasScan, photo.width > 0 else { throw brokenPicture }
                guard position == file.count else { throw dataBehindEnd }
                photo.kept.append(position - 2..<position)
                return photo
            }
            guard marker >= 0xC0, !(0xD0...0xD8).contains(marker) else { throw brokenPicture }
            let length = try word(file, at: position)
            guard length >= 2 else { throw brokenPicture }
            guard position + length <= file.count else { throw cutShort }
            if startOfFrame.contains(marker) {
                guard photo.width == 0, length >= 8 else { throw brokenPicture }
                photo.height = try word(file, at: position + 3)
                photo.width = try word(file, at: position + 5)
                guard photo.width > 0, photo.height > 0 else { throw brokenPicture }
            }
            position += length
            if marker == startOfScan {
                guard photo.width > 0 else { throw brokenPicture }
                position = try endOfScan(file, from: position)
                hasScan = true
            }
            if isKept(marker) { photo.kept.append(start..<position) }
        }
    }

    /// Drops application data and comments, which a reviewer does not need, except Adobe's, which describes the
    /// colours.
    private static func isKept(_ marker: UInt8) -> Bool {
        marker == 0xEE || !((0xE0...0xEF).contains(marker) || marker >= 0xF0)
    }

    /// Returns the position of the first marker after the entropy-coded data that starts here.
    private static func endOfScan(_ file: [UInt8], from start: Int) throws(Refusal) -> Int {
        var position = start
        while position + 1 < file.count {
            guard file[position] == 0xFF else {
                position += 1
                continue
            }
            let next = file[position + 1]
            if next == 0 || (0xD0...0xD7).contains(next) {
                position += 2
            } else if next == 0xFF {
                position += 1
            } else {
                guard position > start else { throw brokenPicture }
                return position
            }
        }
        throw cutShort
    }

    private static func word(_ file: [UInt8], at position: Int) throws(Refusal) -> Int {
        guard position + 1 < file.count else { throw cutShort }
        return Int(file[position]) << 8 | Int(file[position + 1])
    }
}
