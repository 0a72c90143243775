// Generated from Protocol/evaluations.proto by `make generate`; change that and generate again.

package import Wire

package struct EvaluationTarget: Message {
    package static var typeName: String { "EvaluationTarget" }

    /// unspecified = the class
    package var subject: EvaluationSubject? = nil
    /// also of a project and an exam
    package var offering: UInt64 = 0
    /// of a course alone
    package var course: UInt64 = 0

    package init() {}

    package init(subject: EvaluationSubject? = nil, offering: UInt64 = 0, course: UInt64 = 0) {
        self.subject = subject
        self.offering = offering
        self.course = course
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: subject = EvaluationSubject(rawValue: try reader.readInt32())
            case 16: offering = try reader.readUInt64()
            case 24: course = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, subject?.rawValue ?? 0)
        writer.field(16, offering)
        writer.field(24, course)
    }
}

package struct EvaluationQuestion: Message {
    package static var typeName: String { "EvaluationQuestion" }

    package var kind: EvaluationQuestionKind? = nil
    package var text = ""

    package init() {}

    package init(kind: EvaluationQuestionKind? = nil, text: String = "") {
        self.kind = kind
        self.text = text
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: kind = EvaluationQuestionKind(rawValue: try reader.readInt32())
            case 18: text = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, kind?.rawValue ?? 0)
        writer.field(18, text)
    }
}

package struct EvaluationAnswer: Message {
    package static var typeName: String { "EvaluationAnswer" }

    package var rating: UInt32 = 0
    package var text = ""

    package init() {}

    package init(rating: UInt32 = 0, text: String = "") {
        self.rating = rating
        self.text = text
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: rating = try reader.readUInt32()
            case 18: text = try reader.readString()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, rating)
        writer.field(18, text)
    }
}

/// As they are stored.
package struct EvaluationAnswers: Message {
    package static var typeName: String { "EvaluationAnswers" }

    package var answers: [EvaluationAnswer] = []

    package init() {}

    package init(answers: [EvaluationAnswer] = []) {
        self.answers = answers
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &answers)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in answers { writer.element(10, value) }
    }
}

package struct Evaluation: Message {
    package static var typeName: String { "Evaluation" }

    package var target: EvaluationTarget? = nil
    package var title = ""
    /// when it may be given: the end of the class
    package var opensMs: Int64 = 0
    /// 0 = not yet
    package var givenMs: Int64 = 0
    /// it is part of figures, and cannot be corrected any more
    package var counted = false
    /// why it cannot be given now; empty = it can, or was
    package var obstacle = ""
    package var questions: [EvaluationQuestion] = []
    /// one a question, once it is given
    package var answers: [EvaluationAnswer] = []

    package init() {}

    package init(
        target: EvaluationTarget? = nil, title: String = "", opensMs: Int64 = 0, givenMs: Int64 = 0,
        counted: Bool = false, obstacle: String = "", questions: [EvaluationQuestion] = [],
        answers: [EvaluationAnswer] = []
    ) {
        self.target = target
        self.title = title
        self.opensMs = opensMs
        self.givenMs = givenMs
        self.counted = counted
        self.obstacle = obstacle
        self.questions = questions
        self.answers = answers
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &target)
            case 18: title = try reader.readString()
            case 24: opensMs = try reader.readInt64()
            case 32: givenMs = try reader.readInt64()
            case 40: counted = try reader.readBool()
            case 50: obstacle = try reader.readString()
            case 58: try reader.readMessage(appendingTo: &questions)
            case 66: try reader.readMessage(appendingTo: &answers)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, target)
        writer.field(18, title)
        writer.field(24, opensMs)
        writer.field(32, givenMs)
        writer.field(40, counted)
        writer.field(50, obstacle)
        for value in questions { writer.element(58, value) }
        for value in answers { writer.element(66, value) }
    }
}

package struct GetEvaluationRequest: Message {
    package static var typeName: String { "GetEvaluationRequest" }

    package var target: EvaluationTarget? = nil

    package init() {}

    package init(target: EvaluationTarget? = nil) {
        self.target = target
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &target)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, target)
    }
}

