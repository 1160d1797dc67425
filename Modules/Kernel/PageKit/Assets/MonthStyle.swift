/// Months as tables of days, and certificates.
enum MonthStyle {
    static let css = """
        input[type="datetime-local"], input[type="time"] { width: 100%; max-width: 100%; min-height: 40px; padding: 6px 8px; border: 1px solid var(--line-strong);
          border-radius: 4px; background: var(--paper); }
        .month { table-layout: fixed; min-width: 760px; }
        .month th { padding-left: 8px; }
        .month td { height: 104px; min-width: 0; padding: 6px 8px; border: 1px solid var(--line); }
        .month td > time { font-size: .875rem; color: var(--ink-soft); }
        .pair { display: flex; gap: 0 16px; } .pair .field { flex: 0 1 200px; }
        .faults a.button { color: var(--ink); font-weight: 500; white-space: normal; } .faults .buttons { margin: 8px 0; }
        .month .day a { color: inherit; display: inline-block; min-width: 24px; min-height: 24px; }
        .month td:empty { background: var(--surface); }
        .events { list-style: none; margin: 4px 0 0; padding: 0; font-size: .875rem; line-height: 1.4; }
        .events li { padding: 4px 0 4px 8px; border-left: 3px solid var(--bar-progress); }
        .events li + li { margin-top: 6px; }
        .events li.late { border-left-color: var(--bar-late); } .events li.due { border-left-color: var(--bar-due); }
        .events a { font-weight: 500; white-space: normal; }
        .events .where { display: block; color: var(--ink-soft); }
        .events a.move { font-weight: 400; white-space: nowrap; }
        .month .whole { display: none; }
        @media (max-width: 640px) { .month { min-width: 0; } .month, .month tbody, .month tr, .month td { display: block; } .month thead, .month td:empty, .month td.free, .month .day { display: none; }
          .month td { height: auto; border: 0; border-top: 1px solid var(--line); padding: 12px 0; } .month .whole { display: inline; font-weight: 600; } }
        .panel-box { border: 1px solid var(--line); border-radius: 4px; margin: 0 0 24px; padding: 0 16px; }
        .panel-box > summary { cursor: pointer; padding: 10px 0; font-weight: 600; color: var(--link); width: fit-content; }
        .panel-box[open] { padding-bottom: 8px; }
        .results select, .results input[type="text"] { min-height: 40px; padding: 6px 8px; } .results select { min-width: 96px; } .results input[type="text"] { width: 88px; }
        .results th[scope="row"], .results td { vertical-align: middle; } .results th[scope="row"] { white-space: nowrap; }
        @media (max-width: 640px) { .results .unit { display: none; } .results input[type="text"] { width: 64px; } }
        .results tr.wrong th { border-left: 4px solid var(--late); } .resit { display: inline-flex; gap: 6px; align-items: center; white-space: nowrap; margin-left: 8px; }
        .certificate { max-width: 760px; padding: 40px 56px; border: 3px double var(--brand); font-family: "FangSong", "STFangsong", "Noto Serif CJK SC", serif;
          font-size: 1.25rem; line-height: 2; }
        .certificate h2 { margin: 0 0 24px; text-align: center; font-size: 2rem; letter-spacing: .3em; }
        .certificate p { margin: 0 0 12px; text-indent: 2em; }
        .certificate .certificate-no { text-align: right; font-size: .9375rem; }
        .certificate .certificate-seal { margin-top: 40px; text-align: right; }
        """
}
