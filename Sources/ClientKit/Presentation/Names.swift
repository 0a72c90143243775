package import Console
package import Messages

// Enumerations for people; JSON keeps the protocol's names in lower case.
extension Table.Cell {
    fileprivate init(_ value: some RawRepresentable, _ text: Phrase) {
        self.init(text, json: .string("\(value)"))
    }

    package init(_ state: ScanState) {
        let text =
            switch state {
            case .unspecified: Phrase("?")
            case .counted: Phrase("counted", "有效")
            case .repeat: Phrase("repeat", "重复")
            case .outsideWindow: Phrase("outside window", "时段外")
            case .outsideDates: Phrase("outside dates", "举办周期外")
            case .flagged: Phrase("flagged", "待核实")
            case .voided: Phrase("voided", "已作废")
            }
        self.init(state, text)
    }

    /// SYN-8: the evidence for the time of a record.
    package init(_ basis: TimeBasis) {
        let text =
            switch basis {
            case .unspecified: Phrase("?")
            case .measured: Phrase("measured", "已核定")
            case .clocksWord: Phrase("the clock's word", "凭终端时钟")
            case .asserted: Phrase("the file", "凭文件")
            case .unknown: Phrase("unknown", "无法核定")
            }
        self.init(basis, text)
    }

    package init(_ state: AwardState) {
        let text =
            switch state {
            case .unspecified: Phrase("?")
            case .pending: Phrase("pending", "待生效")
            case .effective: Phrase("effective", "有效")
            case .reversed: Phrase("reversed", "已撤销")
            case .notValid: Phrase("not valid", "无效")
            }
        self.init(state, text)
    }

    package init(_ category: CreditCategory) {
        let text =
            switch category {
            case .unspecified: Phrase("?")
            case .i: Phrase("I", "Ⅰ类")
            case .ii: Phrase("II", "Ⅱ类")
            }
        self.init(category, text)
    }

    package init(_ state: OfferingState) {
        let text =
            switch state {
            case .unspecified: Phrase("?")
            case .draft: Phrase("draft", "草稿")
            case .submitted: Phrase("submitted", "已提交")
            case .approved: Phrase("approved", "已批准")
            case .rejected: Phrase("rejected", "已驳回")
            case .cancelled: Phrase("cancelled", "已取消")
            }
        self.init(state, text)
    }

    package init(_ state: ScoreState) {
        let text =
            switch state {
            case .unspecified, .none: Phrase("none", "无")
            case .value: Phrase("one score", "单一成绩")
            case .corroborated: Phrase("corroborated", "多方一致")
            case .conflict: Phrase("conflict", "冲突")
            case .decided: Phrase("decided", "已裁定")
            case .lateMark: Phrase("score after decision", "裁定后又有成绩")
            case .conflictingDecisions: Phrase("conflicting decisions", "裁定不一致")
            }
        self.init(state, text)
    }

    package init(_ kind: OrganisationKind) {
        let text =
            switch kind {
            case .unspecified: Phrase("?")
            case .region: Phrase("region", "地区")
            case .commission: Phrase("commission", "卫健委")
            case .base: Phrase("base", "基地")
            case .unit: Phrase("unit", "单位")
            case .committee: Phrase("committee", "继教委")
            }
        self.init(kind, text)
    }

    package init(_ level: RegionLevel) {
        let text =
            switch level {
            case .unspecified: Phrase("")
            case .province: Phrase("province", "省")
            case .city: Phrase("city", "市")
            case .county: Phrase("county", "县")
            }
        self.init(level, text)
    }

    /// The recording method of a check-in; see `FactMethod`.
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
