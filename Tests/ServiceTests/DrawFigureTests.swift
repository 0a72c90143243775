import Messages
import Testing

@testable import Service

/// RPT-1: figures as pictures that the server draws.
@Suite struct DrawFigureTests {
    private func draw(_ form: FigureForm?, _ count: Int, label: String = "第一医院") throws -> [UInt8] {
        let reply: FigurePicture = try World().client("keeper").call(
            .reportsDrawFigure,
            DrawFigureRequest(
                title: "达标人数", form: form,
                bars: (0..<count).map { FigureBar(label: label, value: UInt32($0), whole: UInt32.max) }))
        return reply.png
    }

    @Test("RPT-1 OPS-3 a picture is drawn of no more than can be told apart in it, whatever its numbers are")
    func drawn() throws {
        #expect(try draw(.bars, 100).starts(with: [0x89, 0x50, 0x4E, 0x47]))
        #expect(try draw(.curve, 720).starts(with: [0x89, 0x50, 0x4E, 0x47]))
        let failure = try refused(.invalid, field: "bars") { try draw(.bars, 101) }
        #expect(failure.text.contains("SVG"))
        try refused(.invalid, field: "bars") { try draw(.curve, 721) }
        try refused(.invalid, field: "form") { try draw(nil, 1) }
        try refused(.invalid, field: "title") { try draw(.bars, 1, label: String(repeating: "长", count: 201)) }
    }
}
