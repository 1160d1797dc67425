/// What must be learnt before what.
enum Prerequisites {
    /// A circle among prerequisites, from a course back to itself (R-CRS-07); nil where there is none. The same one every time.
    static func circle<ID: Hashable & Comparable>(in required: [ID: Set<ID>]) -> [ID]? {
        var done: Set<ID> = []
        for start in required.keys.sorted() where !done.contains(start) {
            if let found = walk(start, required, path: [], &done) { return found }
        }
        return nil
    }

    private static func walk<ID: Hashable & Comparable>(
        _ course: ID, _ required: [ID: Set<ID>], path: [ID], _ done: inout Set<ID>
    ) -> [ID]? {
        if let start = path.firstIndex(of: course) { return Array(path[start...]) + [course] }
        if done.contains(course) { return nil }
        for next in (required[course] ?? []).sorted() {
            if let found = walk(next, required, path: path + [course], &done) { return found }
        }
        done.insert(course)
        return nil
    }
}
