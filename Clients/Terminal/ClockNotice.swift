import Console
import Terminal

extension ClockAccuracy {
    /// The text of `status`.
    var phrase: Phrase {
        switch self {
        case .unknown: Phrase("not compared with the server yet", "尚未与服务器核对")
        case .right: Phrase("right", "正常")
        case .off(let ms):
            ms > 0
                ? Phrase("\(Self.shown(ms).en) ahead", "快 \(Self.shown(ms).zh)")
                : Phrase("\(Self.shown(ms).en) behind", "慢 \(Self.shown(ms).zh)")
        case .ranBack(let ms):
            Phrase(
                "\(Self.shown(ms).en) before the last sync", "比上次同步早 \(Self.shown(ms).zh)")
        }
    }

    var name: String {
        switch self {
        case .unknown: "unknown"
        case .right: "right"
        case .off: "off"
        case .ranBack: "ran_back"
        }
    }

    /// The clock's error; positive if it is ahead of true time.
    var offMs: Int64 {
        switch self {
        case .unknown, .right: 0
        case .off(let ms): ms
        case .ranBack(let ms): -ms
        }
    }

    /// A warning shown before recording, which continues all the same.
    var warning: Phrase? {
        switch self {
        case .unknown, .right: nil
        case .off, .ranBack:
            Phrase(
                "this device's clock is \(phrase.en); what is recorded is kept, and its time found from contacts "
                    + "with the server: sync before the device is switched off, and set the clock",
                "本机时钟\(phrase.zh)；记录照常保存，时间由与服务器的联系推定：请在关机前同步，并校准时钟")
        }
    }

    private static func shown(_ milliseconds: Int64) -> Phrase {
        let minutes = milliseconds.magnitude / 60_000
        if minutes < 120 { return Phrase("\(minutes) min", "\(minutes) 分钟") }
        if minutes < 2 * 1440 { return Phrase("\(minutes / 60) h", "\(minutes / 60) 小时") }
        return Phrase("\(minutes / 1440) days", "\(minutes / 1440) 天")
    }
}
