import Foundation
import PluginKit

/// Writes a table as a page for printing: imprint, title, table, notes; the head of the table and the page's number on every sheet.
public enum PrintedTable {
    /// `out.html`, for any export.
    public static let format = TableFormat(
        fileExtension: "html", contentType: "text/html; charset=utf-8", write: { Data(html($0).utf8) })

    static func html(_ table: ExportTable) -> String {
        let titles = table.columns.map { "<th>\(escaped($0.title))</th>" }.joined()
        let body = table.rows.map { row in
            let cells = zip(row, table.columns).map { cell, column in
                "<td class=\"\(column.alignment)\(isWhole(cell) ? " whole" : "")\">\(escaped(cell.plainText))</td>"
            }
            return "<tr>\(cells.joined())</tr>\n"
        }.joined()
        let notes = table.notes.map { "<p>\(escaped($0))</p>" }.joined()
        let imprint = table.imprint
        return """
            <!doctype html>
            <html lang="\(imprint?.language ?? "zh-Hans")"><head><meta charset="utf-8"><title>\(escaped(table.title))</title>
            <style>\(style(imprint))</style></head>
            <body>\(head(imprint))<h1>\(escaped(table.title))</h1>
            <table\(table.columns.count > wide ? " class=\"wide\"" : "")><thead><tr>\(titles)</tr></thead><tbody>
            \(body)</tbody></table>
            <footer>\(notes)\(foot(imprint))</footer></body></html>

            """
    }

    /// A table of more columns than this is set smaller.
    private static let wide = 11

    /// Dates and short words such as names are not broken.
    private static func isWhole(_ cell: ExportCell) -> Bool {
        if case .date = cell { return true }
        return cell.plainText.count <= 4
    }

    /// Secrecy and number stand over the title, as on official papers.
    private static func head(_ imprint: Imprint?) -> String {
        guard let imprint else { return "" }
        let number = imprint.number.map { "<span>\(escaped($0))</span>" } ?? ""
        return "<p class=\"mark\"><span>\(escaped(imprint.secrecy))</span>\(number)</p>\n"
    }

    private static func foot(_ imprint: Imprint?) -> String {
        guard let imprint else { return "" }
        let seal = imprint.seal.map { "<p class=\"seal\">\(escaped($0))</p>" } ?? ""
        return "<p>\(escaped(imprint.scope))</p><p>\(escaped(imprint.made))</p>\(seal)"
    }

    /// Every sheet carries secrecy, time and the page's number, whatever part of the table stands on it.
    private static func style(_ imprint: Imprint?) -> String {
        let mark = imprint.map { "@bottom-left{content:\(quoted($0.secrecy + "　" + $0.made));font-size:9pt}" } ?? ""
        return """
            @page{size:A4 landscape;margin:15mm 12mm;\(mark)@bottom-right{content:counter(page) "/" counter(pages);font-size:9pt}}
            body{font-family:"Noto Serif CJK SC","Songti SC",SimSun,serif;font-size:10.5pt;margin:1rem}
            h1{font-size:16pt;text-align:center;font-weight:600}
            .mark{display:flex;justify-content:space-between;margin:0}
            table{border-collapse:collapse;width:100%}thead{display:table-header-group}tr{break-inside:avoid}
            th,td{border:.5pt solid #000;padding:3pt 4pt;vertical-align:top;overflow-wrap:anywhere}
            .whole{white-space:nowrap}.wide{font-size:9pt}.wide th,.wide td{padding:2pt 2pt}
            .trailing{text-align:right}.center{text-align:center}footer{margin-top:8pt;font-size:9pt}
            .seal{margin:24pt 0 0;text-align:right;font-size:10.5pt;break-before:avoid}
            """
    }

    /// A string of CSS inside a style element: nothing in it can end either.
    private static func quoted(_ text: String) -> String {
        let kept = text.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\"", "\\", "<", ">", "&": "\\" + String(scalar.value, radix: 16) + " "
            case _ where scalar.value < 0x20: " "
            default: String(scalar)
            }
        }
        return "\"\(kept.joined())\""
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing(
            "\"", with: "&quot;")
    }
}
