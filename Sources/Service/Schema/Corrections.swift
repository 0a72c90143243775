import Storage

extension Schema {
    /// PRJ-8c. Offerings by project.
    static let offeringsOfProjects = Migration(
        23, "offerings of a project", "CREATE INDEX offering_project ON offering (project, state);")
}
