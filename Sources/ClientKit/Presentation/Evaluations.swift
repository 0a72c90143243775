package import Console
package import Messages

extension Parameter {
    /// The part of a class that is meant; else the class itself.
    package static var evaluationSubject: Parameter<Choice<EvaluationSubject>?> {
        .option("subject", "SUBJECT", Phrase("what of it; else the class itself", "评价对象，默认培训班本身"))
    }

    package static var evaluatedCourse: Parameter<String?> {
        .option("course", "COURSE", Phrase("one course of it, by id or name", "其中一门课程，编号或名称"))
    }
}

extension Desk {
    /// The class, or the part of it, that is evaluated. A course that is named is meant, whatever else is said.
    package func target(
        _ offering: Name<OfferingRegister>, _ subject: Choice<EvaluationSubject>?, course: String?
    ) throws -> EvaluationTarget {
        let course = try self.course(course, of: offering)
        return EvaluationTarget(
            subject: course == 0 ? subject?.value ?? .`class` : .course, offering: try id(offering), course: course)
    }
}
