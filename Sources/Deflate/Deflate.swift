internal import CZlib

/// One piece of bytes compressed with zlib (RFC 1950), and back: pure functions, with no state between two pieces.
package enum Deflate {
    /// - Parameter most: the bytes of output above which compressing stops.
    /// - Returns: nil if the output has more.
    package static func compressed(_ bytes: [UInt8], atMost most: Int) -> [UInt8]? {
        guard most > 0 else { return nil }
        var code = Z_OK
        let output = unsafe [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
            var size = uLong(most)
            code = unsafe bytes.withUnsafeBufferPointer { source in
                unsafe compress2(buffer.baseAddress, &size, source.baseAddress, uLong(source.count), level)
            }
            count = code == Z_OK ? Int(size) : 0
        }
        return code == Z_OK ? output : nil
    }

    /// Allocates `size` bytes, no more, whatever the input says.
    /// - Returns: nil unless the input is one whole stream of exactly `size` bytes.
    package static func expanded(_ bytes: Span<UInt8>, to size: Int) -> [UInt8]? {
        guard size > 0, !bytes.isEmpty else { return nil }
        var isWhole = false
        let output = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            var (got, used) = (uLong(size), uLong(bytes.count))
            let code = unsafe bytes.withUnsafeBufferPointer { source in
                unsafe uncompress2(buffer.baseAddress, &got, source.baseAddress, &used)
            }
            isWhole = code == Z_OK && Int(got) == size && Int(used) == bytes.count
            count = isWhole ? size : 0
        }
        return isWhole ? output : nil
    }

    /// zlib's fastest but one that still finds most: see the decision on compression.
    private static let level: Int32 = 3
}
