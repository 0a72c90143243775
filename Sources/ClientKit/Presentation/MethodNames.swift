package import Console

extension Table.Cell {
    /// How somebody was checked in; see the methods of facts.
    package init(method: UInt32) {
        let text =
            switch method {
            case 1: Phrase("pass", "通行码")
            case 2: Phrase("number or card", "编号或刷卡")
            case 3: Phrase("venue code", "签到码")
            case 4: Phrase("attendance file", "考勤文件")
            case 5: Phrase("staff", "人工录入")
            default: Phrase("\(method)")
            }
        self.init(text, json: JSON(method))
    }
}
