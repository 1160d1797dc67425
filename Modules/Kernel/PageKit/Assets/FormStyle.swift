/// Forms: one column, label above, help under it, what is wrong beside it.
enum FormStyle {
    static let css = """
        .form { max-width: 640px; }
        .field { margin: 0 0 24px; border: 0; padding: 0; min-width: 0; }
        .field > label, .field > legend { display: block; font-weight: 600; padding: 0; margin-bottom: 4px; }
        .filters .field > label, .filters .field > legend { font-size: .875rem; font-weight: 500; color: var(--ink-soft); margin-bottom: 2px; }
        .field.wrong { border-left: 4px solid var(--late); padding-left: 12px; }
        .fault { color: var(--late); font-weight: 600; margin: 0 0 6px; }
        input, select, textarea, button, .button { font: inherit; color: inherit; }
        input[type="text"], input[type="search"], input[type="password"], input:not([type]), select, textarea, input[type="file"] {
          width: 100%; min-height: 44px; padding: 8px 12px; background: var(--paper); border: 1px solid var(--line-strong); border-radius: 4px; }
        .filters input[type="text"], .filters select, .top input, .top button, .filters button, .filters .button { min-height: 40px; padding-top: 6px; padding-bottom: 6px; }
        textarea { resize: vertical; line-height: 1.6; }
        input.short, .with-unit input { max-width: 240px; }
        .filters input.short { max-width: none; }
        .suggest { display: block; position: relative; }
        .chosen { display: block; font-size: .875rem; color: var(--ink-soft); padding-top: 2px; }
        .offers { position: absolute; left: 0; right: 0; top: 100%; z-index: 6; margin: 2px 0 0; padding: 4px 0; list-style: none; max-height: 320px; overflow-y: auto;
          background: var(--paper); border: 1px solid var(--line-strong); border-radius: 4px; min-width: 240px; }
        .offers li { padding: 8px 12px; cursor: pointer; } .offers li[aria-selected="true"], .offers li:hover { background: var(--progress-ground); }
        .offers small { padding-left: 8px; }
        .with-unit { display: flex; align-items: center; gap: 8px; }
        input:focus-visible, select:focus-visible, textarea:focus-visible { outline: 3px solid var(--focus-ring); outline-offset: 0; border-color: var(--focus); }
        [aria-invalid] { border-color: var(--late); border-width: 2px; }
        ::placeholder { color: var(--ink-soft); opacity: 1; }
        .choices { list-style: none; margin: 0; padding: 0; }
        .choices li { display: flex; align-items: flex-start; gap: 8px; padding: 4px 0; }
        .choices.many { columns: 2; column-gap: 24px; }
        .choices.many li { break-inside: avoid; }
        input[type="checkbox"], input[type="radio"] { width: 20px; height: 20px; margin: 3px 0 0; accent-color: var(--brand); flex: none; }
        .check { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 0 8px; }
        .check > label { font-weight: 500; margin: 0; }
        .check .help { flex-basis: 100%; padding-left: 28px; }
        .row { border: 1px solid var(--line); border-radius: 4px; padding: 12px 16px 0; margin: 0 0 12px; }
        .row > legend { color: var(--ink-soft); font-size: .875rem; padding: 0 4px; }
        .row .field { margin-bottom: 12px; }
        button, .button { display: inline-block; min-height: 44px; padding: 9px 16px; border: 1px solid var(--line-strong); border-radius: 4px;
          background: var(--paper); color: var(--ink); text-decoration: none; cursor: pointer; font-weight: 500; line-height: 1.5; white-space: nowrap; }
        button:hover, .button:hover { background: var(--sunken); }
        button.main, .button.main { background: var(--brand); border-color: var(--brand); color: var(--on-brand); font-weight: 600; }
        button.main:hover, .button.main:hover { background: var(--brand-strong); border-color: var(--brand-strong); }
        button.quiet, .button.quiet { border-color: transparent; background: none; color: var(--link); padding-left: 8px; padding-right: 8px; }
        button.quiet:hover, .button.quiet:hover { text-decoration: underline; background: none; }
        .buttons { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin: 24px 0 16px; }
        .filters .buttons { margin: 0; }
        .faults { border: 2px solid var(--late); border-radius: 4px; padding: 16px 24px; margin: 0 0 24px; max-width: 800px; }
        .faults h2 { margin: 0 0 8px; color: var(--late); }
        .faults ul { margin: 0; }
        .faults li { margin: 4px 0; }
        .faults a { color: var(--late); font-weight: 600; }
        .remedy { color: var(--ink-soft); }
        .rule, .faults a.rule { font-size: .8125rem; font-weight: 400; color: var(--ink-soft); white-space: nowrap; }
        .notice { border-left: 4px solid var(--line-strong); background: var(--surface); padding: 10px 16px; margin: 0 0 16px; }
        .notice.bad { border-left-color: var(--late); background: var(--late-ground); color: var(--late); }
        .given { display: flex; flex-wrap: wrap; gap: 4px 32px; padding: 12px 16px; background: var(--surface); border-radius: 4px; margin: 0 0 24px; }
        .given dt { font-size: .875rem; color: var(--ink-soft); }
        .given dd { margin: 0; font-weight: 600; }
        .with-unit > span { color: var(--ink-soft); white-space: nowrap; }
        @media (max-width: 480px) { .choices.many { columns: 1; } .buttons > * { flex: 1 1 auto; text-align: center; } .views button, .tools button { flex: none; } }
        """
}
