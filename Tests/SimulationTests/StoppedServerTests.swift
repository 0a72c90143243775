import Service
import Testing

@Suite struct StoppedServerTests {
    private final class Watched {
        let name: String
        weak var area: AnyObject?

        init(_ name: String, _ area: AnyObject) { (self.name, self.area) = (name, area) }
    }

    @Test("a server that has stopped leaves no area of its service behind")
    func nothingStays() throws {
        var watched: [Watched] = []
        do {
            let server = try SimulatedServer(image: SimulatedServer.foundation.get(), clock: Clock())
            let service = try server.service()
            watched = Mirror(reflecting: service).children.compactMap { child in
                let area = child.value as AnyObject
                return type(of: child.value) is AnyClass ? Watched(child.label ?? "", area) : nil
            }
        }
        #expect(watched.count > 30)
        #expect(watched.filter { $0.area != nil }.map(\.name) == [])
    }
}
