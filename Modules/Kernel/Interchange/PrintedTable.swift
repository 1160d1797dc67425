import Foundation
import PluginKit

/// Writes a table as a page for printing: title, table, notes, the head of the table again on every sheet.
public enum PrintedTable {
    /// `out.html`, for any export.
    public static let format = TableFormat(
        fileExtension: "html", contentType: "text/html; charset=utf-8", write: { Data(html($0).utf8) })

    static func html(_ table: ExportTable) -> String {
        let head = table.columns.map { "<th>\(escaped($0.title))</th>" }.joined()
        let body = table.rows.map { row in
            let cells = zip(row, table.columns).map { cell, column in
                "<td class=\"\(column.alignment)\">\(escaped(cell.plainText))</td>"
            }
            return "<tr>\(cells.joined())</tr>\n"
        }.joined()
        let notes = table.notes.map { "<p>\(escaped($0))</p>" }.joined()
        return """
            <!doctype html>
            <html lang="zh-Hans"><head><meta charset="utf-8"><title>\(escaped(table.title))</title>
            <style>\(style)</style></head>
            <body><h1>\(escaped(table.title))</h1>
            <table><thead><tr>\(head)</tr></thead><tbody>
            \(body)</tbody></table>
            <footer>\(notes)</footer></body></html>

            """
    }

    private static let style = """
        @page{size:A4 landscape;margin:15mm 12mm;@bottom-right{content:counter(page) "/" counter(pages)}}
        body{font-family:"Noto Serif CJK SC","Songti SC",SimSun,serif;font-size:10.5pt;margin:1rem}
        h1{font-size:16pt;text-align:center;font-weight:600}
        table{border-collapse:collapse;width:100%}thead{display:table-header-group}tr{break-inside:avoid}
        th,td{border:.5pt solid #000;padding:3pt 4pt;vertical-align:top;overflow-wrap:anywhere}
        .trailing{text-align:right}.center{text-align:center}footer{margin-top:8pt;font-size:9pt}
        """

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing(
            "\"", with: "&quot;")
    }
}
