import Messages
import Storage
import Testing

@testable import Service

@Suite struct FullDiskTests {
    @Test("a call that the server's disk has no room for is told so: it comes again later, and the operator makes room")
    func told() throws {
        let server = try TestServer()
        let refused = #expect(throws: Refusal.self) {
            try server.perform { _ in throw StorageError(.full, "database or disk is full", statement: "COMMIT") }
        }
        #expect(refused?.code == .busy && refused?.retryAfterMs == 200)
        #expect(refused?.reason.en.contains("its disk is full") == true)
        #expect(refused?.reason.zh.contains("联系服务器管理员腾出空间") == true)
    }
}
