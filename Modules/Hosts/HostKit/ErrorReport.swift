import Operations
import PluginKit

/// An error as lines for a person and an exit code for a program.
///
/// ```
/// 错误 [R-RND-02] 轮次号（--number）：已被使用。处理办法：请换一个号。
/// error [R-RND-02] number (--number): is in use. What to do: choose another one.
/// ```
public struct ErrorReport: Sendable {
    /// One line for each thing that is wrong, without the word “error” in front.
    public let lines: [String]
    /// From the kind of refusal only; 1 for an error that is none.
    public let exitCode: Int32

    /// - Parameters:
    ///   - operation: whose fields the refusals speak of; its labels are shown.
    ///   - fieldName: how the host calls the field of a path: `--with-subordinates`, `measures[2].due`.
    public init(
        _ error: any Error, strings: StringCatalogue, language: Language, operation: OperationName? = nil,
        fieldName: (String) -> String = { $0 }
    ) {
        if let problems = error as? PluginProblems {
            lines = problems.problems.map { strings.text($0.message, in: language) }
            exitCode = RefusalKind.rule.exitCode
            return
        }
        let refusals = ErrorTranslation.refusals(of: error)
        let words = Words(strings: strings, language: language)
        lines =
            refusals.isEmpty
            ? [words.unexpected(error)]
            : refusals.map { words.line($0, label: words.label($0.field, operation), fieldName: fieldName) }
        exitCode = Self.gravest(refusals)?.exitCode ?? 1
    }

    /// The kind that decides the exit code where several things are wrong: the one that comes first on the way from the
    /// file to the rules. Broken data before a missing right, that before a wrong value, and rules last.
    public static func gravest(_ refusals: [Refusal]) -> RefusalKind? {
        let order: [RefusalKind] = [.integrity, .permission, .validation, .notFound, .state, .duplicate, .stale, .rule]
        return order.first { kind in refusals.contains { $0.kind == kind } }
    }
}

/// Puts the parts of an error line together in a language.
private struct Words {
    let strings: StringCatalogue
    let language: Language

    func line(_ refusal: Refusal, label: String?, fieldName: (String) -> String) -> String {
        let message = withoutStop(strings.text(refusal.message, in: language))
        let remedy = strings.text(refusal.remedy, in: language)
        let place = refusal.field.map { self.place(label, fieldName($0)) } ?? ""
        switch language {
        case .zhHans: return "[\(refusal.rule.id)] \(place)\(message)。处理办法：\(remedy)"
        case .en: return "[\(refusal.rule.id)] \(place)\(message). What to do: \(remedy)"
        }
    }

    func unexpected(_ error: any Error) -> String {
        switch language {
        case .zhHans: "意外错误：\(error)"
        case .en: "Unexpected error: \(error)"
        }
    }

    private func place(_ label: String?, _ name: String) -> String {
        switch (language, label) {
        case (.zhHans, let label?): "\(label)（\(name)）："
        case (.zhHans, nil): "\(name)："
        case (.en, let label?): "\(label) (\(name)): "
        case (.en, nil): "\(name): "
        }
    }

    /// The label of the field at a path; list positions are no part of it. A column of an imported file has the name it has there.
    func label(_ path: String?, _ operation: OperationName?) -> String? {
        guard let names = path?.split(separator: ".").filter({ Int($0) == nil }), let last = names.last else { return nil }
        let special = operation.flatMap { strings.text("\($0).\(names.joined(separator: "."))", in: language) }
        return special ?? (names.first == "rows" ? nil : strings.text("field.\(last)", in: language))
    }

    private func withoutStop(_ text: String) -> String {
        text.hasSuffix("。") || text.hasSuffix(".") ? String(text.dropLast()) : text
    }
}
