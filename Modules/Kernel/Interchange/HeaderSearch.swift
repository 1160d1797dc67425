import PluginKit

extension SourceTable {
    /// How many rows from the top are searched for the header.
    public static let headerSearchDepth = 10

    /// The same table with its header where the fields' names stand, within the first ten rows, and with only data below it.
    ///
    /// Titles above the header and remarks below the data go to `remarks`, blank rows are left out, and a filled cell to the
    /// right of the header becomes a problem of its row (it usually means a comma that was not quoted). A table in which no
    /// row holds a name keeps its header; `ColumnMap` then says which columns are missing.
    ///
    /// Remarks are rows at the end of a table that fill at most a quarter of the header's columns (at least one) and either
    /// stand below a blank row or begin with a label and a colon, like `制表单位：区委巡察办`. A table without any fuller row holds
    /// nothing but remarks where each of its rows fills one cell and a blank row stands above them.
    public func withHeader(matching fields: [FieldName]) -> SourceTable {
        var table = self
        if let place = headerPlace(fields) { table.moveHeader(to: place) }
        table.splitOffRemarks()
        table.rows.removeAll(where: \.isBlank)
        table.noteCellsOutsideHeader()
        return table
    }

    /// Index in `rows` of the row that names most fields; nil when none names more than the present header.
    private func headerPlace(_ fields: [FieldName]) -> Int? {
        var best = (score: HeaderNames(header).score(fields), place: Int?.none)
        for (index, row) in rows.prefix(Self.headerSearchDepth - 1).enumerated() {
            let score = HeaderNames(row.cells).score(fields)
            if score > best.score { best = (score, index) }
        }
        return best.place
    }

    private mutating func moveHeader(to place: Int) {
        let above = [SourceRow(number: headerNumber, cells: header)] + rows[..<place]
        remarks += above.filter { !$0.isBlank }
        header = rows[place].cells
        headerNumber = rows[place].number
        rows.removeFirst(place + 1)
    }

    private mutating func splitOffRemarks() {
        let columns = header.count { !Cells.isBlank($0) }
        guard columns > 1 else { return }
        guard let end = rows.lastIndex(where: { $0.filledCount > max(1, columns / 4) }) else { return splitOffAll() }
        guard let first = rows.indices.first(where: { $0 > end && isRemark(at: $0) }) else { return }
        remarks += rows[first...].filter { !$0.isBlank }
        rows.removeSubrange(first...)
    }

    /// A form without data: single cells below a blank row, and nothing else.
    private mutating func splitOffAll() {
        let filled = rows.filter { !$0.isBlank }
        guard let first = filled.first, first.number > headerNumber + 1, filled.allSatisfy({ $0.filledCount == 1 }) else {
            return
        }
        remarks += filled
        rows = []
    }

    private func isRemark(at index: Int) -> Bool {
        let row = rows[index]
        if row.isBlank || row.number > rows[index - 1].number + 1 { return true }
        let first = row.cells.first { !Cells.isBlank($0) } ?? ""
        return first.contains { $0 == "：" || $0 == ":" }
    }

    private mutating func noteCellsOutsideHeader() {
        for index in rows.indices where rows[index].cells.count > header.count {
            for column in header.count..<rows[index].cells.count where !Cells.isBlank(rows[index].cells[column]) {
                rows[index].problems[column] = Message("interchange.row.outsideHeader")
            }
        }
    }
}
