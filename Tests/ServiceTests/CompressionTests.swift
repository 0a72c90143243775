import CZlib
import Connection
import Foundation
import Messages
import Seeded
import Testing
import Wire

/// The bytes that compression saves of messages which a real server made, and its cost.
@Suite struct CompressionTests {
    /// A message and its equal in JSON.
    private struct Sample {
        let name: String
        let method: Messages.Method
        /// As the server pages them; one reply, where there are no items.
        let pages: [[[UInt8]]]
        let isReply: Bool
        let json: Data
    }

    private struct Figures {
        let plain: Int
        let deflated: Int
        let json: Int
        let packMsPerMB: Double
        let expandMsPerMB: Double
    }

    private static func file(rows: Int, seed: UInt64) -> [UInt8] {
        var random = SeededRandom(seed: seed)
        let surnames = Array("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗")
        let given = Array("伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华建国文斌")
        let units = ["市第一人民医院", "市中医医院", "县人民医院", "妇幼保健院", "城关镇卫生院", "开发区社区卫生服务中心"]
        let titles = ["医师", "主治医师", "副主任医师", "护师", "主管护师", "技师"]
        var text = "编号,姓名,手机号,单位,职称\n"
        for row in 0..<rows {
            let name =
                String(surnames.randomElement(using: &random) ?? "王")
                + String(
                    (0..<Int.random(in: 1...2, using: &random)).map { _ in given.randomElement(using: &random) ?? "伟" })
            let phone = 13_000_000_000 + Int.random(in: 0..<999_999_999, using: &random)
            let unit = units.randomElement(using: &random) ?? "", title = titles.randomElement(using: &random) ?? ""
            text += "\(1000 + row),\(name),\(phone),\(unit),\(title)\n"
        }
        return Array(text.utf8)
    }

    /// gzip -6 of what a web service would send.
    private static func gzipped(_ json: Data) throws -> Int {
        var bytes = [UInt8](json)
        var size = compressBound(uLong(bytes.count))
        var output = [UInt8](repeating: 0, count: Int(size))
        let code = unsafe compress2(&output, &size, &bytes, uLong(bytes.count), 6)
        try #require(code == Z_OK)
        return Int(size) + 12
    }

    private static func pages(_ items: [[UInt8]]) -> [[[UInt8]]] {
        var pages: [[[UInt8]]] = []
        var (page, bytes): ([[UInt8]], Int) = ([], 0)
        for item in items {
            page.append(item)
            bytes += item.count
            if bytes >= 64 << 10 {
                pages.append(page)
                (page, bytes) = ([], 0)
            }
        }
        return page.isEmpty ? pages : pages + [page]
    }

    /// Sends a sample from a server's machine to a client's, which must hear what was sent.
    private static func figures(_ sample: Sample) throws -> Figures {
        var sizes: [Int] = []
        var (packed, expanded) = (Duration.zero, Duration.zero)
        for feature in [0, Feature.deflate] {
            var client = ClientConnection(hello: Hello(features: feature))
            var server = ServerConnection()
            func deliver(_ bytes: [UInt8], _ each: (ServerEvent) -> Void) {
                var offset = 0
                while let event = server.next(in: bytes.span, from: &offset, nowMs: 0) { each(event) }
            }
            deliver(client.outgoing) { if case .hello = $0 { server.welcome(Welcome(features: Feature.deflate)) } }
            server.authenticated()
            client.outgoing = []
            var heard: [[UInt8]] = []
            var sent = 0
            func hear() {
                sent += server.outgoing.count
                let bytes = server.outgoing
                server.outgoing = []
                var offset = 0
                expanded += ContinuousClock().measure {
                    while let event = client.next(in: bytes.span, from: &offset) {
                        switch event {
                        case .welcome: client.trust()
                        case .item(let stream, let item):
                            heard.append(item)
                            client.consumed(stream, bytes: item.count)
                        case .reply(_, let reply): if sample.isReply { heard.append(reply) }
                        default: break
                        }
                    }
                }
                deliver(client.outgoing) { _ in }
                client.outgoing = []
            }
            hear()
            let stream = try client.call(sample.method, request: [])
            hear()
            (sent, expanded) = (0, .zero)
            for page in sample.pages {
                var outbound: [Outbound] = []
                packed =
                    (page == sample.pages[0] ? .zero : packed)
                    + ContinuousClock().measure {
                        if feature == 0 { return outbound = [.items(page)] }
                        outbound =
                            sample.isReply
                            ? [Packed.reply(page[0], to: sample.method, on: stream).map { .packed($0) } ?? .items(page)]
                            : Packed.items(page, of: sample.method, on: stream)
                    }
                for part in outbound {
                    switch part {
                    case .items(let items) where sample.isReply: server.reply(stream, items[0])
                    case .items(let items): _ = server.items(stream, items)
                    case .packed(let packed): _ = server.packed(stream, packed)
                    }
                }
                hear()
            }
            if !sample.isReply { server.reply(stream, []) }
            hear()
            #expect(heard == sample.pages.flatMap { $0 })
            sizes.append(sent)
        }
        let megabytes = Double(sizes[0]) / 1e6
        return Figures(
            plain: sizes[0], deflated: sizes[1], json: try gzipped(sample.json),
            packMsPerMB: packed / .milliseconds(1) / megabytes, expandMsPerMB: expanded / .milliseconds(1) / megabytes)
    }

