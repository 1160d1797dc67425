import Operations

/// Who sees telephone numbers.
package enum PhonePrivacy {
    /// 组织部, 人社局 and 巡察办, who call people up; everybody else sees the ends of the number only.
    package static let readers: Set<Role> = [.organisationDepartment, .hrBureau, .inspectionOffice]

    /// The number as somebody may see it.
    package static func shown(_ phone: String?, to principal: Principal) -> String? {
        principal.hasAny(of: readers) ? phone : phone.map(masked)
    }

    /// `138****1933`: at most the first three and the last four characters, fewer where the number is short.
    package static func masked(_ phone: String) -> String {
        let kept = phone.count >= 11 ? (head: 3, tail: 4) : (head: 0, tail: min(2, phone.count / 2))
        let stars = String(repeating: "*", count: phone.count - kept.head - kept.tail)
        return phone.prefix(kept.head) + stars + phone.suffix(kept.tail)
    }
}
