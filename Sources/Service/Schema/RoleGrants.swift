import Storage

extension Schema {
    static let roleGrants = Migration(
        10, "who holds a role over an organisation",
        "CREATE INDEX role_grant_organisation ON role_grant (organisation, role, person);")
}