    private static func json(_ value: Any) throws -> Data {
        try JSONSerialization.data(withJSONObject: value, options: .sortedKeys)
    }

    @Test("SYN-12 a scope of 20,000 people, a file of 10,000 rows and a page of a list are sent in fewer bytes")
    func savings() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let door = try Door(in: world)
        let offering = try world.emptyOffering()
        let file = Self.file(rows: 20_000, seed: 1)
        let uploaded = try keeper.upload(file, to: offering, piece: 60_000)
        try #require(uploaded.job.added == 20_000)
        let pulled = try door.pull().items
        let scope = Sample(
            name: "scope of 20,000", method: .syncPull, pages: Self.pages(pulled.map { $0.serialized() }),
            isReply: false,
            json: try Self.json(
                pulled.map { item in
                    let value = try RosterValue(serialized: item.kind == .rosterEntry ? item.value : [])
                    return [
                        "kind": "roster_entry", "id": item.id, "position": item.position, "offering": value.offering,
                        "person": value.person, "number": value.number,
                        "encrypted_name": Data(value.encryptedName).base64EncodedString(),
                    ] as [String: Any]
                }))
        let rows = Self.file(rows: 10_000, seed: 2)
        let chunks = stride(from: 0, to: rows.count, by: 64 << 10).map {
            UploadChunk(bytes: Array(rows[$0..<min($0 + 64 << 10, rows.count)])).serialized()
        }
        let lines = String(decoding: rows, as: UTF8.self).split(separator: "\n").dropFirst()
        let upload = Sample(
            name: "file of 10,000 rows", method: .uploadsUpload, pages: chunks.map { [$0] }, isReply: false,
            json: try Self.json(
                lines.map { line in
                    let cells = line.split(separator: ",").map(String.init)
                    return [
                        "number": cells[0], "name": cells[1], "phone": cells[2], "unit": cells[3], "title": cells[4],
                    ]
                }))
        let request = ListRosterRequest(offering: offering, limit: 500)
        let reply: ListRosterReply = try keeper.call(.projectsListRoster, request)
        try #require(reply.entries.count == 500)
        let list = Sample(
            name: "page of 500", method: .projectsListRoster, pages: [[reply.serialized()]], isReply: true,
            json: try Self.json(
                reply.entries.map {
                    [
                        "person": $0.person, "number": $0.number, "name": $0.name, "unit": $0.unit, "title": $0.title,
                    ] as [String: Any]
                }))
        for (sample, most) in [(scope, 0.75), (upload, 0.35), (list, 0.35)] {
            let figures = try Self.figures(sample)
            let ratio = Double(figures.deflated) / Double(figures.plain)
            print(
                "compression: \(sample.name): \(figures.plain) bytes plain, \(figures.deflated) deflated"
                    + " (\(String(format: "%.3f", ratio))), JSON and gzip \(figures.json); a MB costs"
                    + " \(String(format: "%.1f ms to compress, %.1f to receive", figures.packMsPerMB, figures.expandMsPerMB))"
            )
            #expect(ratio <= most, "\(sample.name)")
        }
    }
}
