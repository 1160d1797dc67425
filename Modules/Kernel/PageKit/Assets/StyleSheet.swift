/// The look of the pages: a calm work tool on warm paper. Space stands on a grid of 8 px; text has a contrast of at least 7 : 1.
enum StyleSheet {
    static let all = [
        Colours.css, Typography.css, FrameStyle.css, TableStyle.css, FormStyle.css, PartStyle.css, MonthStyle.css, PrintStyle.css,
    ]
    .joined(separator: "\n")
}

/// Colours by what they are for. Dark is a design of its own, not an inversion; both are listed once and used by name.
enum Colours {
    private static let light = """
        --paper: #ffffff; --surface: #f6f3ee; --sunken: #efebe4; --line: #ddd6cb; --line-strong: #8d8478;
        --ink: #1f1c18; --ink-soft: #534c43; --brand: #a4232a; --brand-strong: #841a20; --on-brand: #ffffff; --link: #17497a;
        --focus: #1a4e8a; --focus-ring: #b9d2f0;
        --quiet: #4a443d; --quiet-ground: #ebe7e0; --progress: #1b4472; --progress-ground: #e3edf8;
        --due: #5f4200; --due-ground: #fbefcf; --late: #821616; --late-ground: #fae3df; --done: #1c5030; --done-ground: #e0f0e4;
        --bar: #6d6357; --bar-quiet: #a79d90; --bar-progress: #3d74ad; --bar-due: #d39a1f; --bar-late: #b8453c; --bar-done: #3f8a5a;
        """

    private static let dark = """
        --paper: #1d1b19; --surface: #262320; --sunken: #171513; --line: #3d3833; --line-strong: #8f857a;
        --ink: #f0ece6; --ink-soft: #c9c1b6; --brand: #a4232a; --brand-strong: #bd3138; --on-brand: #ffffff; --link: #a9cdf3;
        --focus: #9cc4f5; --focus-ring: #2d4a6d;
        --quiet: #d3ccc2; --quiet-ground: #38332e; --progress: #b8d6f6; --progress-ground: #1f344b;
        --due: #f6d98f; --due-ground: #433512; --late: #f9bdb5; --late-ground: #4d211d; --done: #b0e0bf; --done-ground: #1c3b28;
        --bar: #a3988b; --bar-quiet: #6b635a; --bar-progress: #5b95d0; --bar-due: #d7a53a; --bar-late: #d3685f; --bar-done: #56a874;
        """

    static let css = """
        :root { color-scheme: light; \(light) }
        @media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { color-scheme: dark; \(dark) } }
        :root[data-theme="dark"] { color-scheme: dark; \(dark) }
        """
}

/// Type: the system's Chinese sans; headings by weight and space rather than size; figures of one width.
enum Typography {
    static let css = """
        *, *::before, *::after { box-sizing: border-box; }
        html { font-size: 100%; -webkit-text-size-adjust: 100%; }
        body { margin: 0; background: var(--surface); color: var(--ink); font: 1rem/1.6 "Noto Sans SC", "Source Han Sans SC",
          "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif; font-variant-numeric: tabular-nums;
          overflow-wrap: anywhere; }
        h1 { font-size: 1.625rem; line-height: 1.35; font-weight: 650; margin: 0; letter-spacing: .005em; }
        h2 { font-size: 1.125rem; line-height: 1.45; font-weight: 650; margin: 40px 0 12px; }
        h3 { font-size: 1rem; line-height: 1.5; font-weight: 650; margin: 24px 0 8px; }
        p { margin: 0 0 12px; }
        main > p, main section > p { max-width: 38em; }
        .lead { max-width: 46em; }
        a { color: var(--link); text-underline-offset: .25em; text-decoration-thickness: 1px;
          text-decoration-color: color-mix(in srgb, currentColor 40%, transparent); }
        a:hover { text-decoration-color: currentColor; }
        strong { font-weight: 650; }
        ul, ol { margin: 0 0 16px; padding-left: 1.4em; }
        small, .help, .remark, .kicker { font-size: .875rem; color: var(--ink-soft); }
        .help { margin: 0 0 6px; max-width: 44em; }
        .remark { font-weight: 400; }
        kbd { font: inherit; font-size: .875rem; border: 1px solid var(--line-strong); border-radius: 4px; padding: 0 8px;
          background: var(--surface); white-space: nowrap; }
        :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
        main:focus { outline: none; }
        .unseen { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden; clip-path: inset(50%);
          white-space: nowrap; border: 0; }
        [hidden] { display: none !important; }
        """
}
