import Foundation

/// A style sheet, script or picture of the site, under an address that names its content, so that it may be cached for ever.
public struct SiteAsset: Sendable {
    /// `/assets/site-3f2a9c01.css`
    public let path: String
    /// `text/css; charset=utf-8`
    public let contentType: String
    public let data: Data
}
