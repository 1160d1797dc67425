/// The frame of every page: head, areas at the side, paper in the middle.
enum FrameStyle {
    static let css = """
        .skip { position: absolute; left: 8px; top: -80px; background: var(--paper); padding: 8px 16px; z-index: 20; }
        .skip:focus { top: 8px; }
        .top { display: flex; align-items: center; gap: 16px 24px; min-height: 64px; padding: 8px 24px; background: var(--paper);
          border-bottom: 1px solid var(--line); border-top: 4px solid var(--brand); }
        .brand { display: inline-flex; align-items: center; gap: 12px; color: var(--ink); text-decoration: none; font-weight: 650;
          font-size: 1.125rem; letter-spacing: .08em; white-space: nowrap; width: 168px; }
        .seal { display: inline-grid; place-items: center; width: 32px; height: 32px; border-radius: 4px; background: var(--brand);
          color: var(--on-brand); font: 600 1.25rem/1 "Noto Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, serif; letter-spacing: 0; }
        .search { display: flex; flex: 1; max-width: 448px; margin: 0 auto 0 16px; }
        .search input { border-radius: 4px 0 0 4px; border-right: 0; min-width: 0; }
        .search button { border-radius: 0 4px 4px 0; }
        .account { display: flex; align-items: center; gap: 0 4px; font-size: .9375rem; white-space: nowrap; }
        .account form { margin: 0; }
        .account a, .account button { min-height: 40px; padding: 8px; color: var(--ink-soft); font-weight: 400; font-size: .9375rem; text-decoration: none; border: 0; }
        .account a.who { color: var(--ink); font-weight: 500; max-width: 14em; overflow: hidden; text-overflow: ellipsis; }
        .account a:hover, .account button:hover { text-decoration: underline; color: var(--ink); }
        .frame { display: grid; grid-template-columns: 200px minmax(0, 1fr); align-items: start; }
        .areas { position: sticky; top: 0; padding: 16px 0 24px; max-height: 100vh; overflow-y: auto; }
        .areas ul { list-style: none; margin: 0; padding: 0; }
        .areas a { display: block; padding: 8px 16px 8px 20px; border-left: 4px solid transparent; color: var(--ink);
          text-decoration: none; line-height: 1.5; }
        .areas a:hover { background: var(--sunken); }
        .areas a[aria-current] { border-left-color: var(--brand); background: var(--paper); font-weight: 650; }
        .areas .area { padding: 8px 0; }
        .areas .name { display: block; padding: 4px 16px 4px 24px; font-size: .875rem; color: var(--ink-soft); }
        .areas .area a { padding-left: 20px; }
        main { min-height: calc(100vh - 68px); padding: 24px 40px 72px; background: var(--paper); border-left: 1px solid var(--line); }
        main > * { max-width: 1200px; }
        .crumbs ol { list-style: none; display: flex; flex-wrap: wrap; margin: 0 0 8px; padding: 0; font-size: .875rem; }
        .crumbs li + li::before { content: "›" / ""; padding: 0 8px; color: var(--ink-soft); }
        .head { display: flex; flex-wrap: wrap; align-items: flex-start; justify-content: space-between; gap: 16px 32px; margin-bottom: 24px; }
        .head > div:first-child { flex: 1 1 320px; min-width: 0; }
        .kicker { margin: 0 0 2px; }
        .lead { color: var(--ink-soft); margin-top: 4px; }
        .lead p { margin: 0; }
        .actions { display: flex; flex-wrap: wrap; gap: 8px; padding-top: 2px; }
        .flash { border-left: 4px solid var(--bar-done); background: var(--done-ground); color: var(--ink); padding: 12px 16px; margin-bottom: 24px; }
        .flash::before { content: "✓ " / ""; color: var(--done); font-weight: 650; }
        body.plain { display: grid; place-items: start center; min-height: 100vh; padding: 12vh 16px 40px; }
        body.plain main { width: 100%; max-width: 448px; min-height: 0; padding: 40px; border: 1px solid var(--line);
          border-top: 4px solid var(--brand); border-radius: 0 0 4px 4px; }
        body.plain .brand { margin-bottom: 32px; width: auto; }
        body.plain h1 { margin-bottom: 16px; }
        body.plain button.main { width: 100%; }
        .paper-only, .letterhead, .issued { display: none; }
        @media (max-width: 1100px) { .frame { grid-template-columns: 168px minmax(0, 1fr); } main { padding: 24px 24px 72px; } .brand { width: 136px; } }
        @media (max-width: 860px) {
          .top { flex-wrap: wrap; gap: 4px 8px; padding: 8px 16px; }
          .brand { width: auto; }
          .search { order: 3; flex: 1 1 100%; max-width: none; margin: 4px 0; }
          .account { margin-left: auto; }
          .account a, .account button { padding: 8px 6px; }
          .frame { display: block; }
          .areas { position: static; padding: 0 8px; border-bottom: 1px solid var(--line); overflow-x: auto; max-height: none; scrollbar-width: none; }
          .areas ul { display: flex; }
          .areas > ul { width: max-content; }
          .areas .area { padding: 0; }
          .areas .name { display: none; }
          .areas a, .areas .area a { padding: 10px 8px; border-left: 0; border-bottom: 3px solid transparent; white-space: nowrap; }
          .areas a[aria-current] { border-bottom-color: var(--brand); background: none; }
          main { padding: 16px 16px 56px; border: 0; }
          h1 { font-size: 1.375rem; }
        }
        @media (max-width: 480px) { body.plain { padding-top: 24px; } body.plain main { padding: 24px 16px; } .account a.who { max-width: 7em; } .brand > span:last-child { font-size: 1rem; letter-spacing: .02em; } }
        """
}
