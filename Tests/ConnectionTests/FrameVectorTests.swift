import Foundation
import Testing

@Suite struct FrameVectorTests {
    /// With ROLLCALL_RECORD=1 in the environment the files are rewritten: review every difference.
    @Test(
        "every recorded conversation goes as recorded, whole, in threes and byte by byte", arguments: [Int.max, 3, 1])
    func conversations(chunk: Int) throws {
        let scenes = try Scene.load()
        #expect(scenes.count >= 50, "the vectors are missing")
        for scene in scenes {
            let played = try scene.play(chunk: min(chunk, 1 << 30))
            if ProcessInfo.processInfo.environment["ROLLCALL_RECORD"] == nil {
                #expect(played == scene.steps, "\(scene)")
            } else if chunk == Int.max {
                try record(scene, played)
            }
        }
    }

    private func record(_ scene: Scene, _ played: [String]) throws {
        let url = Scene.folder.appendingPathComponent(scene.file)
        let text = try String(contentsOf: url, encoding: .utf8)
        let before = "\nscene \(scene.title)\n" + scene.steps.joined(separator: "\n") + "\n"
        let after = "\nscene \(scene.title)\n" + played.joined(separator: "\n") + "\n"
        try text.replacingOccurrences(of: before, with: after).write(to: url, atomically: true, encoding: .utf8)
    }
}
