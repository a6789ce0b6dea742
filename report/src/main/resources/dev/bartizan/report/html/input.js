// What could not be read, what was read differently than meant, and what was set aside.

function drawInput(view) {
  const { files, documents, omitted } = Data.overview;
  const problems = Data.problems(), aside = Data.setAside();
  const counts = (title, entries) => el('div', { class: 'card' }, el('header', {}, el('h2', { text: title })),
    el('table', { class: 'plain-table' }, el('tbody', {}, Object.entries(entries).map(([outcome, count]) => el('tr', {},
      el('td', { text: spoken(outcome) }), el('td', { class: 'number', text: figure(count) }))))));
  fill(clear(view), [el('div', { class: 'page stack' },
    el('div', { class: 'grid' }, counts('Files', files), counts('Documents', documents)),
    el('h2', { text: plural(problems.length + omitted.problems, 'problem') }),
    problems.length === 0 && el('p', { class: 'muted', text: 'Everything was read as its authors meant it.' }),
    omitted.problems > 0 && leftOut(`${figure(omitted.problems)} more problems are in assessment.json.`),
    problems.length > 0 && listTable(['Level', 'Problem', 'Place'], problems, problem => [
      el('span', { class: 'level level-' + problem.level, text: problem.level }),
      [el('p', { text: problem.message }), problem.remedy && el('p', { class: 'muted', text: problem.remedy }), el('p', { class: 'muted mono', text: problem.code })],
      problem.at && el('span', { class: 'mono', text: placeText(problem.at) })]),
    el('h2', { text: `${plural(aside.length + omitted.setAside, 'file or document', 'files and documents')} set aside` }),
    omitted.setAside > 0 && leftOut(`${figure(omitted.setAside)} more are in assessment.json.`),
    aside.length > 0 && listTable(['Kind', 'Reason', 'Place'], aside, item => [
      el('span', { class: 'level', text: spoken(item.outcome) }), item.reason, el('span', { class: 'mono', text: placeText(item.at) })]))]);
}

function listTable(heads, items, cells) {
  const rows = el('tbody');
  const more = button('', () => grow());
  let shown = 0;
  function grow() {
    rows.append(...items.slice(shown, shown + 100).map(item => el('tr', {}, cells(item).map(cell => el('td', { class: 'wrap' }, cell)))));
    shown = Math.min(items.length, shown + 100);
    more.textContent = `Show more of ${figure(items.length - shown)}`;
    more.hidden = shown >= items.length;
  }
  grow();
  return el('div', {}, el('table', { class: 'plain-table list-table' },
    el('thead', {}, el('tr', {}, heads.map(head => el('th', { scope: 'col', text: head })))), rows), more);
}
