/// The outside world of a server: its clock, its randomness, its log and the services of others. A whole server runs
/// inside a test on other ones.
package struct Ports: Sendable {
    /// UTC milliseconds.
    package var now: @Sendable () -> Int64
    /// Returns that many unpredictable bytes.
    package var random: @Sendable (Int) -> [UInt8]
    package var log: @Sendable (LogLine) -> Void
    package let services: OutsideServices
    /// The folder for files that live no longer than the process.
    package let scratchFolder: String

    package init(
        now: @escaping @Sendable () -> Int64, random: @escaping @Sendable (Int) -> [UInt8],
        log: @escaping @Sendable (LogLine) -> Void, services: OutsideServices = OutsideServices(),
        scratchFolder: String = "/var/tmp"
    ) {
        self.now = now
        self.random = random
        self.log = log
        self.services = services
        self.scratchFolder = scratchFolder
    }
}
