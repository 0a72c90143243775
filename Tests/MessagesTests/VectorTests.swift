import Messages
import Testing
import Wire

struct VectorTests {
    @Test("every sample encodes to the newest vector of its type, and is read back from it")
    func samplesAgreeWithVectors() throws {
        for sample in samples() { try check(sample) }
    }

    private func check<Sample: Message>(_ sample: Sample) throws {
        let name = Sample.typeName
        let vector = try #require(try Vectors.of(name).last)
        #expect(sample.serialized() == vector, "\(name)")
        #expect(try Sample(serialized: vector) == sample, "\(name)")
    }

    @Test("a released vector of every age is read and written back byte for byte")
    func oldVectorsStay() throws {
        for sample in samples() {
            let type = type(of: sample)
            for vector in try Vectors.of(type.typeName) {
                #expect(try type.init(serialized: vector).serialized() == vector, "\(type.typeName)")
            }
        }
    }

    @Test("no vector is without its message type")
    func noVectorIsLeftOver() throws {
        #expect(try Vectors.names() == Set(samples().map { type(of: $0).typeName }))
    }

    @Test("every request, reply and item of the table of methods has a vector")
    func methodsHaveVectors() throws {
        let names = try Vectors.names()
        for method in Method.allCases {
            for type in [method.requestType, method.replyType] + (method.itemType.map { [$0] } ?? []) {
                #expect(names.contains(type.typeName), "\(method.name): \(type.typeName)")
            }
        }
    }

    @Test("a message at its defaults takes no bytes")
    func defaultsTakeNoBytes() throws {
        for sample in samples() {
            #expect(type(of: sample).init().serialized().isEmpty, "\(type(of: sample).typeName)")
        }
    }
}
