import Crypto
import Facts
import Journal
import Testing
import Wire

@Suite struct ChainTests {
    static func device() throws -> (Device, Chain) {
        var device = try Device(seed: 1)
        let start = device.chain
        try device.record(1, 2, 3)
        try device.record(4)
        try device.record(5, 6)
        return (device, start)
    }

    @Test("one signature at the end of a run covers the batches before it")
    func run() throws {
        let (device, start) = try Self.device()
        var run = device.run
        run[0].signature = []
        run[1].signature = []
        var chain = start
        let taken = try chain.append(run)
        #expect(taken.map(\.hash) == device.batches.map(\.hash))
        #expect(taken.map(\.isSigned) == [false, false, true])
        #expect(chain.head == device.chain.head && chain.head.sequence == 6)
    }

    @Test("inner signatures are verified and kept, or left out, never taken unverified")
    func innerSignatures() throws {
        let (device, start) = try Self.device()
        var chain = start
        #expect(try chain.append(device.run, inner: .verified) == device.batches)
        chain = start
        var run = device.run
        run[1].signature[0] ^= 1
        #expect(try chain.append(run).map(\.isSigned) == [false, false, true])
        chain = start
        #expect(throws: ChainError.badSignature(sequence: 4)) { try chain.append(run, inner: .verified) }
        #expect(chain.head == start.head)
    }

    @Test("SYN-5 a relay that changes, drops, reorders or invents a batch is found out, and nothing is taken")
    func relay() throws {
        let (device, start) = try Self.device()
        var forged = device.run
        forged[1].body[forged[1].body.count - 1] ^= 1
        var other = try Device(seed: 2)
        try other.record(1, 2, 3)
        let dropped = [device.run[0], device.run[2]]
        let swapped = [device.run[1], device.run[0], device.run[2]]
        var chain = start
        #expect(throws: ChainError.badSignature(sequence: 6)) { try chain.append(forged) }
        #expect(throws: ChainError.notNext(expected: 4, first: 5)) { try chain.append(dropped) }
        #expect(throws: ChainError.notNext(expected: 1, first: 4)) { try chain.append(swapped) }
        #expect(throws: ChainError.badSignature(sequence: 3)) { try chain.append(other.run) }
        #expect(throws: ChainError.undecodable(.truncated)) { try chain.append([([1], [])]) }
        #expect(chain.head == start.head)
    }

    @Test("a run without a signature at its end is not taken")
    func unsigned() throws {
        let (device, start) = try Self.device()
        var chain = start
        #expect(throws: ChainError.unsigned(sequence: 3)) { try chain.append([(device.run[0].body, [])]) }
    }

    @Test("a batch of one log or site is refused in every other")
    func otherPlaces() throws {
        let (device, _) = try Self.device()
        let opening = LogOpening(deviceKey: device.key.publicKey, epoch: 2)
        var successor = Chain(opening: opening, site: Device.site)
        #expect(throws: ChainError.badSignature(sequence: 3)) { try successor.append([device.run[0]]) }
        var elsewhere = Chain(
            opening: LogOpening(deviceKey: device.key.publicKey, epoch: 1), site: [UInt8](repeating: 1, count: 32))
        #expect(throws: ChainError.badSignature(sequence: 3)) { try elsewhere.append([device.run[0]]) }
    }

    @Test("SYN-3b a run broken off anywhere goes on from the last batch that was taken")
    func resumed() throws {
        let (device, start) = try Self.device()
        for cut in 1..<device.run.count {
            var chain = start
            _ = try chain.append(Array(device.run[..<cut]))
            var resumed = Chain(site: Device.site, log: chain.log, key: chain.key, head: chain.head)
            _ = try resumed.append(Array(device.run[cut...]))
            #expect(resumed.head == device.chain.head)
        }
    }
}
