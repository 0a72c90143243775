internal import CZlib
import Domain
import Workbooks

/// The files of a ZIP that comes in pieces, one after the other as they stand in it; each is compared with its check sum.
struct Unzip: ~Copyable {
    enum Part {
        /// Another file begins.
        case beginning
        case bytes([UInt8])
    }

    private enum Step {
        /// The next four bytes say what follows.
        case signature
        case header
        /// So many bytes of name and extra fields.
        case name(Int)
        /// So many bytes that are not compressed.
        case stored(Int)
        case deflated
        /// The check sum and sizes that come behind a file, perhaps behind a signature of their own.
        case descriptor
        /// The directory: nothing more is read.
        case directory
    }

    private static let outputSize = 64 << 10
    private static let fileSignature: UInt32 = 0x0403_4B50
    private static let descriptorSignature: UInt32 = 0x0807_4B50
    private static let directorySignature: UInt32 = 0x0201_4B50

    private var step = Step.signature
    private var input: [UInt8] = []
    private var sum: UInt = 0
    private var expected: UInt32 = 0
    private var hasDescriptor = false
    private var isDeflated = false
    private var storedSize = 0
    private var inflater: Inflater?

    mutating func read(_ bytes: [UInt8]) throws(Refusal) -> [Part] {
        input += bytes
        var parts: [Part] = []
        while try advance(&parts) {}
        return parts
    }

    func finish() throws(Refusal) {
        guard case .directory = step else { throw Self.cut }
    }

    /// - Returns: whether it may go on with what it has.
    private mutating func advance(_ parts: inout [Part]) throws(Refusal) -> Bool {
        switch step {
        case .signature:
            guard input.count >= 4 else { return false }
            switch number(0, 4) {
            case Self.fileSignature: step = .header
            case Self.directorySignature: step = .directory
            default: throw damaged("this is no ZIP archive", zh: "不是 ZIP 压缩包")
            }
        case .header:
            guard input.count >= 30 else { return false }
            let flags = number(6, 2)
            let method = number(8, 2)
            hasDescriptor = flags & 8 != 0
            (expected, storedSize) = (number(14, 4), Int(number(18, 4)))
            guard flags & 1 == 0, method == 8 || method == 0 && !hasDescriptor else {
                throw damaged("encrypted, or compressed in an unknown way", zh: "压缩包已加密或压缩方式不受支持")
            }
            isDeflated = method == 8
            let name = Int(number(26, 2)) + Int(number(28, 2))
            input.removeFirst(30)
            step = .name(name)
        case .name(let count):
            guard input.count >= count else { return false }
            input.removeFirst(count)
            sum = 0
            parts.append(.beginning)
            if isDeflated {
                inflater = try Inflater()
                step = .deflated
            } else {
                step = .stored(storedSize)
            }
        case .stored(let left):
            let count = min(left, input.count)
            if count > 0 { take(Array(input.prefix(count)), &parts) }
            input.removeFirst(count)
            guard left == count else {
                step = .stored(left - count)
                return false
            }
            try endFile()
        case .deflated: return try inflate(&parts)
        case .descriptor:
            guard input.count >= 16 else { return false }
            if number(0, 4) == Self.descriptorSignature { input.removeFirst(4) }
            expected = number(0, 4)
            input.removeFirst(12)
            hasDescriptor = false
            try endFile()
        case .directory:
            input = []
            return false
        }
        return true
    }

    private mutating func inflate(_ parts: inout [Part]) throws(Refusal) -> Bool {
        guard !input.isEmpty else { return false }
        guard let (output, used, isOver) = inflater?.inflate(input, room: Self.outputSize) else {
            throw damaged("the archive is damaged: fetch it again", zh: "压缩包已损坏，请重新下载")
        }
        input.removeFirst(used)
        if !output.isEmpty { take(output, &parts) }
        guard isOver else { return !output.isEmpty || used > 0 }
        inflater = nil
        if hasDescriptor { step = .descriptor } else { try endFile() }
        return true
    }

    private mutating func take(_ bytes: [UInt8], _ parts: inout [Part]) {
        sum = unsafe crc32(sum, bytes, UInt32(bytes.count))
        parts.append(.bytes(bytes))
    }

    private mutating func endFile() throws(Refusal) {
        guard UInt32(truncatingIfNeeded: sum) == expected else {
            throw damaged("the archive is damaged: fetch it again", zh: "压缩包已损坏，请重新下载")
        }
        step = .signature
    }

    private func number(_ place: Int, _ count: Int) -> UInt32 {
        (0..<count).reduce(0) { $0 | UInt32(input[place + $1]) << (8 * UInt32($1)) }
    }

    private static let cut = damaged("the archive is cut short: fetch it again", zh: "压缩包不完整，请重新下载")
}
