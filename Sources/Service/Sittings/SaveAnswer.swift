import Application
import Domain
import Messages
import Storage

extension Sittings {
    /// Device numbers and counters, which are every client language's whole numbers.
    private static let numbers: Range<UInt64> = 1..<1 << 53

    /// EXM-3e: keeps one answer: one row of some forty bytes. The same answer again changes nothing.
    /// - Throws: `tooLate` once the time is over.
    func saveAnswer(_ request: SaveAnswerRequest, _ context: WriteContext) throws -> SaveAnswerReply {
        let transaction = context.transaction
        let sitting = try SittingRecord(request.sitting, of: context.call.person().id, transaction)
        guard Self.numbers.contains(request.device), Self.numbers.contains(request.counter) else {
            throw Refusal(.invalid, field: "counter", "device and counter are from 1 up", zh: "设备号与序号须从 1 开始")
        }
        let answer = try answer(request, in: sitting, transaction)
        let reply = SaveAnswerReply(nowMs: context.now, endsMs: sitting.endsMs)
        let kept = try transaction.first(
            "SELECT item, chosen FROM sitting_answer WHERE sitting = ?1 AND device = ?2 AND counter = ?3", sitting.id,
            answer.device, answer.counter
        ) { SavedAnswer(device: answer.device, counter: answer.counter, item: $0.int(0), chosen: $0.uint32(1)) }
        if let kept {
            guard kept == answer else {
                throw Refusal(
                    .invalid, field: "counter", "another answer of this device has this number",
                    zh: "同一设备的该序号已用于其他作答")
            }
            return reply
        }
        guard sitting.isOpen(at: context.now) else {
            throw Refusal(.tooLate, field: "sitting", "the exam has ended", zh: "考试已结束")
        }
        let count = try transaction.first("SELECT COUNT(*) FROM sitting_answer WHERE sitting = ?1", sitting.id) {
            $0.int(0)
        }
        guard count ?? 0 < AnswerSheet.limit else {
            throw Refusal(
                .wrongState, field: "sitting", "\(AnswerSheet.limit) answers are kept, which is the most",
                zh: "作答次数已达上限 \(AnswerSheet.limit)")
        }
        try transaction.execute(
            """
            INSERT INTO sitting_answer (sitting, device, counter, ordinal, item, chosen, at_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """, sitting.id, answer.device, answer.counter, transaction.newID(), answer.item, answer.chosen,
            context.now)
        return reply
    }

    /// Reads an answer as its person sees the paper.
    private func answer(
        _ request: SaveAnswerRequest, in sitting: SittingRecord, _ snapshot: Snapshot
    ) throws -> SavedAnswer {
        let edition = try exams.edition(sitting.edition, snapshot)
        let order = ExamOrder(seed: sitting.seed, edition)
        guard (1...order.items.count).contains(Int(request.question)) else {
            throw Refusal(.invalid, field: "question", "there is no such question", zh: "没有此题")
        }
        let item = order.items[Int(request.question) - 1]
        guard let chosen = order.chosen(boxes: request.chosen, item: item),
            edition.items[item].content.kind == .multipleChoice || chosen.nonzeroBitCount <= 1
        else {
            throw Refusal(.invalid, field: "chosen", "no such choice", zh: "所选答案无效")
        }
        return SavedAnswer(device: request.device, counter: request.counter, item: item, chosen: chosen)
    }
}
