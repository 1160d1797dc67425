/// The look of the pages.
enum StyleSheet {
    static let all = ":root { color-scheme: light dark; }\n"
}
