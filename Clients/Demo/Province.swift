import ClientKit
import Console
import Foundation
import Messages

/// A small province on a new server, as a platform would set it up.
struct Province {
    /// The regions and organisations of the province.
    struct Places {
        let province: UInt64
        let changsha: UInt64
        let huaihua: UInt64
        let ningxiang: UInt64
        let liuyang: UInt64
        let yuanling: UInt64
        let chenxi: UInt64
        let trainingBase: UInt64
        let childrensBase: UInt64
        let ningxiangHospital: UInt64
        let yuanlingHospital: UInt64
        let provider: UInt64
        let committee: UInt64
        /// The commission of each region.
        let commissions: [UInt64: UInt64]
    }

    /// A person with an account.
    struct Staff {
        let role: Phrase
        let account: String
        let password: String
        /// The command to type after logging in.
        let next: String
        let isTrainee: Bool
    }

    let office: Office

    func prepare() throws -> [Staff] {
        let catalogue = try ProvinceCatalogue(office)
        let places = try self.places(catalogue)
        try ProvinceNotices(office).prepare(commission: places.commissions[places.province] ?? 0)
        return try staff(places) + trainees(places, catalogue) + ProvinceClass(office, places).prepare()
            + [payer(places)]
    }

    /// Somebody who may order, pay and book a course.
    private func payer(_ places: Places) throws -> Staff {
        let session = try PaidCourses(office, base: places.trainingBase).publicCourse(capacity: 20)
        try ProvincePeople(office).register(ProvincePeople.payer).client.close()
        return Staff(
            role: Phrase("trainee who pays for a course", "缴费学员"), account: ProvincePeople.payer.account,
            password: ProvincePeople.password, next: "order \(session) --confirm", isTrainee: true)
    }

    private func trainees(_ places: Places, _ catalogue: ProvinceCatalogue) throws -> [Staff] {
        let round = try ProvinceRound(office, places, catalogue)
        return try [round.staff]
            + zip(ProvincePeople.all, ProvinceRound.Stage.allCases).map { newcomer, stage in
                let own = try ProvincePeople(office).register(newcomer)
                let unit = stage.isReviewed ? places.yuanlingHospital : places.ningxiangHospital
                try round.bring(own, unit: unit, to: stage)
                own.client.close()
                return Staff(
                    role: stage.role, account: newcomer.account, password: ProvincePeople.password,
                    next: "applications list",
                    isTrainee: true)
            }
    }

    private func places(_ catalogue: ProvinceCatalogue) throws -> Places {
        func region(_ name: String, _ level: RegionLevel, _ parent: UInt64 = 0) throws -> UInt64 {
            try office.organisation(CreateOrganisationRequest(kind: .region, name: name, parent: parent, level: level))
        }
        let province = try region("湖南省", .province)
        let changsha = try region("长沙市", .city, province)
        let huaihua = try region("怀化市", .city, province)
        let ningxiang = try region("宁乡县", .county, changsha)
        let liuyang = try region("浏阳县", .county, changsha)
        let yuanling = try region("沅陵县", .county, huaihua)
        let chenxi = try region("辰溪县", .county, huaihua)
        var commissions: [UInt64: UInt64] = [:]
        for (region, name) in [
            (province, "湖南省"), (changsha, "长沙市"), (huaihua, "怀化市"), (ningxiang, "宁乡县"), (liuyang, "浏阳县"),
            (yuanling, "沅陵县"), (chenxi, "辰溪县"),
        ] {
            commissions[region] = try office.organisation(
                CreateOrganisationRequest(kind: .commission, name: name + "卫健委", parent: region))
        }
        func base(_ name: String, _ category: UInt64) throws -> UInt64 {
            try office.organisation(
                CreateOrganisationRequest(
                    kind: .base, name: name, parent: changsha, category: category, trains: true, examines: true))
        }
        func unit(_ name: String, _ parent: UInt64, provides: Bool = false) throws -> UInt64 {
            try office.organisation(
                CreateOrganisationRequest(
                    kind: .unit, name: name, parent: parent, employs: true, provides: provides))
        }
        return Places(
            province: province, changsha: changsha, huaihua: huaihua, ningxiang: ningxiang, liuyang: liuyang,
            yuanling: yuanling, chenxi: chenxi,
            trainingBase: try base("湘雅医院", catalogue.generalHospital),
            childrensBase: try base("省儿童医院", catalogue.specialHospital),
            ningxiangHospital: try unit("宁乡县人民医院", ningxiang),
            yuanlingHospital: try unit("沅陵县人民医院", yuanling),
            provider: try unit("省医学会学术部", changsha, provides: true),
            committee: try office.organisation(
                CreateOrganisationRequest(kind: .committee, name: "省继续医学教育委员会", parent: province)),
            commissions: commissions)
    }

