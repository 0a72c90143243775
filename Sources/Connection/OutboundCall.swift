import Messages
import Wire

/// Encodes the payload of a call frame; `InboundCall` has the layout.
struct OutboundCall {
    let method: Method
    let options: CallOptions
    let request: [UInt8]

    var bytes: [UInt8] {
        let options = options.serialized()
        var writer = ByteWriter()
        writer.writeUInt16(method.rawValue)
        writer.writeVarint(UInt64(options.count))
        writer.writeBytes(options)
        writer.writeBytes(request)
        return writer.bytes
    }
}
