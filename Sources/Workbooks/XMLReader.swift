internal import CExpat
import Domain

/// Reads XML piece by piece: elements by their names without prefix, and text. A document with a declaration of its own type
/// is refused, so that there are no entities to expand; so is one that nests deeper, or has longer tags, than workbooks do.
@safe final class XMLReader {
    /// The attributes of one element, which are there while it is told.
    @safe struct Attributes {
        // The parser's own, between the call of a handler and its return.
        private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

        fileprivate init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) { unsafe self.pairs = pairs }

        /// The value of the attribute of this name without prefix.
        subscript(_ name: String) -> String? {
            guard let pairs = unsafe pairs else { return nil }
            var place = 0
            while let key = unsafe pairs[place], let value = unsafe pairs[place + 1] {
                if withoutPrefix(unsafe String(cString: key)) == name { return unsafe String(cString: value) }
                place += 2
            }
            return nil
        }
    }

    private static let depthLimit = 64
    /// The most bytes between two things that can be told: the longest tag or comment.
    private static let tagLimit = 1 << 20

    // Made by the initialiser, freed by the deinitialiser, and used by its one owner between.
    private let parser: XML_Parser
    private let start: (String, Attributes) throws(Refusal) -> Void
    private let end: (String) throws(Refusal) -> Void
    private let text: ([UInt8]) throws(Refusal) -> Void
    private var depth = 0
    private var fed = 0
    private var told = 0
    private var refusal: Refusal?

    init(
        start: @escaping (String, Attributes) throws(Refusal) -> Void,
        end: @escaping (String) throws(Refusal) -> Void = { (_) throws(Refusal) in },
        text: @escaping ([UInt8]) throws(Refusal) -> Void = { (_) throws(Refusal) in }
    ) throws(Refusal) {
        guard let parser = unsafe XML_ParserCreate(nil) else {
            throw Refusal(.busy, Phrase("no memory to read it", "内存不足"))
        }
        unsafe (self.parser, self.start, self.end, self.text) = unsafe (parser, start, end, text)
        unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        unsafe XML_SetElementHandler(
            parser,
            { context, name, pairs in
                guard let reader = unsafe XMLReader.of(context), let name = unsafe name else { return }
                let attributes = unsafe Attributes(pairs)
                reader.take { (reader) throws(Refusal) in
                    reader.depth += 1
                    guard reader.depth <= XMLReader.depthLimit else { throw damagedWorkbook }
                    try reader.start(withoutPrefix(unsafe String(cString: name)), attributes)
                }
            },
            { context, name in
                guard let reader = unsafe XMLReader.of(context), let name = unsafe name else { return }
                reader.take { (reader) throws(Refusal) in
                    reader.depth -= 1
                    try reader.end(withoutPrefix(unsafe String(cString: name)))
                }
            })
        unsafe XML_SetCharacterDataHandler(parser) { context, bytes, count in
            guard let reader = unsafe XMLReader.of(context) else { return }
            let text = unsafe Array(
                UnsafeBufferPointer(
                    start: UnsafeRawPointer(bytes)?.assumingMemoryBound(to: UInt8.self), count: Int(count)))
            reader.take { (reader) throws(Refusal) in try reader.text(text) }
        }
        unsafe XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
            unsafe XMLReader.of(context)?.take { (_) throws(Refusal) in
                throw unreadable("it declares a document type, which no workbook does", zh: "文件含有文档类型声明，不是正常的工作簿")
            }
        }
    }

    deinit { unsafe XML_ParserFree(parser) }

    private static func of(_ context: UnsafeMutableRawPointer?) -> XMLReader? {
        unsafe context.map { unsafe Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Does what follows from a piece, unless something was refused already; a refusal stops the parser.
    private func take(_ act: (XMLReader) throws(Refusal) -> Void) {
        guard refusal == nil else { return }
        told = fed
        do throws(Refusal) {
            try act(self)
        } catch {
            refusal = error
            unsafe XML_StopParser(parser, XML_Bool(XML_FALSE))
        }
    }

    func read(_ bytes: [UInt8]) throws(Refusal) { try parse(bytes, isLast: false) }

    func finish() throws(Refusal) { try parse([], isLast: true) }

    private func parse(_ bytes: [UInt8], isLast: Bool) throws(Refusal) {
        fed += bytes.count
        let status = unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe XML_Parse(
                parser, UnsafeRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self), Int32(buffer.count),
                isLast ? 1 : 0)
        }
        if let refusal { throw refusal }
        // The parser keeps bytes that it has not reported, and looks at them again with each piece.
        guard status == XML_STATUS_OK, fed - told <= Self.tagLimit else { throw damagedWorkbook }
    }
}

func withoutPrefix(_ name: String) -> String {
    guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name }
    return String(name[name.utf8.index(after: colon)...])
}
