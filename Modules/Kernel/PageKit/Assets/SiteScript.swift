/// Conveniences of the keyboard. Every page works without them, and they hold no rule.
enum SiteScript {
    static let source = """
        'use strict';
        (() => {
          const typing = (element) => element && (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName));
          const rows = () => [...document.querySelectorAll('main tbody tr, main .work > li')].filter((row) => row.querySelector('a'));
          let here = -1;
          let waiting = 0;

          const move = (by) => {
            const all = rows();
            if (!all.length) return;
            all[here]?.removeAttribute('data-here');
            here = Math.max(0, Math.min(all.length - 1, here + by));
            all[here].setAttribute('data-here', '');
            all[here].querySelector('a').focus();
            all[here].scrollIntoView({ block: 'nearest' });
          };

          const keys = {
            '/': () => document.getElementById('q')?.focus(),
            j: () => move(1),
            k: () => move(-1),
            o: () => rows()[here]?.querySelector('a').click(),
            e: () => document.querySelector('main .actions .main, main .button.main')?.click(),
            '?': () => { location.href = '/help#keys'; },
          };

          document.addEventListener('keydown', (event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target.form) {
              event.preventDefault();
              event.target.form.requestSubmit();
              return;
            }
            if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
            if (waiting && Date.now() - waiting < 1500) {
              waiting = 0;
              const area = document.querySelector(`.areas a[data-key="${CSS.escape(event.key)}"]`);
              if (area) { event.preventDefault(); area.click(); }
              return;
            }
            if (event.key === 'g') { waiting = Date.now(); return; }
            const act = keys[event.key];
            if (act) { event.preventDefault(); act(); }
          });

          for (const button of document.querySelectorAll('[data-print]')) {
            button.hidden = false;
            button.addEventListener('click', () => print());
          }

          for (const tool of document.querySelectorAll('.tool')) {
            tool.addEventListener('keydown', (event) => {
              if (event.key !== 'Escape' || !tool.open) return;
              tool.open = false;
              tool.querySelector('summary').focus();
            });
            tool.addEventListener('toggle', () => {
              if (tool.open) for (const other of document.querySelectorAll('.tool[open]')) if (other !== tool) other.open = false;
            });
          }

          document.getElementById('faults')?.focus();

          // A form that is on its way is not sent again by a second click; the server makes sure of it anyway.
          for (const form of document.querySelectorAll('form[method="post"]')) {
            form.addEventListener('submit', (event) => {
              if (form.dataset.sent && Date.now() - form.dataset.sent < 5000) event.preventDefault();
              form.dataset.sent = Date.now();
            });
          }
        })();

        """
}
