import Domain
import Testing

@Suite struct RegionTreeTests {
    @Test("ORG-1a a region stands under one of a level above its own, or under none", arguments: RegionLevel.allCases)
    func tree(level: RegionLevel) throws {
        try RegionTree.check(level, under: nil)
        for parent in RegionLevel.allCases {
            let refused = refusal { () throws(Refusal) in try RegionTree.check(level, under: parent) }
            #expect((refused == nil) == (parent.rawValue < level.rawValue), "\(level) under \(parent)")
            #expect(refused == nil || refused?.field == "parent")
        }
    }
}
