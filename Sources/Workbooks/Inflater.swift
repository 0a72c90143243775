internal import CZlib
package import Domain

/// One compressed stream of zlib's, without headers: the archive has its own.
@safe package final class Inflater {
    // Made by the initialiser, freed by the deinitialiser, and used by its one owner between.
    private let stream: UnsafeMutablePointer<z_stream>

    package init() throws(Refusal) {
        unsafe stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        guard unsafe inflateInit2_(stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw Refusal(.invalid, field: "file", "no memory to read it", zh: "内存不足")
        }
    }

    deinit {
        _ = unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// - Returns: at most `room` bytes, how many of the input they took, and whether the stream is over; nil for a damaged
    ///   one.
    package func inflate(_ input: [UInt8], room: Int) -> (output: [UInt8], used: Int, isOver: Bool)? {
        var (input, code, used) = (input, Z_OK, 0)
        let output = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            let space = buffer.baseAddress
            unsafe input.withUnsafeMutableBufferPointer { bytes in
                unsafe stream.pointee.next_in = bytes.baseAddress
                unsafe stream.pointee.avail_in = UInt32(bytes.count)
                unsafe stream.pointee.next_out = space
                unsafe stream.pointee.avail_out = UInt32(room)
                code = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
                used = bytes.count - Int(unsafe stream.pointee.avail_in)
                count = room - Int(unsafe stream.pointee.avail_out)
            }
        }
        guard code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else { return nil }
        return (output, used, code == Z_STREAM_END)
    }
}
