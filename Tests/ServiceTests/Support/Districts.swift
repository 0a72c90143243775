import Messages
import Storage
import Wire

/// Two cities with the same things in them, and a county below the first: own, below and foreign for whoever has a seat
/// in the first city.
struct Districts {
    struct Place {
        var name: String
        var region: UInt64 = 0
        var commission: UInt64 = 0
        var committee: UInt64 = 0
        var base: UInt64 = 0
        var unit: UInt64 = 0
        var offering: UInt64 = 0
        /// A trainee of the unit, with an account.
        var person: UInt64 = 0
    }

    let world: World
    private(set) var own: Place
    private(set) var below: Place
    private(set) var foreign: Place
    /// One person per role of ORG-2 that is given to people.
    private(set) var staff: [Role: Client] = [:]

    static let roles: [Role] = [
        .platformAdmin, .commissionOfficer, .committeeOfficer, .providerAdmin, .baseAdmin, .examBaseAdmin, .unitAdmin,
        .identityReviewer, .adjudicator, .examiner, .instructor,
    ]

    init(_ world: World) throws {
        self.world = world
        let admin = try world.client("admin")
        own = try Self.place(.city, "甲市", under: 0, world, admin)
        below = try Self.place(.county, "乙县", under: own.region, world, admin)
        foreign = try Self.place(.city, "丙市", under: 0, world, admin)
        for role in Self.roles {
            let organisation = own.seat(of: role)
            let account = "staff\(role.rawValue)"
            let _: CreateAccountReply = try admin.call(
                .accountsCreateAccount,
                CreateAccountRequest(
                    name: account, personName: "职员", roles: [RoleGrant(role: role, organisation: organisation)]))
            staff[role] = try world.login(account)
        }
    }

    private static func place(
        _ level: RegionLevel, _ name: String, under parent: UInt64, _ world: World, _ admin: Client
    ) throws -> Place {
        var place = Place(name: name)
        place.region = try admin.region(level, name, under: parent)
        place.commission = try admin.organisation(.commission, name + "卫健委", parent: place.region)
        place.committee = try admin.organisation(.committee, name + "委员会", parent: place.region)
        place.base = try admin.organisation(.base, name + "基地", parent: place.region)
        place.unit = try admin.organisation(.unit, name + "医院", parent: place.region)
        place.offering = try World.open(at: place.base, world.made, admin, day: TestServer.day)
        place.person = try world.person("N12")
        return place
    }
}

extension Districts.Place {
    /// The organisation of a role; 0 for the whole platform.
    func seat(of role: Role) -> UInt64 {
        switch role {
        case .commissionOfficer, .identityReviewer, .adjudicator: commission
        case .committeeOfficer: committee
        case .baseAdmin, .examBaseAdmin, .examiner: base
        case .providerAdmin, .unitAdmin, .instructor: unit
        case .platformAdmin, .anyone, .person, .terminal, .trainee: 0
        }
    }
}
