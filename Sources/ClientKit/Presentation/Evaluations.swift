package import Console
package import Messages

extension Parameter {
    /// The part of a class that is meant; else the class itself.
    package static var evaluationSubject: Parameter<Choice<EvaluationSubject>?> {
        .option("subject", "SUBJECT", Phrase("what of it; else the class itself", "评价对象，默认培训班本身"))
    }

    package static var evaluatedCourse: Parameter<UInt64> {
        .option("course", "ID", Phrase("its course with this id", "仅此课程编号"), default: 0)
    }
}

extension EvaluationTarget {
    /// A course that is named is meant, whatever else is said.
    package init(offering: UInt64, subject: Choice<EvaluationSubject>?, course: UInt64) {
        self.init(
            subject: course == 0 ? subject?.value ?? .`class` : .course, offering: offering, course: course)
    }
}
