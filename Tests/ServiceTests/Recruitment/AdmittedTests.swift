import Foundation
import Messages
import Storage
import Testing

@Suite struct AdmittedTests {
    /// 张三 and 李四 of 浏阳 admitted and one in training, 赵六 of 醴陵 admitted in another specialty.
    private func admitted(_ intake: Intake) throws -> UInt64 {
        let round = try intake.open(intake.draft())
        let ids = [try intake.apply("张三", round), try intake.apply("李四", round), try intake.apply("赵六", round, 1)]
        try intake.approve(Array(ids.prefix(2)))
        for officer in ["醴陵市", "株洲市", "湖南省"] { try intake.decide(officer, [ids[2]]) }
        _ = try intake.assign(ids, round, to: "湘雅医院")
        _ = try intake.admit(ids, round, by: "湘雅医院")
        let _: ApplicationsReply = try intake.client("湘雅医院").call(
            .recruitmentChangeTraining,
            ChangeTrainingRequest(
                base: intake.place("湘雅医院"), applications: [ids[0]], step: .start, day: TestServer.day))
        return round
    }

    @Test("REC-8 province, city and county query the admitted of their own region by cohort and round, nobody else's")
    func counts() throws {
        let intake = try Intake()
        let round = try admitted(intake)
        func counts(_ officer: String, cohort: UInt64 = 0, round: UInt64 = 0, of place: String? = nil) throws
            -> [String]
        {
            let reply: CountAdmittedReply = try intake.client(officer).call(
                .recruitmentCountAdmitted,
                CountAdmittedRequest(organisation: intake.place(place ?? officer), cohort: cohort, round: round))
            return reply.counts.map { "\($0.cityName) \($0.specialtyName) \($0.admitted)+\($0.inTraining)" }
        }
        #expect(try counts("湖南省", cohort: intake.made.cohort) == ["长沙市 妇产科 1+1", "株洲市 儿科 1+0"])
        #expect(try counts("长沙市", round: round) == ["长沙市 妇产科 1+1"])
        #expect(try counts("浏阳市", round: round) == ["长沙市 妇产科 1+1"])
        #expect(try counts("宁乡市", round: round) == [])
        #expect(try counts("湖南省", round: round, of: "株洲市") == ["株洲市 儿科 1+0"])
        for (officer, place) in [("长沙市", "株洲市"), ("长沙市", "湖南省"), ("重庆市", "湖南省"), ("浏阳市", "长沙市")] {
            try refused(.notAllowed) { try counts(officer, round: round, of: place) }
        }
        try refused(.invalid, field: "round") { try counts("湖南省") }
    }

    @Test("REC-8 who left training is counted among the admitted as withdrawn, who completed it as completed")
    func left() throws {
        let intake = try Intake()
        let round = try admitted(intake)
        func trained(_ state: ApplicationState) throws -> [UInt64] {
            try intake.list(
                "湘雅医院", ListApplicationsRequest(round: round, organisation: intake.place("湘雅医院"), state: state))
        }
        func change(_ step: TrainingStep, _ ids: [UInt64], reason: String = "") throws {
            let reply: ApplicationsReply = try intake.client("湘雅医院").call(
                .recruitmentChangeTraining,
                ChangeTrainingRequest(
                    base: intake.place("湘雅医院"), applications: ids, step: step, day: TestServer.day, reason: reason))
            #expect(reply.done == UInt32(ids.count))
        }
        try change(.withdraw, trained(.inTraining), reason: "调离")
        let rest = try trained(.admitted)
        try change(.start, rest)
        try change(.complete, [rest[0]])
        let reply: CountAdmittedReply = try intake.client("湖南省").call(
            .recruitmentCountAdmitted, CountAdmittedRequest(organisation: intake.place("湖南省"), round: round))
        let counted = reply.counts.map {
            "\($0.cityName) \($0.admitted) \($0.inTraining) \($0.completed) \($0.withdrawn)"
        }
        #expect(counted == ["长沙市 0 0 1 1", "株洲市 0 1 0 0"])
    }

    @Test("REC-8, RPT-1 an export of more than a page has every row once", arguments: [497, 498, 499, 1000])
    func exportPages(more: Int) throws {
        let intake = try Intake()
        let round = try admitted(intake)
        let model = try intake.list(
            "湘雅医院", ListApplicationsRequest(round: round, organisation: intake.place("湘雅医院"), state: .admitted))[0]
        try intake.server.database.write { transaction in
            for number in 0..<more {
                let id = UInt64(1) << 40 + UInt64(number)
                try transaction.execute(
                    """
                    INSERT INTO application (id, round, person, person_name, state, live, reviewed, level, batch, \
                    person_type, specialty, title, title_since, specialty_since, unit, county, city, province, base, \
                    training_from, training_to, confirmed_ms, submitted_ms, changed_ms, reason) SELECT ?1, round, ?1, \
                    person_name, state, live, reviewed, level, batch, person_type, specialty, title, title_since, \
                    specialty_since, unit, county, city, province, base, training_from, training_to, confirmed_ms, \
                    submitted_ms, changed_ms, reason FROM application WHERE id = ?2
                    """, id, model)
                try transaction.execute(
                    """
                    INSERT INTO application_place (round, place, stage, specialty, application, city, person_name) \
                    SELECT round, place, stage, specialty, ?1, city, person_name FROM application_place \
                    WHERE application = ?2
                    """, id, model)
            }
        }
        let items = try intake.client("湖南省").items(
            .recruitmentExportAdmitted,
            ExportAdmittedRequest(organisation: intake.place("湖南省"), round: round), of: ExportChunk.self)
        let rows = String(decoding: items.flatMap(\.bytes), as: UTF8.self).split(whereSeparator: \.isNewline)
            .dropFirst().map { String($0.prefix { $0 != "," }) }
        #expect(rows.count == more + 3)
        #expect(Set(rows).count == rows.count)
    }

    @Test("REC-8, RPT-1 the admitted of a region can be exported, every page of them")
    func export() throws {
        let intake = try Intake()
        let round = try admitted(intake)
        let client = try intake.client("长沙市")
        client.locale = "zh"
        let items = try client.items(
            .recruitmentExportAdmitted,
            ExportAdmittedRequest(organisation: intake.place("长沙市"), round: round), of: ExportChunk.self)
        let text = String(decoding: items.flatMap(\.bytes), as: UTF8.self)
        let lines = text.split(whereSeparator: \.isNewline)
        #expect(lines.count == 3)
        #expect(lines[0].contains("报名编号"))
        #expect(lines.filter { $0.contains("浏阳人民医院") && $0.contains("湘雅医院") }.count == 2)
        #expect(lines.filter { $0.contains("在培") }.count == 1)
        try refused(.notAllowed) {
            try client.items(
                .recruitmentExportAdmitted,
                ExportAdmittedRequest(organisation: intake.place("湖南省"), round: round), of: ExportChunk.self)
        }
    }
}
