import Domain
import Foundation

/// The fictitious class of the story: its people and their scans. Derived from the number of people alone, so that the
/// totals are known beforehand.
struct ClassRoom {
    struct Trainee {
        let number: String
        let name: String
    }

    let trainees: [Trainee]
    /// Yesterday, with two windows, and today, with one, in China's zone.
    let firstDay: Day
    let secondDay: Day

    init(size: Int, today: Day) {
        let families = Array("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗")
        let given = ["敏", "静", "磊", "洋", "艳", "勇", "军", "杰", "娟", "涛", "超", "明", "霞", "平", "刚"]
        trainees = (0..<size).map { index in
            Trainee(
                number: "\(1001 + index)",
                name:
                    "\(families[index % families.count])\(given[index % given.count])\(given[(index / 15) % given.count])"
            )
        }
        firstDay = today.adding(-1)
        secondDay = today
    }

    var roster: [UInt8] {
        let rows = trainees.map { "\($0.number),\($0.name),市第一医院,主治医师" }
        return Array(("编号,姓名,单位,职称\n" + rows.joined(separator: "\n") + "\n").utf8)
    }

    /// Every 30th is away on the first afternoon, every 40th on the second day.
    func isAwayFirstAfternoon(_ index: Int) -> Bool { index % 30 == 7 }
    func isAwaySecondDay(_ index: Int) -> Bool { index % 40 == 11 }
    /// Every 10th scans twice in the morning, every 25th at noon, outside the windows.
    func scansTwice(_ index: Int) -> Bool { index % 10 == 3 }
    func scansAtNoon(_ index: Int) -> Bool { index % 25 == 5 }
    /// Assigns each person to one of two doors.
    func door(_ index: Int) -> Int { index % 2 }

    /// The first day's file of the attendance device at one door.
    func attendanceFile(door: Int) -> String {
        var lines: [(minute: Int, text: String)] = []
        func punch(_ index: Int, _ minute: Int) {
            let clock = "\(two(minute / 60)):\(two(minute % 60)):\(two(index % 60))"
            lines.append((minute, "\(trainees[index].number)\t\(firstDay) \(clock)\t\(door + 1)\t0\t1\t0"))
        }
        for index in trainees.indices where self.door(index) == door {
            punch(index, 8 * 60 + 10 + index % 40)
            if scansTwice(index) { punch(index, 9 * 60 + index % 30) }
            if scansAtNoon(index) { punch(index, 12 * 60 + 30) }
            if !isAwayFirstAfternoon(index) { punch(index, 14 * 60 + 5 + index % 30) }
        }
        // A card of nobody on the roster.
        lines.append((15 * 60, "9999\t\(firstDay) 15:00:00\t\(door + 1)\t0\t1\t0"))
        return lines.sorted { $0.minute < $1.minute }.map { $0.text + "\r\n" }.joined()
    }

    /// The second day's input of the hand scanner at one door, one number per line; every tenth person passes twice.
    func scannerLines(door: Int) -> String {
        var lines: [String] = []
        for index in trainees.indices where self.door(index) == door && !isAwaySecondDay(index) {
            lines.append(trainees[index].number)
            if scansTwice(index) { lines.append(trainees[index].number) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Marks, `NUMBER MARK` per line; every 20th fails. The first trainee gets different marks at the two doors.
    func marks(door: Int) -> String {
        trainees.indices.filter { self.door($0) == door || $0 == 0 }
            .map { index in
                let mark = index == 0 ? (door == 0 ? "78" : "52.5") : index % 20 == 9 ? "41" : "\(70 + index % 30)"
                return "\(trainees[index].number) \(mark)"
            }.joined(separator: "\n") + "\n"
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// The expected totals of the story, computed from the class alone.
struct Expected {
    var scans = 0
    var repeats = 0
    var outside = 0
    var flagged = 0
    var present = 0
    var credits = 0

    init(_ room: ClassRoom) {
        for index in room.trainees.indices {
            scans += 1
            if room.scansTwice(index) {
                scans += 1
                repeats += 1
            }
            if room.scansAtNoon(index) {
                scans += 1
                outside += 1
            }
            if !room.isAwayFirstAfternoon(index) { scans += 1 }
            if !room.isAwaySecondDay(index) {
                scans += 1
                if room.scansTwice(index) {
                    scans += 1
                    repeats += 1
                }
            }
            let isPresent = !room.isAwayFirstAfternoon(index) && !room.isAwaySecondDay(index)
            if isPresent { present += 1 }
            if isPresent && index % 20 != 9 { credits += 1 }
        }
        // The unknown card, once at each door.
        scans += 2
        flagged += 2
    }
}
