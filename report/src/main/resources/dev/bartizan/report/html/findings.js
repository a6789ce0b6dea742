// The findings: filter, sort, and one opened beside the list.

const Findings = (() => {
  const NONE = { text: '', severities: [], layer: '', truth: '', onlyNew: false };
  let filter = { ...NONE }, sort = { key: 'severity', down: true }, view, table, detail, shown, controls;
  const hay = new Map();

  const name = finding => Data.asset(finding.asset)?.name ?? '';
  const sorters = {
    severity: (a, b) => a.rank - b.rank || a.undecided - b.undecided || a.n - b.n,
    finding: (a, b) => a.title.localeCompare(b.title, 'en') || a.n - b.n,
    asset: (a, b) => name(a).localeCompare(name(b), 'en') || a.n - b.n,
    place: (a, b) => a.at.file.localeCompare(b.at.file, 'en') || a.at.line - b.at.line,
  };

  function haystack(finding) {
    if (!hay.has(finding.n)) {
      const assets = [finding.asset, ...finding.members.map(member => member.asset)].map(reference => Data.asset(reference)?.id ?? '');
      hay.set(finding.n, [finding.title, finding.rule, finding.at.file, finding.remedy, ...finding.references, ...assets,
        ...finding.evidence.map(each => each.statement)].join('\n').toLowerCase());
    }
    return hay.get(finding.n);
  }

  const settled = new Map();
  function settledBy(number) {
    if (!settled.has(number)) settled.set(number, new Set(Data.questions()[number - 1]?.settles));
    return settled.get(number);
  }

  function matches(finding) {
    if (filter.severities.length && !filter.severities.includes(finding.severity)) return false;
    if (filter.layer && finding.layer !== filter.layer) return false;
    if (filter.onlyNew && !finding.new) return false;
    if (filter.truth && (filter.truth === 'accepted' ? !finding.waiver : finding.waiver || (filter.truth === 'undecided') !== finding.undecided)) return false;
    return filter.text.toLowerCase().split(/\s+/).filter(Boolean).every(word => {
      const [, field, value] = /^(rule|question):(.+)$/.exec(word) ?? [];
      if (field === 'rule') return finding.rule.toLowerCase() === value || finding.members.some(member => member.rule.toLowerCase() === value);
      if (field === 'question') return settledBy(value).has(finding.n);
      return haystack(finding).includes(word);
    });
  }

  function row(finding) {
    const asset = Data.asset(finding.asset) ?? { name: '', kind: '' };
    return el('div', { class: 'row' },
      el('div', { role: 'gridcell' }, chip(finding.severity, finding.undecided)),
      el('div', { role: 'gridcell' },
        el('div', { class: 'first' }, el('span', { class: 'title clip', text: finding.title, title: finding.title }), finding.new && el('span', { class: 'tag is-new', text: 'new' })),
        el('div', { class: 'second clip', text: [finding.rule, finding.count > 1 && figure(finding.count) + ' observations', finding.undecided && 'undecided', finding.waiver && 'accepted'].filter(Boolean).join(' · ') })),
      el('div', { role: 'gridcell' }, el('div', { class: 'clip', text: asset.name, title: asset.name }),
        el('div', { class: 'second clip', text: [asset.kind, within(asset)].filter(Boolean).join(' · ') })),
      el('div', { role: 'gridcell' }, el('div', { class: 'mono file', title: placeText(finding.at) }, el('span', { class: 'clip', text: finding.at.file.split('/').pop() }), el('span', { text: ':' + finding.at.line })),
        el('div', { class: 'second clip', text: finding.at.file.split('/').slice(0, -1).join('/') })));
  }

  function refresh() {
    const list = Data.findings().filter(matches).sort(sorters[sort.key]);
    if (!sort.down) list.reverse();
    table.show(list);
    const all = Data.findings().length;
    shown.textContent = list.length === all ? plural(all, 'finding') : `${figure(list.length)} of ${plural(all, 'finding')}`;
    announce(shown.textContent);
    controls.sync();
    if (!table.selected() && list.length && !matchMedia('(max-width: 820px)').matches) table.choose(0, true);
    draw(table.selected());
  }

  function draw(finding) {
    clear(detail);
    if (finding) fill(detail, [back(), Detail.of(finding)]);
    else detail.append(el('p', { class: 'empty', text: Data.findings().length ? 'No finding matches the filter.' : 'Nothing was found.' }));
    detail.scrollTop = 0;
  }

  const back = () => el('div', { class: 'back' }, button('Back to the list', close));

  function close() {
    detail.classList.remove('is-open');
    table.element.focus();
  }

  function open(finding) {
    detail.classList.add('is-open');
    draw(finding);
    detail.focus({ preventScroll: true });
    replace('findings/' + finding.id);
  }

  function filterControls() {
    const change = part => {
      filter = { ...filter, ...part };
      refresh();
    };
    const search = el('input', { type: 'search', placeholder: 'Search findings  /', 'aria-label': 'Search findings', oninput: () => change({ text: search.value }) });
    search.addEventListener('keydown', event => {
      if (event.key === 'Enter' || event.key === 'ArrowDown') {
        event.preventDefault();
        table.element.focus();
        if (!table.selected()) table.choose(0);
      }
    });
    const toggles = SEVERITIES.map(severity => el('button', {
      type: 'button', class: 'toggle', 'aria-label': severity,
      onclick: () => change({ severities: filter.severities.includes(severity) ? filter.severities.filter(each => each !== severity) : [...filter.severities, severity] }),
    }, chip(severity)));
    const select = (label, key, options) => {
      const box = el('select', { 'aria-label': label, onchange: () => change({ [key]: box.value }) },
        options.map(([value, text]) => el('option', { value, text })));
      return box;
    };
    const layer = select('Layer', 'layer', [['', 'All layers'], ...LAYERS.map(each => [each, capital(each)])]);
    const truth = select('Truth', 'truth', [['', 'All'], ['confirmed', 'Confirmed'], ['undecided', 'Undecided'], ['accepted', 'Accepted']]);
    const onlyNew = button('New only', () => change({ onlyNew: !filter.onlyNew }));
    const reset = button('Reset', () => change(NONE), { class: 'button plain' });
    shown = el('span', { class: 'shown' });
    return {
      element: el('div', { class: 'bar-top' }, search, el('div', { class: 'toggles', role: 'group', 'aria-label': 'Severity' }, toggles), layer, truth,
        Data.overview.comparison && onlyNew, reset, shown),
      search,
      sync() {
        if (document.activeElement !== search) search.value = filter.text;
        toggles.forEach((toggle, i) => toggle.setAttribute('aria-pressed', String(!filter.severities.length || filter.severities.includes(SEVERITIES[i]))));
        layer.value = filter.layer;
        truth.value = filter.truth;
        onlyNew.setAttribute('aria-pressed', String(filter.onlyNew));
        reset.hidden = JSON.stringify(filter) === JSON.stringify(NONE);
      },
    };
  }

  function columns() {
    const names = { severity: 'Sev.', finding: 'Finding', asset: 'Asset', place: 'Place' };
    const heads = Object.keys(names).map(key => el('div', { role: 'columnheader' }, el('button', {
      type: 'button', onclick: () => {
        sort = { key, down: sort.key === key ? !sort.down : true };
        mark();
        refresh();
      },
    }, names[key], el('span', { 'aria-hidden': 'true' }))));
    const mark = () => Object.keys(names).forEach((key, i) => {
      const on = sort.key === key;
      on ? heads[i].setAttribute('aria-sort', sort.down ? 'descending' : 'ascending') : heads[i].removeAttribute('aria-sort');
      heads[i].firstChild.lastChild.textContent = on ? (sort.down ? '↓' : '↑') : '';
    });
    mark();
    return el('div', { class: 'columns', role: 'row' }, heads);
  }

  function build(target) {
    view = target;
    controls = filterControls();
    detail = el('article', { class: 'detail', tabindex: -1, 'aria-label': 'Finding' });
    table = virtualTable({
      label: 'Findings', columns: columns(), draw: row, open,
      select: finding => {
        draw(finding);
        replace('findings/' + finding.id);
      },
    });
    const { findings: left } = Data.overview.omitted;
    if (left) controls.element.append(el('p', { class: 'notice left-out', text: `The worst ${figure(Data.findings().length)} are here; ${figure(left)} more are in assessment.json.` }));
    fill(clear(view), [el('div', { class: 'findings' }, controls.element, table.element, detail)]);
    refresh();
  }

  // Opens the view with a filter, from another view.
  function show(part) {
    filter = { ...NONE, ...part };
    go('findings');
    if (view?.firstChild) refresh();
  }

  function draws(target, id) {
    if (!view) build(target);
    const finding = id && Data.findingById().get(id);
    if (finding) {
      if (table.indexOf(finding) < 0) {
        filter = { ...NONE };
        refresh();
      }
      table.choose(table.indexOf(finding), true);
      if (table.selected() === finding) {
        detail.classList.add('is-open');
        draw(finding);
      }
    } else if (!id) detail.classList.remove('is-open');
  }

  function key(event) {
    if (event.key === '/') controls.search.focus();
    else if (event.key === 'Escape') detail.classList.contains('is-open') ? close() : controls.search.blur();
    else {
      // What is read beside the list scrolls with the arrow keys; j and k always walk the list.
      const walks = detail.contains(document.activeElement) ? ['j', 'k'] : ['j', 'k', 'ArrowDown', 'ArrowUp', 'Enter'];
      return walks.includes(event.key) && !table.element.contains(document.activeElement) && table.key(event);
    }
    event.preventDefault();
    return true;
  }

  return { draw: draws, show, key };
})();
