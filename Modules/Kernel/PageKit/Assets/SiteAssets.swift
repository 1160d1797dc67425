import Foundation
import Persistence

/// What pages load beside their HTML. Everything comes from this program; nothing from outside.
enum SiteAssets {
    static let style = asset("site", "css", "text/css; charset=utf-8", StyleSheet.all)
    static let script = asset("site", "js", "text/javascript; charset=utf-8", SiteScript.source)
    static let icon = asset("seal", "svg", "image/svg+xml", SiteIcon.source)
    static let all = [style, script, icon]

    private static func asset(_ name: String, _ ending: String, _ contentType: String, _ text: String) -> SiteAsset {
        let data = Data(text.utf8)
        return SiteAsset(
            path: "/assets/\(name)-\(Digest.sha256(data).prefix(12)).\(ending)", contentType: contentType, data: data)
    }
}

/// The seal: a red square with the character of the office.
enum SiteIcon {
    static let source = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#A4232A"/>\
        <path d="M8 9l3 3M6 16h4v8M6 27c4-3 8 1 20-1M15 7c-3 4-3 4 0 8M20 7c-3 4-3 4 0 8M25 7c-3 4-3 4 0 8M14 18h10M14 22h10" \
        fill="none" stroke="#fff" stroke-width="2.2" stroke-linecap="round"/></svg>
        """
}
