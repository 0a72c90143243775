package import Signatures

/// Signs PDF files that cairo wrote: adds a signature over all of the file, which allows no change, as an increment at its
/// end (ISO 32000-1, 12.8).
package enum PDFSigning {
    package enum Fault: Error, Equatable, Sendable {
        /// The file has not the form in which cairo writes.
        case form(String)
        case signature(SignatureError)
    }

    /// - Parameter atMs: UTC milliseconds, which the signature states as its time.
    package static func sign(_ pdf: [UInt8], by signer: DocumentSigner, atMs: Int64) throws(Fault) -> [UInt8] {
        let file = try PDFFile(pdf)
        let (field, signature) = (file.size, file.size + 1)
        let page = try file.object(file.page).adding("/Annots [\(field) 0 R]")
        let root = try file.object(file.root).adding(
            "/AcroForm << /Fields [\(field) 0 R] /SigFlags 3 >> /Perms << /DocMDP \(signature) 0 R >>")
        var increment = Increment(after: pdf)
        increment.add(file.page, page)
        increment.add(file.root, root)
        increment.add(
            field,
            "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature) /F 132 /Rect [0 0 0 0] /P \(file.page) 0 R "
                + "/V \(signature) 0 R >>")
        let room = signer.signatureSize * 2
        // The numbers are of one width, so that they can be filled in once they are known.
        let range = String(repeating: " ", count: 30)
        increment.add(
            signature,
            "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /M (\(PDFTime(ms: atMs).inFile)) "
                + "/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams "
                + "<< /Type /TransformParams /P 1 /V /1.2 >> >>] /ByteRange [\(range)] "
                + "/Contents <\(String(repeating: "0", count: room))> >>")
        var bytes = increment.finished(file)
        guard let contents = bytes.lastRange(of: "/Contents <"), let place = bytes.lastRange(of: "/ByteRange [") else {
            throw .form("no place for the signature")
        }
        // The gap is the string with its angle brackets.
        let gap = contents.upperBound - 1..<contents.upperBound + room + 1
        let numbers = "0 \(gap.lowerBound) \(gap.upperBound) \(bytes.count - gap.upperBound)"
        bytes.replaceSubrange(place.upperBound..<place.upperBound + numbers.utf8.count, with: Array(numbers.utf8))
        let made: [UInt8]
        do throws(SignatureError) {
            made = try signer.sign(Array(bytes[..<gap.lowerBound] + bytes[gap.upperBound...]), atMs: atMs)
        } catch { throw .signature(error) }
        let hex = made.flatMap { [hexDigits[Int($0 >> 4)], hexDigits[Int($0 & 15)]] }
        guard hex.count <= room else { throw .form("the signature is longer than its place") }
        bytes.replaceSubrange(contents.upperBound..<contents.upperBound + hex.count, with: hex)
        return bytes
    }

    private static let hexDigits = Array("0123456789abcdef".utf8)
}

/// An addition to the end of a file: objects, and their places.
private struct Increment {
    private var bytes: [UInt8]
    private var offsets: [(object: Int, offset: Int)] = []

    init(after pdf: [UInt8]) { bytes = pdf }

    mutating func add(_ object: Int, _ text: String) {
        offsets.append((object, bytes.count))
        bytes += Array("\(object) 0 obj\n\(text)\nendobj\n".utf8)
    }

    func finished(_ file: PDFFile) -> [UInt8] {
        let table = bytes.count
        // A row has 20 bytes.
        let rows = offsets.map { entry in
            let digits = String(entry.offset)
            return "\(entry.object) 1\n\(String(repeating: "0", count: 10 - digits.utf8.count))\(digits) 00000 n \n"
        }
        let size = max(file.size, (offsets.map(\.object).max() ?? 0) + 1)
        return bytes
            + Array(
                """
                xref
                \(rows.joined())trailer
                << /Size \(size) /Root \(file.root) 0 R /Info \(file.info) 0 R /Prev \(file.table) >>
                startxref
                \(table)
                %%EOF

                """.utf8)
    }
}