package struct EvaluationReply: Message {
    package static var typeName: String { "EvaluationReply" }

    package var evaluation: Evaluation? = nil

    package init() {}

    package init(evaluation: Evaluation? = nil) {
        self.evaluation = evaluation
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &evaluation)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, evaluation)
    }
}

/// One answer a question. Again, it corrects what was given.
package struct EvaluateRequest: Message {
    package static var typeName: String { "EvaluateRequest" }

    package var target: EvaluationTarget? = nil
    package var answers: [EvaluationAnswer] = []

    package init() {}

    package init(target: EvaluationTarget? = nil, answers: [EvaluationAnswer] = []) {
        self.target = target
        self.answers = answers
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &target)
            case 18: try reader.readMessage(appendingTo: &answers)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, target)
        for value in answers { writer.element(18, value) }
    }
}

/// Takes back what was given, until it counts or what waited for it has come.
package struct WithdrawEvaluationRequest: Message {
    package static var typeName: String { "WithdrawEvaluationRequest" }

    package var target: EvaluationTarget? = nil

    package init() {}

    package init(target: EvaluationTarget? = nil) {
        self.target = target
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &target)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, target)
    }
}

package struct MyEvaluationsRequest: Message {
    package static var typeName: String { "MyEvaluationsRequest" }

    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(after: UInt64 = 0, limit: UInt32 = 0) {
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: after = try reader.readUInt64()
            case 16: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, after)
        writer.field(16, limit)
    }
}

package struct MyEvaluationsReply: Message {
    package static var typeName: String { "MyEvaluationsReply" }

    package var evaluations: [Evaluation] = []
    package var next: UInt64 = 0

    package init() {}

    package init(evaluations: [Evaluation] = [], next: UInt64 = 0) {
        self.evaluations = evaluations
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &evaluations)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in evaluations { writer.element(10, value) }
        writer.field(16, next)
    }
}

/// What all of them say. Figures are made of whole fives, in the order in which evaluations were given, so that none of
/// them,
/// and no difference of two, is of fewer than five people.
package struct EvaluationFiguresRequest: Message {
    package static var typeName: String { "EvaluationFiguresRequest" }

    package var target: EvaluationTarget? = nil

    package init() {}

    package init(target: EvaluationTarget? = nil) {
        self.target = target
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &target)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, target)
    }
}

package struct EvaluationFigure: Message {
    package static var typeName: String { "EvaluationFigure" }

    package var question: EvaluationQuestion? = nil
    /// of a rating: how many gave 1, 2, 3, 4, 5
    package var counts: [UInt32] = []
    /// of a text: how many can be read
    package var texts: UInt32 = 0

    package init() {}

    package init(question: EvaluationQuestion? = nil, counts: [UInt32] = [], texts: UInt32 = 0) {
        self.question = question
        self.counts = counts
        self.texts = texts
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &question)
            case 16: counts.append(try reader.readUInt32())
            case 18: try reader.readPacked(into: &counts) { reader throws(DecodeError) in try reader.readUInt32() }
            case 24: texts = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, question)
        writer.packed(18, counts) { $0.writeVarint(UInt64($1)) }
        writer.field(24, texts)
    }
}

package struct EvaluationFiguresReply: Message {
    package static var typeName: String { "EvaluationFiguresReply" }

    package var title = ""
    package var counted: UInt32 = 0
    package var asked: UInt32 = 0
    package var figures: [EvaluationFigure] = []

    package init() {}

    package init(title: String = "", counted: UInt32 = 0, asked: UInt32 = 0, figures: [EvaluationFigure] = []) {
        self.title = title
        self.counted = counted
        self.asked = asked
        self.figures = figures
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: title = try reader.readString()
            case 16: counted = try reader.readUInt32()
            case 24: asked = try reader.readUInt32()
            case 34: try reader.readMessage(appendingTo: &figures)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, title)
        writer.field(16, counted)
        writer.field(24, asked)
        for value in figures { writer.element(34, value) }
    }
}

