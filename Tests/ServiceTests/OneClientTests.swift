import Messages
import Testing

@testable import Service

/// ATT-4c: one client for several people, among ordinary check-ins.
@Suite struct OneClientTests {
    private static let phone = [UInt8](repeating: 7, count: 16)
    private static let other = [UInt8](repeating: 8, count: 16)

    private func checkIn(_ world: World, _ number: String, with device: [UInt8]) throws -> ScanState? {
        let code: VenueCodeReply = try world.client("keeper").call(
            .attendanceVenueCode, VenueCodeRequest(offering: world.offering))
        let reply: CheckInReply = try world.client(number).call(
            .attendanceCheckIn, CheckInRequest(code: code.code, device: device))
        return reply.state
    }

    private func work(_ world: World) throws -> [WorkItem] {
        let reply: ListWorkReply = try world.client("keeper").call(
            .worklistListWork, ListWorkRequest(offering: world.offering))
        return reply.items
    }

    private func present(_ world: World) throws -> UInt32 {
        let reply: AnalyseReply = try world.client("keeper").call(
            .attendanceAnalyse, AnalyseRequest(offering: world.offering))
        return reply.present
    }

    @Test(
        "ATT-4c ATT-9a check-ins of several people by one client count for nobody until a person decides, and stand on the work list"
    )
    func several() throws {
        let world = try World()
        #expect(try checkIn(world, "N01", with: Self.phone) == .counted)
        #expect(try checkIn(world, "N01", with: Self.phone) == .repeat)
        // Two of whom nothing is known but that they came.
        #expect(try checkIn(world, "N02", with: []) == .counted)
        #expect(try checkIn(world, "N03", with: []) == .counted)
        #expect(try present(world) == 3 && work(world).isEmpty)
        // What was judged before is judged again.
        #expect(try checkIn(world, "N02", with: Self.phone) == .flagged)
        #expect(try present(world) == 2)
        let items = try work(world)
        #expect(items.map(\.scan?.number) == ["N01", "N01", "N02"])
        #expect(items.allSatisfy { $0.scan?.code == .oneClient })
        #expect(try checkIn(world, "N03", with: Self.phone) == .flagged)
        #expect(try work(world).count == 4)
        // Each is decided by itself.
        let scans = try work(world).compactMap(\.scan)
        #expect(try world.decide([scans[0]], .counts).decided == 1)
        #expect(try world.decide([scans[2]], .doesNotCount).decided == 1)
        #expect(try present(world) == 3)
    }

    @Test("ATT-4c a client is named otherwise in each class, and nowhere as it names itself")
    func named() throws {
        let (here, there) = (try CheckInClient(Self.phone, at: 1), try CheckInClient(Self.phone, at: 2))
        #expect(here != there && here?.bytes.count == 8)
        #expect(try CheckInClient(Self.phone, at: 1) == here && CheckInClient(Self.other, at: 1) != here)
        #expect(try CheckInClient([], at: 1) == nil)
        let world = try World()
        try refused(.invalid, field: "device") { try checkIn(world, "N01", with: [1]) }
    }
}
