/// Months as tables of days, and certificates.
enum MonthStyle {
    static let css = """
        input[type="datetime-local"] { width: 100%; max-width: 100%; min-height: 40px; padding: 6px 8px; border: 1px solid var(--line-strong);
          border-radius: 4px; background: var(--paper); }
        .month { table-layout: fixed; min-width: 760px; }
        .month th { padding-left: 8px; }
        .month td { height: 104px; min-width: 0; padding: 6px 8px; border: 1px solid var(--line); }
        .month td > time { font-size: .875rem; color: var(--ink-soft); }
        .month td:empty { background: var(--surface); }
        .events { list-style: none; margin: 4px 0 0; padding: 0; font-size: .875rem; line-height: 1.4; }
        .events li { padding: 4px 0 4px 8px; border-left: 3px solid var(--bar-progress); }
        .events li + li { margin-top: 6px; }
        .events li.late { border-left-color: var(--bar-late); } .events li.due { border-left-color: var(--bar-due); }
        .events a { font-weight: 500; white-space: normal; }
        .events .where { display: block; color: var(--ink-soft); }
        .certificate { max-width: 760px; padding: 40px 56px; border: 3px double var(--brand); font-family: "FangSong", "STFangsong", "Noto Serif CJK SC", serif;
          font-size: 1.25rem; line-height: 2; }
        .certificate h2 { margin: 0 0 24px; text-align: center; font-size: 2rem; letter-spacing: .3em; }
        .certificate p { margin: 0 0 12px; text-indent: 2em; }
        .certificate .certificate-no { text-align: right; font-size: .9375rem; }
        .certificate .certificate-seal { margin-top: 40px; text-align: right; }
        """
}
