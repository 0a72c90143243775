import Application
import Messages

extension Service {
    func route(_ method: ExamsMethod) -> Route {
        switch method {
        case .listScores: .read(exams.listScores)
        case .adjudicate: .write(exams.adjudicate)
        case .listQuarantinedMarks: .read(exams.listQuarantinedMarks)
        case .admitMark: .write(exams.admitMark)
        case .scoreHistory: .read(exams.scoreHistory)
        case .saveQuestion: .write(exams.saveQuestion)
        case .getQuestion: .read(exams.getQuestion)
        case .listQuestions: .read(exams.listQuestions)
        case .enableQuestions: .write(exams.enableQuestions)
        case .deleteQuestion: .write(exams.deleteQuestion)
        case .questionHistory: .read(exams.questionHistory)
        case .exportQuestions: .pages(exams.exportQuestions)
        case .savePaper: .write(exams.savePaper)
        case .getPaper: .read(exams.getPaper)
        case .listPapers: .read(exams.listPapers)
        case .openPaper: .write(exams.openPaper)
        case .closePaper: .write(exams.closePaper)
        case .setExamMinutes: .write(exams.setExamMinutes)
        }
    }
}
