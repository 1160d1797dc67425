import Operations
import StudyLog

/// The most each platform credits in a day. Platforms change their rules; these are what they are known to be and unverified, so an
/// office decides its own where rows are handed back wrongly.
enum PlatformCaps {
    static let xuexiQiangguo = [
        cap("login", 1, of: XuexiQiangguo.code), cap("articles", 12, of: XuexiQiangguo.code),
        cap("media", 12, of: XuexiQiangguo.code), cap("quiz", 20, of: XuexiQiangguo.code),
        cap(StudyCap.points, 45, of: XuexiQiangguo.code),
    ]
    /// Eight hours.
    static let xihuXianfeng = [cap(StudyCap.minutes, 8 * 60, of: XihuXianfeng.code)]

    static let settings = (xuexiQiangguo + xihuXianfeng).map(\.setting)

    private static func cap(_ part: String, _ most: Int, of platform: String) -> StudyCap {
        StudyCap(
            part,
            Setting(
                "platform.cap.\(platform).\(part)", standard: most, in: 0...100_000, source: "platform rules, unverified",
                keepers: [.trainer, .inspectionOffice, .administrator]))
    }
}
