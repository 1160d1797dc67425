/// Paper: black on white, in Song, with page numbers; nothing that can only be clicked.
enum PrintStyle {
    static let css = """
        @page { size: A4; margin: 20mm 16mm 18mm; @bottom-center { content: counter(page) " / " counter(pages); font: 9pt "SimSun", "Noto Serif CJK SC", serif; } }
        @media print {
          :root, :root[data-theme="dark"], :root:not([data-theme="light"]) { --paper: #fff; --surface: #fff; --sunken: #fff; --line: #000; --line-strong: #000;
            --ink: #000; --ink-soft: #000; --link: #000; --quiet: #000; --progress: #000; --due: #000; --late: #000; --done: #000;
            --quiet-ground: #fff; --progress-ground: #fff; --due-ground: #fff; --late-ground: #fff; --done-ground: #fff; color-scheme: light; }
          body { font: 11pt/1.5 "SimSun", "Songti SC", "Noto Serif SC", "Noto Serif CJK SC", serif; background: #fff; }
          .top, .areas, .crumbs, .actions, .filter, .tools, .pager, .buttons, .skip, .flash, .again, .next, .act, form, .chart details, .steps { display: none; }
          .frame { display: block; }
          main { padding: 0; border: 0; min-height: 0; }
          main > * { max-width: none; }
          .letterhead { display: block; max-width: none; margin: 0 0 8mm; padding-bottom: 3mm; border-bottom: 3px double #000; text-align: center; text-wrap: balance;
            font: 700 20pt/1.4 "FZXiaoBiaoSong-B05S", "SimSun", "Noto Serif CJK SC", serif; }
          .issued { display: block; margin: 2mm 0 0; max-width: none; }
          .head { display: block; text-align: center; margin-bottom: 8mm; }
          h1 { font: 700 18pt/1.4 "FZXiaoBiaoSong-B05S", "SimSun", "Noto Serif CJK SC", serif; }
          .lead { display: none; }
          h2 { font-size: 13pt; break-after: avoid; }
          .scroll, .scroll.wide { overflow: visible; }
          table { border-collapse: collapse; }
          .beside { display: block; }
          .facts { padding: 0; gap: 4px 24px; margin-bottom: 4mm; } .facts > div { display: flex; gap: 4px; } .facts dt::after { content: "："; } .facts dd { margin: 0; }
          thead a.sort::after { content: ""; }
          table { font-size: 10pt; }
          th, td, thead th { border: 1px solid #000; padding: 4px 6px; white-space: normal; position: static; text-align: left; }
          thead { display: table-header-group; }
          tr, .record > div { break-inside: avoid; }
          .long { min-width: 0; }
          a { color: inherit; text-decoration: none; }
          .tag { padding: 0; } .tag::before { display: none; }
          .paper-only { display: block; margin-top: 8mm; text-align: right; font-size: 9pt; }
        }
        """
}
