/// The parts of pages: states, records, work, steps, trees, charts.
enum PartStyle {
    static let css = """
        .tag { display: inline-block; padding: 1px 8px; border-radius: 3px; font-size: .875rem; line-height: 1.5; white-space: nowrap; }
        .tag::before { display: inline-block; margin-right: 5px; font-size: .75em; vertical-align: .08em; }
        .tag.quiet { background: var(--quiet-ground); color: var(--quiet); } .tag.quiet::before { content: "○" / ""; }
        .tag.progress { background: var(--progress-ground); color: var(--progress); } .tag.progress::before { content: "◐" / ""; }
        .tag.due { background: var(--due-ground); color: var(--due); } .tag.due::before { content: "●" / ""; }
        .tag.late { background: var(--late-ground); color: var(--late); font-weight: 600; } .tag.late::before { content: "▲" / ""; }
        .tag.done { background: var(--done-ground); color: var(--done); } .tag.done::before { content: "✓" / ""; }
        .number-of { display: inline-block; min-width: 1.75em; padding: 0 8px; border-radius: 12px; background: var(--quiet-ground); color: var(--quiet);
          font-size: .875rem; font-weight: 500; text-align: center; }
        .record { margin: 0 0 24px; border-top: 1px solid var(--line); max-width: 880px; }
        .record > div { display: grid; grid-template-columns: 168px minmax(0, 1fr); gap: 0 24px; padding: 10px 0; border-bottom: 1px solid var(--line); }
        .record dt { color: var(--ink-soft); }
        .record dd { margin: 0; white-space: pre-line; max-width: 38em; }
        .facts { display: flex; flex-wrap: wrap; gap: 16px 40px; padding: 16px 24px; background: var(--surface); border-radius: 4px; margin: 0 0 24px; }
        .facts dt { font-size: .875rem; color: var(--ink-soft); }
        .facts dd { margin: 2px 0 0; font-weight: 600; max-width: 24em; }
        .beside { display: grid; grid-template-columns: minmax(0, 1fr) 304px; gap: 0 32px; align-items: start; }
        .beside > .known { grid-column: 1; grid-row: 1; min-width: 0; }
        .beside > .next { grid-column: 2; grid-row: 1; }
        .known > :first-child, .known > .first > h2 { margin-top: 0; }
        .next { border: 1px solid var(--line); border-radius: 4px; padding: 16px 20px; margin: 0 0 24px; }
        .next h2 { margin: 0 0 12px; font-size: 1rem; }
        .next .buttons { flex-direction: column; align-items: stretch; margin: 0 0 12px; gap: 8px; }
        .next .buttons a { text-align: center; white-space: normal; }
        .next .also { padding-top: 12px; border-top: 1px solid var(--line); }
        .next p.turn:first-of-type + .also { border-top: 0; padding-top: 0; }
        .next > :last-child { margin-bottom: 0; }
        .turn { color: var(--ink-soft); }
        .team { padding-bottom: 8px; }
        .files li { margin: 4px 0; }
        .work { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line); }
        .work li { display: grid; grid-template-columns: minmax(0, 1fr) 8.5em 13.5em 12em; gap: 4px 16px; align-items: baseline; padding: 12px 0 12px 16px;
          border-bottom: 1px solid var(--line); border-left: 4px solid transparent; }
        .work li.late { border-left-color: var(--bar-late); } .work li.due { border-left-color: var(--bar-due); } .work li.done { border-left-color: var(--bar-done); }
        .work li:hover { background: var(--surface); }
        .work a { font-weight: 500; color: var(--ink); }
        .work .who { color: var(--ink-soft); font-size: .9375rem; }
        .missing { border-left: 4px solid var(--bar-due); padding: 0 0 0 12px; margin: 16px 0 0; font-size: .9375rem; }
        .missing h3 { margin: 0 0 4px; }
        .missing ul { margin: 4px 0 0; padding-left: 1.2em; }
        .missing > ul { list-style: none; padding: 0; }
        .missing > ul > li + li { margin-top: 12px; }
        .missing strong { font-weight: 500; color: var(--ink-soft); }
        .steps { list-style: none; display: flex; flex-wrap: wrap; gap: 8px 0; margin: 0 0 32px; padding: 0; font-size: .9375rem; }
        .steps li { padding: 2px 24px 6px 0; color: var(--ink-soft); border-bottom: 3px solid var(--line); }
        .steps li.past { border-bottom-color: var(--bar-done); color: var(--ink); }
        .steps li.past::before { content: "✓ " / ""; color: var(--done); }
        .steps li[aria-current] { border-bottom-color: var(--brand); color: var(--ink); font-weight: 650; }
        .steps:has(+ .to-tasks) { margin-bottom: 8px; } .to-tasks { margin: 0 0 24px; }
        .tasks { list-style: none; margin: 0; padding: 0; max-width: 760px; border-top: 1px solid var(--line); }
        .tasks > li { padding: 16px 0 16px 16px; border-bottom: 1px solid var(--line); border-left: 4px solid transparent; }
        .tasks > li[aria-current] { border-left-color: var(--brand); background: var(--surface); }
        .tasks h2 { margin: 0; font-size: 1.0625rem; } .tasks h2 .remark { font-weight: 400; }
        .tasks .lines { list-style: none; margin: 8px 0 0; padding: 0; }
        .tasks .lines li { display: flex; justify-content: space-between; gap: 16px; padding: 6px 0; align-items: baseline; }
        .history { list-style: none; margin: 0; padding: 0 0 0 20px; border-left: 2px solid var(--line); }
        .history li { position: relative; padding: 0 0 16px; display: flex; gap: 4px 16px; flex-wrap: wrap; }
        .history .when { color: var(--ink-soft); white-space: nowrap; } .history .who { margin-left: 4px; } .history .why { display: block; color: var(--ink-soft); max-width: 38em; }
        .history li::before { content: ""; position: absolute; left: -26px; top: .5em; width: 10px; height: 10px; border-radius: 50%; background: var(--line-strong); }
        .tree, .tree ul { list-style: none; margin: 0; padding: 0; }
        .tree ul { padding-left: 24px; border-left: 1px solid var(--line); margin-left: 7px; }
        .tree { max-width: 760px; }
        .tree li { padding: 2px 0; position: relative; }
        .tree .go { position: absolute; right: 0; top: 6px; font-size: .875rem; background: var(--paper); padding: 0 4px; }
        .tree summary:hover { background: var(--surface); }
        .tree summary { cursor: pointer; padding: 4px 0; }
        .tree .leaf { display: block; padding: 4px 0 4px 18px; }
        .cards { list-style: none; display: grid; grid-template-columns: repeat(auto-fill, minmax(240px, 1fr)); gap: 16px; padding: 0; margin: 0 0 24px; }
        .cards li { border: 1px solid var(--line); border-radius: 4px; padding: 16px; }
        .cards a { font-weight: 600; }
        .cards p { margin: 4px 0 0; }
        .figures { list-style: none; display: grid; grid-template-columns: repeat(auto-fill, minmax(200px, 1fr)); gap: 0; padding: 0; margin: 0 0 32px;
          border-top: 1px solid var(--line); border-left: 1px solid var(--line); }
        .figures li { padding: 16px 20px; border: solid var(--line); border-width: 0 1px 1px 0; }
        .figures .what { display: block; color: var(--ink-soft); font-size: .9375rem; }
        .figures a.remark { margin-right: 12px; white-space: nowrap; } .figures .help { margin-right: 8px; }
        .figures strong { display: block; margin-bottom: 4px; font-size: 2rem; line-height: 1.3; font-weight: 600; }
        .figures strong small { font-size: 1rem; font-weight: 400; }
        .groups { columns: 260px 3; column-gap: 32px; }
        .groups details { break-inside: avoid; padding: 4px 0; }
        .groups summary { cursor: pointer; }
        .chart { margin: 0 0 40px; max-width: 760px; }
        .chart figcaption { font-weight: 650; margin-bottom: 12px; }
        .chart .drawing { overflow-x: auto; } .chart svg { width: 100%; display: block; } .chart .drawing svg { min-width: 560px; height: auto; }
        .chart text { font-size: 14px; fill: var(--ink); font-variant-numeric: tabular-nums; }
        .chart .label { text-anchor: end; }
        .chart .ground { fill: var(--sunken); }
        .chart rect.one { fill: var(--bar); } .chart rect.quiet { fill: var(--bar-quiet); } .chart rect.progress { fill: var(--bar-progress); } .chart rect.due { fill: var(--bar-due); }
        .chart rect.late { fill: var(--bar-late); } .chart rect.done { fill: var(--bar-done); }
        .chart details > summary { cursor: pointer; color: var(--link); padding: 8px 0; width: fit-content; }
        .legend { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 4px 0 0; padding: 0; font-weight: 400; font-size: .875rem; }
        .legend li::before { content: "■ " / ""; } .legend .quiet::before { color: var(--bar-quiet); } .legend .progress::before { color: var(--bar-progress); }
        .legend .due::before { color: var(--bar-due); } .legend .late::before { color: var(--bar-late); } .legend .done::before { color: var(--bar-done); }
        .timeline { max-width: 1200px; } .timeline text.lane { fill: var(--ink-soft); } .timeline text.year { fill: var(--ink-soft); font-size: 12px; } .timeline text.on { fill: #fff; }
        .timeline rect.quiet { fill: #6d6357; } .timeline rect.progress { fill: #2f6199; } .timeline rect.due { fill: #85600b; }
        .timeline line.year { stroke: var(--line); } .timeline line.today { stroke: var(--brand); stroke-width: 2; }
        .board { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 16px; margin-bottom: 32px; }
        .board section { background: var(--surface); border-radius: 4px; padding: 12px; }
        .board h2 { font-size: .9375rem; margin: 0 0 8px; color: var(--ink-soft); }
        .board ul { list-style: none; margin: 0; padding: 0; }
        .board li { background: var(--paper); border: 1px solid var(--line); border-radius: 4px; padding: 12px; margin-bottom: 8px; }
        .board li.none { background: none; border: 0; color: var(--ink-soft); padding: 4px 0; }
        .board a { font-weight: 600; color: var(--ink); display: block; }
        .board .help { display: block; margin: 4px 0 8px; }
        .three { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 0 32px; margin-bottom: 32px; }
        .three h2 { margin-top: 0; } .brief { list-style: none; padding: 0; margin: 0 0 8px; border-top: 1px solid var(--line); }
        .brief li { padding: 8px 0; border-bottom: 1px solid var(--line); } .brief a { display: block; color: var(--ink); font-weight: 500; }
        .under { display: block; font-size: .875rem; color: var(--ink-soft); max-width: 38em; }
        .big-number { font-size: 1.25rem; margin: 0 0 4px; } .big-number strong { font-size: 3rem; line-height: 1.2; }
        .tabs { list-style: none; display: flex; flex-wrap: wrap; gap: 0 24px; margin: 0 0 16px; padding: 0; border-bottom: 1px solid var(--line); }
        .tabs a { display: block; padding: 8px 0; color: var(--ink); text-decoration: none; border-bottom: 3px solid transparent; }
        .tabs a[aria-current] { border-bottom-color: var(--brand); font-weight: 650; }
        .verdict { padding: 16px 24px; background: var(--surface); border-radius: 4px; margin-bottom: 24px; }
        .verdict h2 { margin-top: 0; }
        .plain-list, ul.plain { list-style: none; padding: 0; margin: 0 0 16px; }
        td ul.plain { margin: 0; } td ul.plain li + li { margin-top: 2px; }
        .one-step { display: inline-block; margin: 0; }
        td .one-step button.quiet, td .button.quiet { min-height: 32px; padding-top: 2px; padding-bottom: 2px; }
        .composing { padding-top: 8px; scroll-margin-top: 16px; } .composing .missing { margin: 0 0 16px; } .composing .missing > ul > li + li { margin-top: 4px; }
        .composing .clean { margin: 0 0 16px; } .composing details.more { margin: 0 0 8px; } .composing td.change { white-space: nowrap; }
        .choose { border-left: 4px solid var(--bar-progress); padding-left: 16px; margin: 16px 0 32px; scroll-margin-top: 16px; } .choose h3 { margin-top: 0; }
        .filter.inline { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: end; padding: 12px 16px; }
        .filter.inline label { font-size: .875rem; color: var(--ink-soft); } .filter.inline input, .filter.inline select { display: block; width: 14em; max-width: 100%; }
        ul.names { columns: 14em 4; column-gap: 24px; padding-left: 20px; margin: 0 0 24px; }
        ul.wrong li { color: var(--late); }
        progress { width: min(480px, 100%); height: 16px; accent-color: var(--brand); }
        .sentence { font-weight: 500; }
        @media (max-width: 1100px) { .beside { grid-template-columns: minmax(0, 1fr) 256px; gap: 0 24px; } .work li { grid-template-columns: minmax(0, 1fr) auto; } .work li > a { grid-column: 1 / -1; } }
        @media (max-width: 860px) { .three { grid-template-columns: 1fr; } .three section { margin-bottom: 24px; } .board { grid-template-columns: 1fr 1fr; } .beside { display: block; } .next .buttons { flex-direction: row; flex-wrap: wrap; } .next .buttons > * { flex: 1 1 auto; } }
        @media (max-width: 560px) { .board { grid-template-columns: 1fr; } .record > div { display: block; } .facts { gap: 12px 24px; padding: 16px; } .work li { grid-template-columns: 1fr; }
          .faults, .missing, .verdict { padding: 16px; } }
        @media (prefers-reduced-motion: no-preference) { .tool .panel { animation: appear .12s ease-out; } @keyframes appear { from { opacity: 0; transform: translateY(-4px); } } }
        """
}
