extension EvaluationSubject: Named {
    package var phrase: Phrase {
        switch self {
        case .`class`: Phrase("class", "培训班")
        case .course: Phrase("course", "课程")
        case .project: Phrase("project", "项目")
        case .exam: Phrase("exam", "考试")
        }
    }
}

extension EvaluationQuestionKind: Named {
    package var phrase: Phrase {
        switch self {
        case .rating: Phrase("rating", "评分")
        case .text: Phrase("text", "文字")
        }
    }
}
