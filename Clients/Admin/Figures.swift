import ClientKit
import Console
import Domain
import Messages

// RPT-1: figures for organisers, as bars in the terminal, as SVG and as PNG.
extension Command {
    static var charts: Command {
        Command(
            "figures", Phrase("attendance, quotas, compliance and evaluations as pictures", "统计图：考勤、名额、达标与评价"),
            commands: [attendanceCurve, quotaUse, complianceFigure, evaluationFigure])
    }

    private static let svg: Parameter<String?> = .option(
        "svg", "FILE", Phrase("write a picture here, as SVG", "以 SVG 写入此文件"))
    private static let png: Parameter<String?> = .option(
        "png", "FILE", Phrase("write a picture here, as PNG", "以 PNG 写入此文件"))

    private static var attendanceCurve: Command {
        let offering = Name<OfferingRegister>.positional
        return Command("attendance", Phrase("how a class filled: people counted, by time", "到课曲线"), offering, svg, png)
        {
            arguments, desk in
            let held = try desk.offering(desk.id(arguments[offering]))
            let arrivals = try desk.arrivals(at: held.id)
            let title = desk.interaction.text(
                Phrase(
                    "\(held.title): people counted, of \(held.rosterSize)",
                    "\(held.title)：到课人数（名单 \(held.rosterSize) 人）"))
            var chart = Chart(title, .curve)
            for (ms, count) in AttendanceCurve(arrivals).points {
                chart.add(
                    .init(
                        String(Shown.text(ms, zone: held.timeZone).prefix(16)), count, of: Int(held.rosterSize)))
            }
            try desk.show(chart, Phrase("Until", "截至"), svg: arguments[svg], png: arguments[png])
            return .ok
        }
    }

    private static var quotaUse: Command {
        let round = Name<RoundRegister>.positional
        return Command("quotas", Phrase("admitted of each quota", "各名额的录取人数"), round, svg, png) { arguments, desk in
            let id = try desk.id(arguments[round])
            var chart = Chart(desk.interaction.text(Phrase("Quotas and admitted", "名额与录取人数")), .bars)
            var after: QuotaKey?
            repeat {
                let reply: ListQuotasReply = try desk.call(
                    .recruitmentListQuotas, ListQuotasRequest(round: id, after: after, limit: 500))
                for quota in reply.quotas {
                    let label = [quota.cityName, quota.specialtyName].filter { !$0.isEmpty }.joined(separator: " ")
                    chart.add(.init(label, Int(quota.admitted), of: Int(quota.seats)))
                }
                after = reply.next
            } while after != nil
            try desk.show(chart, Phrase("Quota", "名额"), svg: arguments[svg], png: arguments[png])
            return .ok
        }
    }

    private static var complianceFigure: Command {
        let region = Name<OrganisationRegister>.positional(Phrase("a region, or one unit", "地区或单位"))
        let year: Parameter<UInt32> = .option("year", "YEAR", Phrase("else this year", "年度，默认今年"), default: 0)
        return Command(
            "compliance", Phrase("of each unit, who has what is asked of them", "各单位年度达标人数"), region, year, svg, png
        ) { arguments, desk in
            let id = try desk.id(arguments[region])
            var chart = Chart(desk.interaction.text(Phrase("People who have what is asked", "年度达标人数")), .bars)
            var after: UInt64 = 0
            repeat {
                let reply: ListUnitReportsReply = try desk.call(
                    .reportsListUnits,
                    ListUnitReportsRequest(region: id, year: arguments[year], after: after, limit: 20))
                for unit in reply.units { chart.add(.init(unit.name, Int(unit.met), of: Int(unit.people))) }
                after = reply.next
            } while after != 0
            try desk.show(chart, Phrase("Unit", "单位"), svg: arguments[svg], png: arguments[png])
            return .ok
        }
    }

    private static var evaluationFigure: Command {
        let offering = Name<OfferingRegister>.positional
        let subject = Parameter<Choice<EvaluationSubject>?>.evaluationSubject
        let course = Parameter<String?>.evaluatedCourse
        return Command(
            "evaluations", Phrase("the mean of each question, in hundredths", "各题平均分（百分之一）"), offering, subject, course,
            svg, png
        ) { arguments, desk in
            let target = try desk.target(arguments[offering], arguments[subject], course: arguments[course])
            let reply: EvaluationFiguresReply = try desk.call(
                .evaluationsFigures, EvaluationFiguresRequest(target: target))
            var chart = Chart(reply.title, .bars)
            let best = Int(ValidEvaluation.ratings.upperBound) * 100
            for figure in reply.figures where !figure.counts.isEmpty {
                guard let mean = EvaluationFigures.mean(figure.counts) else { continue }
                chart.add(.init(figure.question?.text ?? "", mean, of: best))
            }
            try desk.show(chart, Phrase("Question", "题目"), svg: arguments[svg], png: arguments[png])
            return .ok
        }
    }
}

extension Desk {
    private static let mostPoints = 720

    /// Shows figures, and writes them as pictures where files are named. The server draws the PNG, which has a font.
    fileprivate func show(_ chart: Chart, _ heading: Phrase, svg: String?, png: String?) throws {
        try interaction.show(chart, heading, svg: svg)
        guard let png else { return }
        let pictured = chart.form == .curve ? chart.pictured.thinned(to: Self.mostPoints) : chart.pictured
        let reply: FigurePicture = try call(
            .reportsDrawFigure,
            DrawFigureRequest(
                title: pictured.title, form: pictured.form == .bars ? .bars : .curve,
                bars: pictured.bars.map {
                    FigureBar(
                        label: $0.label, value: UInt32(clamping: $0.value), whole: UInt32(clamping: $0.whole))
                }))
        try interaction.write(reply.png, to: png)
    }

    /// When each person of a class was counted first, UTC milliseconds, in order.
    fileprivate func arrivals(at offering: UInt64) throws -> [Int64] {
        var (first, cursor): ([UInt64: Int64], [UInt8]) = ([:], [])
        repeat {
            let reply: ListScansReply = try call(
                .attendanceListScans, ListScansRequest(offering: offering, cursor: cursor, limit: 500, state: .counted))
            for scan in reply.scans { first[scan.person] = min(first[scan.person] ?? .max, scan.atMs) }
            cursor = reply.next
        } while !cursor.isEmpty
        return first.values.sorted()
    }
}
