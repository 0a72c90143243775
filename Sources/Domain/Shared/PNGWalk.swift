/// Walks a PNG file (ISO/IEC 15948): chunks of length, type, data and checksum, IHDR first, IDAT contiguous, IEND last.
enum PNGWalk {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    private enum Kind: String {
        case header = "IHDR"
        case palette = "PLTE"
        case transparency = "tRNS"
        case data = "IDAT"
        case end = "IEND"
    }

    static func walk(_ file: [UInt8]) throws(Refusal) -> WalkedPhoto {
        var photo = WalkedPhoto(kept: [0..<signature.count])
        var position = signature.count
        var seen: [Kind] = []
        var needsPalette = false
        while true {
            guard position + 12 <= file.count else { throw cutShort }
            let length = word(file, at: position)
            guard length <= PhotoFile.sizeLimit, position + 12 + length <= file.count else { throw cutShort }
            let (type, next) = (position + 4, position + 12 + length)
            guard CRC32.of(file[type..<next - 4]) == UInt32(word(file, at: next - 4)) else { throw brokenPicture }
            guard let kind = Kind(rawValue: String(decoding: file[type..<type + 4], as: UTF8.self)) else {
                // A lower-case first letter marks a chunk that a reader may skip.
                guard file[type] & 0x20 != 0, !seen.isEmpty else { throw brokenPicture }
                position = next
                continue
            }
            guard mayFollow(kind, seen) else { throw brokenPicture }
            switch kind {
            case .header:
                guard length == 13 else { throw brokenPicture }
                (photo.width, photo.height) = (word(file, at: type + 4), word(file, at: type + 8))
                guard photo.width > 0, photo.height > 0, let layout = Layout(file[type + 12..<type + 17]) else {
                    throw brokenPicture
                }
                photo.bitsOfPixel = layout.bitsOfPixel
                needsPalette = layout.needsPalette
            case .data: guard !needsPalette || seen.contains(.palette) else { throw brokenPicture }
            case .palette, .transparency: break
            case .end:
                guard length == 0 else { throw brokenPicture }
                guard next == file.count else { throw dataBehindEnd }
            }
            photo.kept.append(position..<next)
            if kind == .end { return photo }
            if seen.last != kind { seen.append(kind) }
            position = next
        }
    }

    /// The last five bytes of IHDR: depth, colour, compression, filter, interlace.
    private struct Layout {
        let bitsOfPixel: Int
        let needsPalette: Bool

        /// Returns nil for a combination that the standard does not have.
        init?(_ bytes: ArraySlice<UInt8>) {
            let bytes = Array(bytes)
            let (depth, colour) = (Int(bytes[0]), bytes[1])
            let (samples, depths): (Int, Set<Int>)
            switch colour {
            case 0: (samples, depths) = (1, [1, 2, 4, 8, 16])
            case 2: (samples, depths) = (3, [8, 16])
            case 3: (samples, depths) = (1, [1, 2, 4, 8])
            case 4: (samples, depths) = (2, [8, 16])
            case 6: (samples, depths) = (4, [8, 16])
            default: return nil
            }
            guard depths.contains(depth), bytes[2] == 0, bytes[3] == 0, bytes[4] <= 1 else { return nil }
            bitsOfPixel = samples * depth
            needsPalette = colour == 3
        }
    }

    private static func mayFollow(_ kind: Kind, _ seen: [Kind]) -> Bool {
        switch kind {
        case .header: seen.isEmpty
        case .palette, .transparency: seen.first == .header && !seen.contains(kind) && !seen.contains(.data)
        case .data: seen.first == .header && (seen.last == .data || !seen.contains(.data))
        case .end: seen.contains(.data)
        }
    }

    private static func word(_ file: [UInt8], at position: Int) -> Int {
        file[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
    }
}

/// The checksum of PNG chunks (ISO 3309).
enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { index in
        var value = UInt32(index)
        for _ in 0..<8 { value = value & 1 == 0 ? value >> 1 : (value >> 1) ^ 0xEDB8_8320 }
        return value
    }

    static func of(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        var value = UInt32.max
        for byte in bytes {
            let index = Int(UInt8(truncatingIfNeeded: value) ^ byte)
            value = table[index] ^ (value >> 8)
        }
        return ~value
    }
}
