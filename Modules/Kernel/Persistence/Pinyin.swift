import Foundation
import Synchronization
import _FoundationICU

/// Sort keys that put Chinese names in pinyin order, to be stored beside the name. One comparison of bytes then sorts.
public enum PinyinKey {
    private final class Collator: @unchecked Sendable {
        let handle: OpaquePointer?
        init() {
            var status = U_ZERO_ERROR
            handle = swift_ucol_open("zh@collation=pinyin", &status)
        }
        deinit { swift_ucol_close(handle) }
    }

    // ICU collators are not safe for concurrent use; keys are made under the lock.
    private static let collator = Mutex(Collator())

    /// The key for a name.
    public static func of(_ name: String) -> Data {
        let units = Array(name.utf16)
        return collator.withLock { collator in
            let size = swift_ucol_getSortKey(collator.handle, units, Int32(units.count), nil, 0)
            var key = [UInt8](repeating: 0, count: Int(size))
            _ = swift_ucol_getSortKey(collator.handle, units, Int32(units.count), &key, size)
            return Data(key.dropLast())
        }
    }
}
