import Application
import Console
import Foundation
import Threads

/// One JSON object a line on standard error.
enum JSONLog {
    static func write(_ line: LogLine) {
        var fields: [JSON.Member] = [
            .init("time_ms", .integer(WallClock.nowMs())), .init("level", .string(line.level.rawValue)),
            .init("event", .string(line.event)),
        ]
        fields += line.fields.map { .init($0.0, .string($0.1)) }
        let bytes = Array((JSON.object(fields).text + "\n").utf8)
        _ = unsafe bytes.withUnsafeBytes { unsafe Foundation.write(2, $0.baseAddress, $0.count) }
    }
}
