import CZlib
import Glibc

/// A ZIP with one file, not compressed.
func storedZIP(_ name: String, _ content: [UInt8]) -> [UInt8] {
    func little(_ value: Int, _ bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    let sum = unsafe content.withUnsafeBufferPointer {
        Int(unsafe crc32(0, $0.baseAddress, UInt32($0.count)))
    }
    let path = Array(name.utf8)
    // Version, flags, method, time and date (1 January 1980), sum, both sizes, lengths of the name and of more.
    let common =
        little(20, 2) + little(0, 6) + little(33, 2) + little(sum, 4) + little(content.count, 4)
        + little(content.count, 4) + little(path.count, 2) + little(0, 2)
    let file = little(0x0403_4B50, 4) + common + path + content
    let directory = little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 14) + path
    let end =
        little(0x0605_4B50, 4) + little(0, 4) + little(1, 2) + little(1, 2) + little(directory.count, 4)
        + little(file.count, 4) + little(0, 2)
    return file + directory + end
}

/// A text in GBK; what GBK cannot say becomes a question mark.
func gbk(_ text: String) -> [UInt8] {
    guard let converter = unsafe iconv_open("GBK//TRANSLIT", "UTF-8"), Int(bitPattern: converter) != -1 else {
        return []
    }
    defer { unsafe iconv_close(converter) }
    var input = Array(text.utf8).map(CChar.init(bitPattern:))
    var output = [CChar](repeating: 0, count: 2 * input.count + 16)
    let written = unsafe input.withUnsafeMutableBufferPointer { input in
        unsafe output.withUnsafeMutableBufferPointer { output -> Int in
            var (from, fromCount) = (input.baseAddress, input.count)
            var (to, toCount) = (output.baseAddress, output.count)
            _ = unsafe iconv(converter, &from, &fromCount, &to, &toCount)
            return output.count - toCount
        }
    }
    return output.prefix(written).map(UInt8.init(bitPattern:))
}
