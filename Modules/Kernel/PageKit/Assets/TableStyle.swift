/// Tables and what stands around them.
enum TableStyle {
    static let css = """
        .scroll { overflow-x: auto; margin: 0 0 16px; border-bottom: 1px solid var(--line); }
        table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
        th, td { padding: 10px 16px 10px 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); line-height: 1.5; }
        th:last-child, td:last-child { padding-right: 8px; }
        thead th { position: sticky; top: 0; z-index: 1; background: var(--paper); color: var(--ink-soft); font-weight: 500;
          font-size: .875rem; white-space: nowrap; border-bottom: 1px solid var(--line-strong); }
        .scroll:has(tr:nth-child(12)) { max-height: calc(100vh - 16px); }
        td { min-width: 4.5em; }
        td > a:first-child { white-space: nowrap; }
        .long { min-width: 20em; max-width: 40em; }
        td.long > a:first-child { white-space: normal; }
        .number { text-align: right; white-space: nowrap; }
        .date { white-space: nowrap; }
        tbody tr:hover { background: var(--surface); }
        tbody tr[data-here] { background: var(--progress-ground); }
        tbody th { font-weight: 500; }
        [data-rows="compact"] th, [data-rows="compact"] td { padding-top: 4px; padding-bottom: 4px; }
        .tools { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 16px; margin: 0 0 8px; font-size: .9375rem; position: relative; }
        .tools .count { margin: 0 auto 0 0; color: var(--ink-soft); }
        .tool > summary { cursor: pointer; padding: 8px 4px; list-style: none; color: var(--link); }
        .tool > summary::-webkit-details-marker { display: none; }
        .tool > summary::after { content: " ▾"; }
        .tool[open] > summary::after { content: " ▴"; }
        .tool .panel { position: absolute; right: 0; z-index: 5; margin-top: 4px; padding: 16px; background: var(--paper); width: min(360px, 100%);
          border: 1px solid var(--line-strong); border-radius: 4px; }
        .tool .panel ul { list-style: none; padding: 0; margin: 0 0 8px; }
        .panel input[type="text"] { margin-bottom: 8px; }
        .views li { display: flex; align-items: center; justify-content: space-between; }
        .views form { margin: 0; }
        .filter { margin: 0 0 16px; padding: 16px; background: var(--surface); border-radius: 4px; }
        .filters { display: grid; grid-template-columns: repeat(auto-fill, minmax(168px, 1fr)); gap: 8px 16px; align-items: end; }
        .filters .field { margin: 0; }
        .filters .buttons { margin: 0; white-space: nowrap; }
        .filter .more { margin-top: 12px; }
        .filter .more > summary, .columns > summary, .again > summary { cursor: pointer; padding: 6px 0; color: var(--link); width: fit-content; }
        .pager { margin: 16px 0; display: flex; gap: 8px; }
        .empty { padding: 24px; border: 1px dashed var(--line-strong); border-radius: 4px; color: var(--ink-soft); }
        p.empty { padding: 16px; }
        .empty p:last-child { margin: 0; }
        .sheet td.wrong { background: var(--late-ground); color: var(--late); }
        .sheet td.changed { background: var(--due-ground); color: var(--due); }
        .sheet .why { display: block; font-size: .875rem; }
        .sheet td { min-width: 6em; padding-left: 8px; padding-right: 8px; }
        """
}
