package import Console
package import Messages

// Uploads and their jobs for people; JSON keeps the protocol's names.
extension Table.Cell {
    package init(_ kind: UploadKind) {
        let text =
            switch kind {
            case .unspecified: Phrase("")
            case .roster: Phrase("roster", "期次名单")
            case .organisations: Phrase("organisations", "机构")
            case .catalogue: Phrase("catalogue", "目录")
            case .quotas: Phrase("quotas", "名额")
            case .trainees: Phrase("members", "单位人员")
            }
        self.init(text, json: .string("\(kind)"))
    }

    package init(_ state: JobState) {
        let text =
            switch state {
            case .unspecified: Phrase("")
            case .waiting: Phrase("waiting", "等待处理")
            case .running: Phrase("running", "处理中")
            case .done: Phrase("done", "已完成")
            case .cancelled: Phrase("cancelled", "已取消")
            case .failed: Phrase("failed", "失败")
            }
        self.init(text, json: .string("\(state)"))
    }
}
