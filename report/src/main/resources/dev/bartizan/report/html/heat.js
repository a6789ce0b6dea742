// A heat map of groups of classes, senders in rows and receivers in columns, that the arrow keys walk through.

function heatMap(groups, label, choose) {
  const share = (from, to) => {
    let pairs = 0, open = 0, all = 0, unsure = 0;
    for (const [one, many] of from.classes) {
      for (const [other, more] of to.classes) {
        if (Reach.data().classes[one].outside && Reach.data().classes[other].outside) continue;
        const weight = many * more, level = Reach.level(one, other);
        pairs += weight;
        if (level === Reach.MAYBE) unsure += weight;
        else if (level !== Reach.NONE) open += weight;
        if (level === Reach.ALL) all += weight;
      }
    }
    return { pairs, open, all, unsure };
  };
  const buttons = groups.map(() => []);

  function cell(from, row, to, column) {
    const found = share(from, to);
    const words = !found.pairs ? '' : found.open ? percent(found.open, found.pairs) : found.unsure ? '?' : '·';
    const says = `${from.name} to ${to.name}: ${figure(found.open)} of ${plural(found.pairs, 'pair')} open`
      + (found.all ? `, ${figure(found.all)} at all ports` : '') + (found.unsure ? `, ${figure(found.unsure)} not certain` : '');
    const box = button(words, () => choose(from, to), {
      class: 'heat' + (found.open ? '' : ' is-zero') + (found.all ? ' is-wide' : ''), 'aria-label': says, title: says, tabindex: row + column === 0 ? 0 : -1,
      'data-row': row, 'data-column': column,
    });
    box.style.setProperty('--heat', (found.pairs ? Math.round(8 + 42 * Math.sqrt(found.open / found.pairs)) : 0) + '%');
    buttons[row][column] = box;
    return el('td', {}, box);
  }

  function step(event) {
    const moves = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0], Home: [0, -groups.length], End: [0, groups.length] };
    if (!(event.key in moves) || event.target.dataset.row === undefined) return;
    const [down, right] = moves[event.key], last = groups.length - 1;
    const row = Math.min(last, Math.max(0, Number(event.target.dataset.row) + down));
    const column = Math.min(last, Math.max(0, Number(event.target.dataset.column) + right));
    event.target.setAttribute('tabindex', '-1');
    buttons[row][column].setAttribute('tabindex', '0');
    buttons[row][column].focus();
    event.preventDefault();
  }

  return el('div', { class: 'heat-scroll' }, el('table', { class: 'heat-map', 'aria-label': label, onkeydown: step },
    el('thead', {}, el('tr', {}, el('th', { class: 'corner' }, el('span', { text: 'from ↓ to →' })),
      groups.map(group => el('th', { scope: 'col', title: group.name }, el('span', { text: shorten(group.name, 24) }))))),
    el('tbody', {}, groups.map((from, row) => el('tr', {}, el('th', { scope: 'row', class: 'clip', title: group(from), text: from.name }),
      groups.map((to, column) => cell(from, row, to, column)))))));

  function group(each) {
    return `${each.name}: ${plural(sum([...each.classes.values()]), 'workload')}`;
  }
}