package struct EvaluationTextsRequest: Message {
    package static var typeName: String { "EvaluationTextsRequest" }

    package var target: EvaluationTarget? = nil
    package var question: UInt32 = 0
    package var after: UInt32 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(target: EvaluationTarget? = nil, question: UInt32 = 0, after: UInt32 = 0, limit: UInt32 = 0) {
        self.target = target
        self.question = question
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(into: &target)
            case 16: question = try reader.readUInt32()
            case 24: after = try reader.readUInt32()
            case 32: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, target)
        writer.field(16, question)
        writer.field(24, after)
        writer.field(32, limit)
    }
}

package struct EvaluationTextsReply: Message {
    package static var typeName: String { "EvaluationTextsReply" }

    package var texts: [String] = []
    package var next: UInt32 = 0

    package init() {}

    package init(texts: [String] = [], next: UInt32 = 0) {
        self.texts = texts
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: texts.append(try reader.readString())
            case 16: next = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in texts { writer.element(10, value) }
        writer.field(16, next)
    }
}

/// The classes of a project that somebody has evaluated, side by side; figures as above.
package struct ListEvaluatedRunsRequest: Message {
    package static var typeName: String { "ListEvaluatedRunsRequest" }

    package var project: UInt64 = 0
    package var after: UInt64 = 0
    package var limit: UInt32 = 0

    package init() {}

    package init(project: UInt64 = 0, after: UInt64 = 0, limit: UInt32 = 0) {
        self.project = project
        self.after = after
        self.limit = limit
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: project = try reader.readUInt64()
            case 16: after = try reader.readUInt64()
            case 24: limit = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, project)
        writer.field(16, after)
        writer.field(24, limit)
    }
}

package struct EvaluatedRating: Message {
    package static var typeName: String { "EvaluatedRating" }

    package var question = ""
    package var meanHundredths: UInt32 = 0

    package init() {}

    package init(question: String = "", meanHundredths: UInt32 = 0) {
        self.question = question
        self.meanHundredths = meanHundredths
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: question = try reader.readString()
            case 16: meanHundredths = try reader.readUInt32()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(10, question)
        writer.field(16, meanHundredths)
    }
}

package struct EvaluatedClass: Message {
    package static var typeName: String { "EvaluatedClass" }

    package var offering: UInt64 = 0
    package var title = ""
    package var firstDay: Int32 = 0
    package var counted: UInt32 = 0
    package var asked: UInt32 = 0
    package var ratings: [EvaluatedRating] = []

    package init() {}

    package init(
        offering: UInt64 = 0, title: String = "", firstDay: Int32 = 0, counted: UInt32 = 0, asked: UInt32 = 0,
        ratings: [EvaluatedRating] = []
    ) {
        self.offering = offering
        self.title = title
        self.firstDay = firstDay
        self.counted = counted
        self.asked = asked
        self.ratings = ratings
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 8: offering = try reader.readUInt64()
            case 18: title = try reader.readString()
            case 24: firstDay = try reader.readInt32()
            case 32: counted = try reader.readUInt32()
            case 40: asked = try reader.readUInt32()
            case 50: try reader.readMessage(appendingTo: &ratings)
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        writer.field(8, offering)
        writer.field(18, title)
        writer.field(24, firstDay)
        writer.field(32, counted)
        writer.field(40, asked)
        for value in ratings { writer.element(50, value) }
    }
}

package struct ListEvaluatedRunsReply: Message {
    package static var typeName: String { "ListEvaluatedRunsReply" }

    package var classes: [EvaluatedClass] = []
    package var next: UInt64 = 0

    package init() {}

    package init(classes: [EvaluatedClass] = [], next: UInt64 = 0) {
        self.classes = classes
        self.next = next
    }

    package mutating func merge(from reader: inout MessageReader) throws(DecodeError) {
        while let tag = try reader.nextTag() {
            switch tag {
            case 10: try reader.readMessage(appendingTo: &classes)
            case 16: next = try reader.readUInt64()
            default: try reader.skip(tag)
            }
        }
    }

    package func serialize(into writer: inout ByteWriter) {
        for value in classes { writer.element(10, value) }
        writer.field(16, next)
    }
}
