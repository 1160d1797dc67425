/// Conveniences of the keyboard; every page works without them.
enum SiteScript {
    static let source = "'use strict';\n"
}
