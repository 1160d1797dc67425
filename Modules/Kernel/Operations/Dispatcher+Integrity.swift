import GRDB
import Persistence
import PluginKit

/// What a failed check of the audit chain leads to: the file can be read and no longer changed, until a check passes (domain 6).
extension Dispatcher {
    /// Notes in the file what a check found. Where even that cannot be written, the check's own refusal is what counts.
    func noteVerification<Output>(_ result: Result<Output, any Error>) {
        switch result {
        case .success:
            guard (try? store.read(Tampering.isFound)) == true else { return }
            try? store.write(owner: KernelPlugin.manifest.id, Tampering.clear)
        case .failure(let error):
            guard (error as? Refusal)?.rule == .integrity else { return }
            try? store.write(owner: KernelPlugin.manifest.id) { try Tampering.note(at: Instant(time.now()), in: $0) }
        }
    }

    /// - Throws: `E-INTEGRITY` while the chain is known to be broken.
    func requireSoundChain(_ db: Database) throws {
        guard try !Tampering.isFound(db) else { throw Rule.integrity.refused("readOnly") }
    }
}
