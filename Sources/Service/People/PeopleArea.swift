/// The people the site knows: their rows, the phones and ID numbers in them, encrypted, and who was joined to whom.
final class People: Sendable {
    let secrets: Secrets

    init(secrets: Secrets) {
        self.secrets = secrets
    }
}
