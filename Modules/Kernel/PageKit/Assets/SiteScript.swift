/// Conveniences of the keyboard. Every page works without them, and they hold no rule.
enum SiteScript {
    static let source = [keyboard, suggestions, forms].joined(separator: "\n")

    /// Moving about: `/`, `g` and a letter, `j` and `k`, `o`, `e`, `?`.
    private static let keyboard = """
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
            e: () => document.querySelector('main .next .main, main .actions .main, main .button.main')?.click(),
            '?': () => { location.href = '/help#keys'; },
          };

          document.addEventListener('keydown', (event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target.form) {
              event.preventDefault();
              event.target.form.requestSubmit();
              return;
            }
            if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
            if (waiting && Date.now() - waiting < 1500) {
              waiting = 0;
              const area = document.querySelector(`a[data-key="${CSS.escape(event.key)}"]`);
              if (area) { event.preventDefault(); area.click(); }
              return;
            }
            if (event.key === 'g') { waiting = Date.now(); return; }
            const act = keys[event.key];
            if (act) { event.preventDefault(); act(); }
          });

          document.querySelector('.areas a[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
        })();

        """

    /// Fields that offer what fits while somebody types: characters, pinyin initials or a number.
    private static let suggestions = """
        (() => {
          let count = 0;
          for (const box of document.querySelectorAll('[data-suggest]')) {
            const input = box.querySelector('input');
            const list = document.createElement('ul');
            list.className = 'offers';
            list.id = `offers-${count += 1}`;
            list.setAttribute('role', 'listbox');
            list.setAttribute('aria-label', document.querySelector(`label[for="${input.id}"]`)?.textContent ?? '');
            list.hidden = true;
            box.append(list);
            input.setAttribute('role', 'combobox');
            input.setAttribute('aria-autocomplete', 'list');
            input.setAttribute('aria-expanded', 'false');
            input.setAttribute('aria-controls', list.id);
            let at = -1;
            let asked = 0;

            const close = () => {
              list.hidden = true;
              at = -1;
              input.setAttribute('aria-expanded', 'false');
              input.removeAttribute('aria-activedescendant');
            };
            const name = (text) => {
              let chosen = box.querySelector('.chosen');
              if (!chosen) { chosen = document.createElement('span'); chosen.className = 'chosen'; input.after(chosen); }
              chosen.textContent = text;
            };
            const take = (item) => {
              input.value = item.dataset.value;
              name(item.dataset.label);
              close();
            };
            const mark = (to) => {
              const items = [...list.children];
              if (!items.length) return;
              items[at]?.setAttribute('aria-selected', 'false');
              at = (to + items.length) % items.length;
              items[at].setAttribute('aria-selected', 'true');
              items[at].scrollIntoView({ block: 'nearest' });
              input.setAttribute('aria-activedescendant', items[at].id);
            };
            const show = (found) => {
              list.replaceChildren(...found.map((choice, index) => {
                const item = document.createElement('li');
                item.id = `${list.id}-${index}`;
                item.setAttribute('role', 'option');
                item.setAttribute('aria-selected', 'false');
                item.dataset.value = choice.value;
                item.dataset.label = choice.label;
                const number = document.createElement('small');
                number.textContent = choice.value;
                item.append(choice.label, number);
                item.addEventListener('pointerdown', (event) => { event.preventDefault(); take(item); });
                return item;
              }));
              at = -1;
              list.hidden = !found.length;
              input.setAttribute('aria-expanded', String(!list.hidden));
            };
            const ask = async () => {
              const mine = asked += 1;
              const query = new URLSearchParams({ of: box.dataset.suggest, q: input.value });
              const answer = await fetch(`/suggest?${query}`, { credentials: 'same-origin' }).catch(() => null);
              if (!answer?.ok || mine !== asked || document.activeElement !== input) return;
              show(await answer.json());
            };

            input.addEventListener('input', (event) => { name(''); if (!event.isComposing) ask(); });
            input.addEventListener('compositionend', ask);
            input.addEventListener('blur', close);
            input.addEventListener('keydown', (event) => {
              if (event.isComposing) return;
              if (event.key === 'ArrowDown') { event.preventDefault(); if (list.hidden) ask(); else mark(at + 1); }
              else if (event.key === 'ArrowUp' && !list.hidden) { event.preventDefault(); mark(at - 1); }
              else if (event.key === 'Enter' && !list.hidden && at >= 0) { event.preventDefault(); take(list.children[at]); }
              else if (event.key === 'Escape' && !list.hidden) { event.preventDefault(); close(); }
            });
          }
        })();

        """

    /// Printing, menus that close, faults that are read first, forms that are sent once.
    private static let forms = """
        (() => {
          for (const button of document.querySelectorAll('[data-print]')) {
            button.hidden = false;
            button.addEventListener('click', () => print());
          }

          const tools = document.querySelectorAll('.tool');
          for (const tool of tools) {
            tool.addEventListener('keydown', (event) => {
              if (event.key !== 'Escape' || !tool.open) return;
              tool.open = false;
              tool.querySelector('summary').focus();
            });
            tool.addEventListener('toggle', () => {
              if (tool.open) for (const other of tools) if (other !== tool) other.open = false;
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
