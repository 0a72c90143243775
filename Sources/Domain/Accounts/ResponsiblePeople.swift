/// ACC-7: the limits on an organisation's responsible people.
package enum ResponsiblePeople {
    package static let most = 20

    package static func checkAdding(to present: Int) throws(Refusal) {
        guard present < most else {
            throw Refusal(
                .wrongState, field: "organisation", "at most \(most) responsible people", zh: "负责人最多 \(most) 名")
        }
    }

    /// Throws unless it is the first person, for whom the organisation's password suffices.
    package static func checkFirst(present: Int) throws(Refusal) {
        guard present == 0 else {
            throw Refusal(
                .wrongState, field: "ticket", "there is a responsible person already: log in as one",
                zh: "已有负责人，请由负责人登录后添加")
        }
    }

    package static func checkRemoving(from present: Int) throws(Refusal) {
        guard present > 1 else {
            throw Refusal(
                .wrongState, field: "person", "the last responsible person; add another one first",
                zh: "不能移除最后一名负责人，请先添加其他负责人")
        }
    }
}
