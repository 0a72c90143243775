import Console
import Domain
import Messages
import Terminal

/// The parameters shared by recording commands, and what they mean on this terminal.
struct Recording {
    static let offering: Parameter<String?> = .option(
        "offering", "ID|TITLE", Phrase("the offering, if not the one that is on now", "期次编号或名称；默认为正在进行的期次"),
        variable: "ROLLCALL_OFFERING")
    static let unlisted = Parameter<Bool>.flag(
        "unlisted",
        Phrase("take an offering, course or examiner that this terminal does not know yet", "允许本终端尚不知道的期次、课程或考官编号"))
    static let actor: Parameter<String?> = .option(
        "actor", "PERSON", Phrase("who holds the terminal, by account, name or person id", "操作人，账号、姓名或人员编号"),
        variable: "ROLLCALL_ACTOR")
    static let course: Parameter<String?> = .option("course", "ID|NAME", Phrase("one course of it", "课程编号或名称"))

    let offering: UInt64
    let course: UInt64
    /// Nil for an offering that the terminal does not know.
    let door: Door?

    /// - Parameters:
    ///   - named: the offering, by id or title; nil for the one that is on now.
    ///   - courseNamed: nil for all of it.
    ///   - isUnlisted: takes an offering or course that the terminal does not know.
    /// - Throws: a refusal that lists what may be given.
    init(_ named: String?, course courseNamed: String? = nil, isUnlisted: Bool = false, _ device: Device) throws {
        try Self.requireEnrolment(device)
        if isUnlisted, let id = named.flatMap({ UInt64($0) }) {
            let known = try device.terminal.doors(at: device.now).first { $0.offering.id == id }
            let course = try courseNamed.map { name in
                guard let id = UInt64(name) else { throw Self.noUnlistedName(name) }
                return id
            }
            (offering, self.course, door) = (id, course ?? 0, known)
            return
        }
        let door = try device.terminal.door(named: named, at: device.now)
        course = try courseNamed.map { try device.terminal.course(named: $0, of: door) } ?? 0
        (offering, self.door) = (door.offering.id, door)
    }

    /// Returns the person who holds the terminal; 0 for nobody. A number is taken as it is: whom it checks in does not depend on it.
    static func holder(_ arguments: Arguments, _ device: Device) throws -> UInt64 {
        guard let text = arguments[actor] else { return 0 }
        return try telling { try device.terminal.marker(named: text, isUnlisted: true) }
    }

    private static func requireEnrolment(_ device: Device) throws {
        do {
            try device.terminal.requireEnrolment()
        } catch let refusal as Refusal {
            throw CommandFailure(.refused, name: "\(refusal.code)", refusal.reason, next: Device.enrolling)
        }
    }

    private static func noUnlistedName(_ name: String) -> CommandFailure {
        CommandFailure(
            .usage, name: "course",
            Phrase("--unlisted takes the course's id, not “\(name)”", "使用 --unlisted 时请填写课程编号，而非“\(name)”"))
    }

    /// Says what is recorded, and warns where today is no activity date of it.
    func announce(_ interaction: Interaction) {
        guard let door else {
            return interaction.warn(
                Phrase(
                    "this terminal does not know offering \(offering): nobody's name is shown, and the server decides what counts",
                    "本终端没有期次 \(offering) 的资料：不显示姓名，是否有效由服务器判定"))
        }
        let summary = door.offering
        let hours = door.hours.isEmpty ? "" : "  \(door.hours)"
        interaction.say(
            Phrase(
                "\(summary.value.title) (\(summary.id))  \(door.day)\(hours)  \(summary.rosterSize) on the roster",
                "\(summary.value.title)（\(summary.id)）  \(door.day)\(hours)  名单 \(summary.rosterSize) 人"))
    }

    /// `12/45`: how many of the roster have been scanned today.
    func count(_ device: Device) throws -> String {
        guard let door else { return "" }
        return "\(try device.terminal.arrived(at: door))/\(door.offering.rosterSize)"
    }

    /// Warns where what is recorded now lies outside the offering's dates.
    func warnOfDay(_ interaction: Interaction) {
        guard let door, door.time == .anotherDay else { return }
        interaction.warn(
            Phrase(
                "\(door.day) is no activity date of this offering: what is recorded is kept and does not count",
                "\(door.day) 不是本期活动日：记录会保存，但不计入考勤"))
    }
}
