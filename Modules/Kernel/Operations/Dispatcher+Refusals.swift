import Foundation
import GRDB
import Persistence
import PluginKit

/// Refusals in the audit: who was not allowed what. A record that was hidden is never named in it.
extension Dispatcher {
    /// - Throws: `E-PERM` (audited) for somebody who may not run the operation.
    func authorise(_ name: OperationName, _ access: Access, _ principal: Principal) throws {
        guard !access.allows(principal) else { return }
        try noteDenied(name.text, to: principal)
        throw Rule.notPermitted.refused(["operation": .key(name.text), "account": .text(principal.account)])
    }

    /// Runs the body of an operation; what it does not permit is in the audit under its rule.
    func notingRefusals<Output>(
        of name: OperationName, to principal: Principal, _ body: () throws -> Output
    ) throws -> Output {
        do {
            return try body()
        } catch let kept as KeptRefusal {
            throw kept
        } catch let error as any UserFacingError {
            if let refusal = error.refusals.first(where: { $0.kind == .permission }) {
                try noteDenied(name.text, to: principal, reason: refusal.rule.id)
            }
            remember(error.refusals, of: name, to: principal)
            throw error
        }
    }

    /// Keeps the facts of the last refusal by each numbered rule for `rule explain`. Where that fails, the refusal itself is what counts.
    private func remember(_ refusals: [Refusal], of name: OperationName, to principal: Principal) {
        let byRule = Dictionary(grouping: refusals.filter { $0.rule.id.hasPrefix("R-") }, by: \.rule.id)
        guard !byRule.isEmpty else { return }
        try? store.write(owner: KernelPlugin.manifest.id) { db in
            for (rule, refusals) in byRule.sorted(by: { $0.key < $1.key }) {
                let messages = try JSONEncoder().encode(refusals.prefix(20).map(\.message))
                try LastRefusals.note(
                    rule, of: principal.account, at: Instant(time.now()), action: name.text,
                    messages: String(decoding: messages, as: UTF8.self), in: db)
            }
        }
    }

    /// Puts into the audit that something was not allowed; the first few of an account's minute by themselves, the others by their
    /// number.
    package func noteDenied(_ action: String, to principal: Principal, reason: String? = nil) throws {
        let limit = try store.read { db in try SettingValues(of: KernelPlugin.manifest.id, in: db)[KernelSettings.refusals] }
        let now = time.now()
        let (isNoted, rest) = refusals.count(principal, at: now, limit: limit ?? 1)
        var entries = rest.map { [entry(of: $0)] } ?? []
        if isNoted { entries.append(entry(action, principal, .denied, at: Instant(now), [], reason)) }
        try append(entries)
    }

    /// Puts into the audit that somebody was not let in. There is no bound on these but those of signing in itself.
    package func noteNotLetIn(_ action: String, _ principal: Principal, reason: String) throws {
        try append([entry(action, principal, .denied, at: Instant(time.now()), [], reason)])
    }

    /// Notes the refusals that were only counted: of minutes that are over, and at the end of the program of all.
    package func noteCountedRefusals(isEnding: Bool = false) throws {
        try append(refusals.rests(before: isEnding ? nil : time.now()).map(entry))
    }

    private func entry(of rest: RefusalCounter.Rest) -> AuditEntry {
        entry("audit.refusals", rest.principal, .denied, at: Instant(time.now()), [], "+\(rest.count)")
    }

    private func append(_ entries: [AuditEntry]) throws {
        guard !entries.isEmpty else { return }
        try store.write(owner: KernelPlugin.manifest.id) { db in
            for entry in entries { try AuditChain.append(entry, in: db) }
        }
    }
}
