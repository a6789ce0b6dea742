// A table of any length: only the rows in sight exist. The caller keeps the order; this keeps the place and the keys.

function virtualTable({ label, columns, draw, select, open }) {
  const spacer = el('div', { class: 'spacer', role: 'presentation' });
  const rows = el('div', { class: 'rows', role: 'rowgroup', tabindex: -1 }, spacer);
  const grid = el('div', { class: 'table', role: 'grid', tabindex: 0, 'aria-label': label }, columns, rows);
  let items = [], at = -1, height = 50, drawn = new Map(), pending = false;

  function measure() {
    height = matchMedia('screen and (max-width: 820px)').matches ? 92 : 50;
    spacer.style.height = items.length * height + 'px';
  }

  function paint() {
    pending = false;
    const first = Math.max(0, Math.floor(rows.scrollTop / height) - 6);
    const last = Math.min(items.length, Math.ceil((rows.scrollTop + rows.clientHeight) / height) + 6);
    for (const [index, row] of drawn) {
      if (index < first || index >= last) {
        row.remove();
        drawn.delete(index);
      }
    }
    for (let index = first; index < last; index++) {
      if (drawn.has(index)) continue;
      const row = draw(items[index]);
      set(row, { role: 'row', id: 'row-' + index, 'aria-rowindex': index + 1, 'aria-selected': String(index === at) });
      row.style.top = index * height + 'px';
      row.addEventListener('click', () => {
        choose(index);
        open(items[index]);
      });
      drawn.set(index, row);
      spacer.append(row);
    }
  }

  function later() {
    if (!pending) {
      pending = true;
      requestAnimationFrame(paint);
    }
  }

  function redraw() {
    for (const row of drawn.values()) row.remove();
    drawn = new Map();
    measure();
    paint();
  }

  function choose(index, quietly = false) {
    if (index < 0 || index >= items.length) return;
    drawn.get(at)?.setAttribute('aria-selected', 'false');
    at = index;
    if (index * height < rows.scrollTop) rows.scrollTop = index * height;
    else if ((index + 1) * height > rows.scrollTop + rows.clientHeight) rows.scrollTop = (index + 1) * height - rows.clientHeight;
    paint();
    drawn.get(at)?.setAttribute('aria-selected', 'true');
    grid.setAttribute('aria-activedescendant', 'row-' + at);
    if (!quietly) select(items[at]);
  }

  function key(event) {
    const page = Math.max(1, Math.floor(rows.clientHeight / height) - 1);
    const moves = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -items.length, End: items.length };
    if (event.key in moves) choose(Math.min(items.length - 1, Math.max(0, at + moves[event.key])));
    else if (event.key === 'Enter' && at >= 0) open(items[at]);
    else return false;
    event.preventDefault();
    return true;
  }

  rows.addEventListener('scroll', later, { passive: true });
  grid.addEventListener('keydown', event => event.target.tagName !== 'BUTTON' && key(event));
  new ResizeObserver(redraw).observe(rows);

  return {
    element: grid, key, choose,
    selected: () => items[at],
    indexOf: item => items.indexOf(item),
    show(list) {
      const before = items[at];
      items = list;
      at = items.indexOf(before);
      grid.setAttribute('aria-rowcount', String(items.length));
      rows.scrollTop = Math.max(0, at * height - rows.clientHeight / 2);
      redraw();
    },
  };
}
