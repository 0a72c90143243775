import Storage

extension Schema {
    /// ATT-3: offerings whose venue keys are to be looked at again, because their programme asks for other questions now.
    static let venueKeyLooks = Migration(
        58, "venue keys to look at",
        "CREATE TABLE venue_key_look (offering INT64 PRIMARY KEY);")
}