    private func staff(_ places: Places) throws -> [Staff] {
        func officer(_ account: String, _ region: UInt64, _ role: Phrase) throws -> Staff {
            try somebody(account, role, .commissionOfficer, places.commissions[region] ?? 0, "review list application")
        }
        return [
            try officer("hunan", places.province, Phrase("officer of the province", "省卫健委")),
            try officer("changsha", places.changsha, Phrase("officer of Changsha city", "长沙市卫健委")),
            try officer("huaihua", places.huaihua, Phrase("officer of Huaihua city", "怀化市卫健委")),
            try officer("ningxiang", places.ningxiang, Phrase("officer of Ningxiang county", "宁乡县卫健委")),
            try officer("liuyang", places.liuyang, Phrase("officer of Liuyang county", "浏阳县卫健委")),
            try officer("yuanling", places.yuanling, Phrase("officer of Yuanling county", "沅陵县卫健委")),
            try officer("chenxi", places.chenxi, Phrase("officer of Chenxi county", "辰溪县卫健委")),
            try somebody(
                "xiangya", Phrase("administrator of a base", "基地管理员"), .baseAdmin, places.trainingBase, "offerings list"
            ),
            try somebody(
                "reviewer", Phrase("identity reviewer", "实名审核员"), .identityReviewer, places.province,
                "review list identity"),
            try somebody(
                "ningxiang.hospital", Phrase("administrator of a unit", "单位管理员"), .unitAdmin,
                places.ningxiangHospital, "members list \(places.ningxiangHospital)"),
            try somebody(
                "committee", Phrase("CME committee", "继教委"), .committeeOfficer, places.committee,
                "review list offering"),
        ]
    }

    private func somebody(
        _ account: String, _ role: Phrase, _ granted: Role, _ organisation: UInt64, _ next: String
    ) throws -> Staff {
        let made = try office.account(account, role.zh, granted, of: organisation)
        return Staff(role: role, account: account, password: made.initialPassword, next: next, isTrainee: false)
    }
}

/// ORG-3: the catalogues of the province's forms.
struct ProvinceCatalogue {
    let generalHospital: UInt64
    let specialHospital: UInt64
    let emergency: UInt64
    let paediatrics: UInt64
    let attending: UInt64
    let resident: UInt64
    let leader: UInt64
    let backbone: UInt64

    init(_ office: Office) throws {
        func entry(_ kind: CatalogueKind, _ code: String, _ name: String) throws -> UInt64 {
            let reply: SaveCatalogueEntryReply = try office.client.call(
                .organisationsSaveCatalogueEntry,
                SaveCatalogueEntryRequest(entry: CatalogueEntry(kind: kind, code: code, name: name)))
            guard let saved = reply.entry else {
                throw ClientError.badReply(.organisationsSaveCatalogueEntry).commandFailure
            }
            return saved.id
        }
        generalHospital = try entry(.baseCategory, "ZH", "综合医院")
        specialHospital = try entry(.baseCategory, "ZK", "专科医院")
        emergency = try entry(.specialty, "JZ", "急诊医学")
        paediatrics = try entry(.specialty, "EK", "儿科")
        attending = try entry(.title, "ZZ", "主治医师")
        resident = try entry(.title, "ZY", "住院医师")
        leader = try entry(.personType, "DT", "学科带头人")
        backbone = try entry(.personType, "GG", "医疗技术骨干")
    }
}
