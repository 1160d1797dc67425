/// Tables and what stands around them.
enum TableStyle {
    static let css = """
        .scroll { margin: 0 0 16px; }
        .scroll.wide { overflow-x: auto; }
        table { border-collapse: separate; border-spacing: 0; width: 100%; font-size: .9375rem; }
        th, td { padding: 10px 16px 10px 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); line-height: 1.6; }
        th:first-child, td:first-child { padding-left: 8px; }
        th:last-child, td:last-child { padding-right: 8px; }
        thead th { position: sticky; top: 0; z-index: 1; background: var(--paper); color: var(--ink-soft); font-weight: 500;
          font-size: .875rem; white-space: nowrap; border-bottom: 1px solid var(--line-strong); vertical-align: bottom; }
        .scroll.wide thead th { position: static; }
        thead a.sort { color: var(--ink-soft); text-decoration: none; display: inline-block; }
        thead a.sort::after { content: "↕" / ""; font-size: .8em; padding-left: 4px; opacity: .6; }
        thead th[aria-sort] a.sort { color: var(--ink); font-weight: 650; }
        thead th[aria-sort="ascending"] a.sort::after { content: "↑" / ""; opacity: 1; } thead th[aria-sort="descending"] a.sort::after { content: "↓" / ""; opacity: 1; }
        thead a.sort:hover { text-decoration: underline; }
        td { min-width: 4.5em; }
        td > a:first-child { font-weight: 500; }
        td:first-child > a:first-child { white-space: nowrap; }
        .long { min-width: 18em; max-width: 38em; }
        td.long > a:first-child, td.name > a:first-child { white-space: normal; }
        td.long { display: table-cell; }
        td.number, th.number { text-align: right; white-space: nowrap; }
        td.date { white-space: nowrap; }
        .act { white-space: nowrap; font-size: .875rem; margin-left: 8px; }
        tbody tr:hover > * { background: var(--surface); }
        tbody tr[data-here] > * { background: var(--progress-ground); }
        tbody th { font-weight: 500; }
        [data-rows="compact"] tbody th, [data-rows="compact"] tbody td { padding-top: 4px; padding-bottom: 4px; }
        .tools { display: flex; flex-wrap: wrap; align-items: center; gap: 0 16px; margin: 0; font-size: .9375rem; position: relative; min-height: 44px; }
        .tools .count { margin: 0 auto 0 8px; color: var(--ink-soft); }
        .tools > button { min-height: 40px; padding: 8px 4px; font-weight: 400; }
        .tool > summary { cursor: pointer; padding: 8px 4px; list-style: none; color: var(--link); }
        .tool > summary::-webkit-details-marker { display: none; }
        .tool > summary::after { content: "▾" / ""; font-size: .8em; padding-left: 4px; }
        .tool[open] > summary::after { content: "▴" / ""; }
        .tool .panel { position: absolute; right: 0; z-index: 5; margin-top: 4px; padding: 16px; background: var(--paper); width: min(360px, 100%);
          border: 1px solid var(--line-strong); border-radius: 4px; }
        .tool .panel ul { list-style: none; padding: 0; margin: 0 0 8px; }
        .tool .panel ul.files { display: flex; gap: 8px; margin: 0; }
        .panel input[type="text"] { margin-bottom: 8px; }
        .views li { display: flex; align-items: center; justify-content: space-between; border-bottom: 1px solid var(--line); }
        .views form { margin: 0; }
        .views button { min-width: 40px; min-height: 40px; }
        .filter { margin: 0 0 8px; padding: 16px; background: var(--surface); border-radius: 4px; }
        .filters { display: grid; grid-template-columns: repeat(auto-fill, minmax(184px, 1fr)); gap: 12px 16px; align-items: end; }
        .filters .field { margin: 0; }
        .filters .buttons { margin: 0; white-space: nowrap; }
        .filter .more { margin-top: 12px; }
        details.more > summary, .again > summary { cursor: pointer; padding: 8px 0; color: var(--link); width: fit-content; }
        .pager { margin: 16px 0; display: flex; gap: 8px; }
        .empty { padding: 32px 24px; border: 1px dashed var(--line-strong); border-radius: 4px; color: var(--ink-soft); text-align: center; }
        p.empty { padding: 16px; text-align: left; max-width: none; }
        .empty p { margin: 0 auto 16px; max-width: 38em; }
        .empty > :last-child { margin-bottom: 0; }
        .empty .buttons { justify-content: center; }
        .sheet td.wrong { background: var(--late-ground); color: var(--late); }
        .sheet td.changed { background: var(--due-ground); color: var(--due); }
        .sheet .why { display: block; font-size: .875rem; }
        .sheet td, .sheet thead th { padding-left: 8px; padding-right: 8px; white-space: nowrap; }
        .sheet td { max-width: 11em; overflow: hidden; text-overflow: ellipsis; }
        .sheet td.wrong, .sheet td.changed { min-width: 15em; max-width: 24em; white-space: normal; }
        .sheet td.why, .sheet tr.why td { color: var(--late); font-size: .875rem; white-space: normal; max-width: none; }
        .compare tbody th { white-space: nowrap; } .compare td { min-width: 6.5em; } .compare td:last-child { min-width: 0; white-space: nowrap; }
        .mapping th, .mapping td { vertical-align: middle; } .mapping td.sample { color: var(--ink-soft); max-width: 24em; }
        .mapping select { min-width: 12em; }
        @media (max-width: 640px) {
          .scroll, .scroll.wide { overflow-x: auto; }
          table.rows, table.rows tbody, table.rows tr, table.rows td { display: block; width: auto; max-width: none; min-width: 0; }
          table.rows thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          table.rows tr { padding: 12px 0; border-bottom: 1px solid var(--line-strong); }
          table.rows td, table.rows td:first-child, table.rows td:last-child { border: 0; padding: 2px 0 2px 7em; text-align: left; white-space: normal; position: relative; }
          table.rows td:empty { display: none; }
          table.rows td::before { content: attr(data-label); position: absolute; left: 0; color: var(--ink-soft); font-size: .875rem; }
          .tools { gap: 0 12px; } .tools .count { flex-basis: 100%; margin-left: 0; }
          .filters { grid-template-columns: 1fr 1fr; }
          .filters .buttons { grid-column: 1 / -1; }
          .filters .with-unit { flex-wrap: wrap; gap: 2px 8px; } .filters .with-unit input { flex: 1 0 100%; }
        }
        @media (max-width: 340px) { .filters { grid-template-columns: 1fr; } }
        """
}
