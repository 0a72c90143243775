package import Console

extension Table.Cell {
    /// How somebody was checked in; see the methods of facts.
    package init(method: UInt32) {
        let (word, text) =
            switch method {
            case 1: ("pass", Phrase("pass", "通行码"))
            case 2: ("number", Phrase("number or card", "编号或刷卡"))
            case 3: ("venueCode", Phrase("venue code", "签到码"))
            case 4: ("attendanceFile", Phrase("attendance file", "考勤文件"))
            case 5: ("staff", Phrase("staff", "人工录入"))
            default: ("unspecified", Phrase("\(method)"))
            }
        self.init(text, json: .string(word))
    }
}
