// What to mend, what avoids most for its effort first, as a table that one can filter; what each closes stands behind it.

const Backlog = (() => {
  const EFFORTS = ['', 'a line', 'a tested change', 'a piece of work'];
  const filter = { text: '', owner: '', severity: '', path: false };
  let holder;

  const hits = each => {
    const facts = Data.risks(), words = [each.title, each.id, ...each.findings.map(id => Data.findingById().get(id)?.title ?? ''), ...each.owners, ...each.closes.map(id => `${facts.byScenario.get(id)?.threat} ${facts.byScenario.get(id)?.title}`)];
    return (!filter.owner || each.owners.includes(filter.owner)) && (!filter.severity || each.severity === filter.severity) && (!filter.path || each.cutsPaths)
      && (!filter.text || words.some(word => word.toLowerCase().includes(filter.text.toLowerCase())));
  };

  function ended(id) {
    const risk = Data.risks().byScenario.get(id);
    return el('li', { class: 'wrap' }, risk ? linkButton(risk.title, () => go('threats/' + id), { class: 'link wrap', title: 'Show among the threats' }) : el('span', { class: 'mono muted', text: id }), risk && el('span', { class: 'muted', text: `  ${risk.zones.join(' → ')}` }));
  }

  function mended(id) {
    const finding = Data.findingById().get(id);
    return el('li', { class: 'wrap' }, finding ? linkButton(finding.title, () => go('findings/' + id), { class: 'link wrap', title: 'Show the finding' }) : el('span', { class: 'muted', text: 'a finding that this report has no room for' }), finding && placeText(finding.at) && el('span', { class: 'where mono wrap', text: placeText(finding.at) }));
  }

  function list(name, all, count, draw) {
    return all.length > 0 && [el('p', { class: 'muted small', text: name }), el('ul', { class: 'steps' }, all.map(draw), count > all.length && el('li', { class: 'muted', text: `and ${figure(count - all.length)} more` }))];
  }

  function row(each) {
    const folded = el('tr', { class: 'unfolded', hidden: !filter.paper }, el('td', { colspan: 7 }, el('div', { class: 'way' },
      list('ends', each.closes, each.closing, ended), list('lowers', each.lowers, each.lowers.length, ended), list('mends', each.findings, each.mending, mended),
      each.with.length > 0 && [el('p', { class: 'muted small', text: 'needs also, before it ends anything' }), el('ul', { class: 'steps' }, each.with.map(id => {
        const other = Data.risks().backlog.find(one => one.id === id);
        return el('li', { class: 'wrap', text: other ? `${figure(other.number)}. ${other.title}` : id });
      }))], el('p', { class: 'mono muted small wrap', text: each.id }))));
    const opens = el('button', { type: 'button', class: 'opens wrap', 'aria-expanded': String(!folded.hidden), onclick: () => {
      folded.hidden = !folded.hidden;
      opens.setAttribute('aria-expanded', String(!folded.hidden));
    } }, each.title);
    const named = [...new Set(each.findings.map(id => Data.findingById().get(id)?.title).filter(title => title && !each.title.startsWith(title)))];
    return [el('tr', {}, el('td', { class: 'muted', text: figure(each.number) }), el('td', {}, chip(each.severity)),
      el('td', { class: 'what' }, opens, named.length > 0 && el('span', { class: 'muted small found wrap', text: named.slice(0, 2).join('; ') + (named.length > 2 ? ' …' : '') }), each.cutsPaths && el('span', { class: 'tag', title: 'Among the choke points of attack paths', text: '✂ cuts paths' })),
      el('td', { class: 'gain', 'data-name': 'avoids' }, bar([['good', each.share]], 100, `avoids ${each.avoided || `${each.share} % as much as the first`}`), each.avoided && el('span', { class: 'small', text: each.avoided })),
      el('td', { 'data-name': 'closes', text: `${plural(each.closing, 'risk')}, ${plural(each.mending, 'finding')}` }),
      el('td', { 'data-name': 'owner', text: each.owners.join(', ') || 'nobody named' }),
      el('td', { 'data-name': 'due', class: 'nowrap', text: each.due || 'no date' }, el('span', { class: 'muted small effort', text: EFFORTS[each.effort] ?? '' }))), folded];
  }

  function table() {
    const shown = Data.risks().backlog.filter(hits), most = filter.paper ? 100 : 20;
    if (!shown.length) return el('p', { class: 'muted', text: 'Nothing is left by the filter.' });
    const body = el('tbody', {}), more = button('', () => grow(), { class: 'button screen-only' });
    let at = 0;
    function grow() {
      body.append(...shown.slice(at, at + most).flatMap(row));
      at = Math.min(shown.length, at + most);
      more.textContent = `Show ${figure(Math.min(most, shown.length - at))} more of ${figure(shown.length - at)}`;
      more.hidden = at >= shown.length;
    }
    grow();
    return [el('table', { class: 'plain-table backlog' }, el('thead', {}, el('tr', {}, [['Place', true], ['Severity', true], ['What to mend'], ['Avoids'], ['Ends and mends'], ['Owner'], ['Due']].map(([name, unseen]) => el('th', { scope: 'col' }, el('span', { class: unseen && 'unseen', text: name }))))), body), more,
      filter.paper && shown.length > most && el('p', { class: 'muted', text: `The first ${most} of ${figure(shown.length)}.` })];
  }

  function redraw() {
    fill(clear(holder), [table()]);
    announce(plural(Data.risks().backlog.filter(hits).length, 'item'));
  }

  function pick(name, key, options) {
    return el('label', { class: 'pick' }, el('span', { class: 'muted small', text: name + ' ' }), el('select', { 'aria-label': `${name} of the backlog`, onchange: event => {
      filter[key] = event.target.value;
      redraw();
    } }, [['', 'all'], ...options.map(option => [option, option])].map(([value, text]) => el('option', { value, selected: value === filter[key], text }))));
  }

  function card(onPaper = false) {
    const { backlog, left } = Data.risks();
    filter.paper = onPaper;
    holder = el('div', {});
    const owners = [...new Set(backlog.flatMap(each => each.owners))].sort();
    const path = el('input', { type: 'checkbox', checked: filter.path, onchange: () => {
      filter.path = path.checked;
      redraw();
    } });
    const drawn = el('div', { class: 'card wide', id: 'backlog' }, el('header', {}, el('h2', { text: `What to mend first (${figure(backlog.length)})` }), el('p', { text: 'most loss avoided for its effort first; each counted after those above it' })),
      backlog.length > 0 && el('form', { class: 'sift-row screen-only', role: 'search', 'aria-label': 'Filter the backlog', onsubmit: event => event.preventDefault() },
        el('input', { type: 'search', placeholder: 'Text, check, threat…', 'aria-label': 'Text of the backlog', value: filter.text, oninput: event => {
          filter.text = event.target.value.trim();
          redraw();
        } }), pick('Owner', 'owner', owners), pick('Severity', 'severity', SEVERITIES), el('label', { class: 'pick' }, path, ' cuts attack paths')),
      backlog.length ? holder : el('p', { class: 'muted', text: 'Nothing that was found costs anything, or nothing was found.' }),
      left > 0 && leftOut(`${figure(left)} more are in assessment.json.`));
    if (backlog.length) fill(holder, [table()]);
    filter.paper = false;
    return drawn;
  }

  const chosen = () => [filter.text && `“${filter.text}”`, filter.owner, filter.severity, filter.path && 'what cuts attack paths'].filter(Boolean);

  return { card, chosen };
})();
