/// Which log is a branch of which. A fact behind a fork has the name of its branch; its references still use the
/// names its author knew.
struct Lineage {
    /// A branch, and the log or branch it leaves.
    let parents: [LogID: LogID]
    /// The names under which facts recorded as one log may lie, by the log's own name. Only for forked logs.
    private var families: [LogID: [LogID]] = [:]

    init(branches: [LogID: LogID]) {
        parents = branches
        for branch in branches.keys {
            let root = self.root(of: branch)
            families[root, default: [root]].append(branch)
        }
    }

    /// The log and all it branched from, nearest first.
    func path(to log: LogID) -> [LogID] {
        var path = [log]
        // A chain is as long as a device was cloned in sequence; the check ends a loop in untrue input.
        while let parent = parents[path[path.count - 1]], !path.contains(parent) { path.append(parent) }
        return path
    }

    func family(of log: LogID) -> [LogID] {
        families[root(of: log)] ?? [log]
    }

    private func root(of log: LogID) -> LogID {
        let path = path(to: log)
        return path[path.count - 1]
    }
}
