/// The people of the site: their rows with encrypted phone and ID numbers, and the joins of duplicate people.
final class People: Sendable {
    let secrets: Secrets

    init(secrets: Secrets) {
        self.secrets = secrets
    }
}
