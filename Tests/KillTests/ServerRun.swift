import Messages
import Foundation
import Threads

/// One life of a server that ends at a numbered write, with its clients running.
enum ServerRun {
    struct Outcome {
        var story: Story
        var isKilled: Bool
        /// Writes begun in all.
        var writes: UInt64
    }

    static func run(_ story: Story, _ world: World, _ folder: Folder, _ place: Killer.Place) throws -> Outcome {
        let counter = folder.path("writes")
        let server = try ServerProcess(folder, environment: Killer.environment(place, counter: counter))
        var story = story
        if let endpoint = server.endpoint {
            let created = Locked((story.created, [String]()))
            let checkedIn = Locked((story.checkedIn, [String]()))
            let threads = [
                Thread.start("admin") { [calls = story.created] in
                    let result = Clients.call(endpoint, world.administrator, calls)
                    created.withLock { $0 = result }
                },
                Thread.start("trainee") { [calls = story.checkedIn] in
                    let result = Clients.call(endpoint, world.trainee, calls)
                    checkedIn.withLock { $0 = result }
                },
            ]
            story = Clients.push(endpoint, world, story)
            for thread in threads { thread.join() }
            for (calls, problems) in [created.withLock { $0 }, checkedIn.withLock { $0 }] {
                if calls.first?.method == .attendanceCheckIn { story.checkedIn = calls } else { story.created = calls }
                story.problems += problems
            }
        }
        // Whatever is left of it ends in good order; the writes of that are numbered too.
        let end = try server.stop()
        if end != .killed(SIGKILL), end != .exited(0) { story.problems.append("ended: \(end)") }
        return Outcome(story: story, isKilled: end == .killed(SIGKILL), writes: try Killer.count(counter))
    }
}
