import CMicroHTTPD

/// The headers of a request, by lower-case name. A header that came twice is left out: two readers could see two values.
enum Headers {
    @safe private final class Collection {
        var values: [String: String] = [:]
        var doubled: Set<String> = []
    }

    /// Called on the server's thread, while the library holds the request.
    static func read(_ connection: OpaquePointer) -> [String: String] {
        let collection = Collection()
        withExtendedLifetime(collection) {
            _ = unsafe MHD_get_connection_values(
                connection, .HEADER_KIND, collect, Unmanaged.passUnretained(collection).toOpaque())
        }
        return collection.values.filter { !collection.doubled.contains($0.key) }
    }

    /// The numeric address of the other end.
    static func source(of connection: OpaquePointer) -> String {
        var text = [CChar](repeating: 0, count: 64)
        guard unsafe chttp_source(connection, &text, UInt32(text.count)) == 0 else { return "" }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private static let collect: MHD_KeyValueIterator = { context, _, name, value in
        guard let context = unsafe context, let name = unsafe name else { return .YES }
        let collection = unsafe Unmanaged<Collection>.fromOpaque(context).takeUnretainedValue()
        let key = unsafe String(cString: name).lowercased()
        let text = unsafe value.map { unsafe String(cString: $0) } ?? ""
        if collection.values.updateValue(text, forKey: key) != nil { collection.doubled.insert(key) }
        return .YES
    }
}
