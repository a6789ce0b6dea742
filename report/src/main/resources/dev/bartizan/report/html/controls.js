// Which controls are proven on what, who owns them, which patterns of security are kept, and what stands around the crown jewels. One filter for all of it.

const Controls = (() => {
  const PARTIES = ['provider', 'platform', 'ml-team', 'security'];
  const PARTY_NAMES = { provider: 'Provider', platform: 'Platform', 'ml-team': 'ML team', security: 'Security' };
  const STANDINGS = { violates: 'Violates', 'should-adopt': 'Should adopt', undecided: 'Open', follows: 'Follows' };
  const CHOICES = { gap: 'a gap', refuted: 'refuted somewhere', open: 'open somewhere', evidenced: 'proven somewhere', untold: 'nobody can tell' };
  const filter = { text: '', layer: '', state: '', phase: '', by: 'control' };
  let root;

  const where = at => at && el('span', { class: 'where mono wrap', text: placeText(at) });
  const stated = each => el('li', {}, el('span', { class: 'wrap', text: each.statement }), where(each.at));
  const add = (one, other) => one.map((number, i) => number + other[i]);
  const total = rows => rows.map(row => row.counts).reduce(add, [0, 0, 0]);
  const counted = ([proven, refuted, open]) => `${figure(proven)} of ${figure(proven + refuted + open)} proven` + (refuted ? ` · ${figure(refuted)} refuted` : '') + (open ? ` · ${figure(open)} open` : '');
  const share = (counts, name) => bar([['good', counts[0]], ['high', counts[1]]], sum(counts), `${name}: ${counted(counts)}`);
  const hits = (...texts) => !filter.text || texts.some(text => text.toLowerCase().includes(filter.text.toLowerCase()));
  const gapsOf = control => sum(control.cells.map(cell => cell.gaps));

  // Coverage of a control on the assets of the layer that was chosen: its responsibilities divide its assets.
  function countsOf(control) {
    return filter.layer ? total(Data.safeguards().responsibilities.filter(row => row.control === control.id && row.layer === filter.layer)) : control.counts;
  }

  function fits(control) {
    const counts = countsOf(control), number = { evidenced: 0, refuted: 1, open: 2 };
    if (!sum(counts) && (filter.layer || filter.state)) return false;
    if (filter.phase && control.phase !== filter.phase) return false;
    if (filter.state === 'gap' && !gapsOf(control)) return false;
    if (filter.state === 'untold' && !control.untold) return false;
    if (filter.state in number && !counts[number[filter.state]]) return false;
    return hits(control.id, control.title, ...control.cells.map(cell => cell.threat), ...control.counterparts.map(([, id]) => id));
  }

  function headline() {
    const { controls, threats } = Data.safeguards();
    const counts = total(controls), gaps = sum(controls.map(gapsOf));
    const guarded = new Set(controls.flatMap(control => control.cells.filter(cell => cell.counts[0]).map(cell => cell.threat)));
    const needing = [...new Set(controls.flatMap(control => control.cells.map(cell => cell.threat)))];
    const bare = needing.filter(id => !guarded.has(id));
    return el('div', { class: 'card wide' }, el('header', {}, el('h2', { text: `${percent(counts[0], sum(counts))} of what needs a control has it, proven` }), el('p', { text: 'bartizan threats matrix tells the same' })),
      share(counts, 'All controls'), el('p', { class: 'muted', text: `${counted(counts)}; a control counts once on each asset that needs it` }),
      el('ul', { class: 'shares' }, Object.entries(PHASES).map(([phase, name]) => [name, total(controls.filter(control => control.phase === phase))]).map(([name, each]) =>
        el('li', {}, el('span', { text: name }), share(each, name), el('span', { class: 'muted small', text: sum(each) ? counted(each) : 'nothing needs one' })))),
      el('p', { class: 'tally' }, el('b', { text: plural(gaps, 'gap') }), ' where a threat is real and a control that is to stop it is refuted · ', el('b', { text: figure(bare.length) }), ` of ${plural(needing.length, 'threat')} without a proven control`),
      bare.length > 0 && el('details', { class: 'pair' }, el('summary', {}, 'Threats without a proven control'), el('ul', { class: 'steps' }, bare.map(id => el('li', { class: 'wrap' }, el('span', { class: 'mono muted', text: id + '  ' }), threats.get(id)?.title ?? '')))));
  }

  function pick(name, key, options) {
    const select = el('select', { 'aria-label': name, onchange: event => {
      filter[key] = event.target.value;
      redraw();
    } });
    fill(select, Object.entries({ '': 'all', ...options }).map(([value, text]) => el('option', { value, selected: value === filter[key], text })));
    return el('label', { class: 'pick' }, el('span', { class: 'muted small', text: name + ' ' }), select);
  }

  function filters() {
    const named = list => Object.fromEntries(list.map(each => [each, capital(each)]));
    return el('form', { class: 'card wide sift screen-only', role: 'search', 'aria-label': 'Filter controls', onsubmit: event => event.preventDefault() },
      el('input', { type: 'search', placeholder: 'Control, threat, AC-6, team…', 'aria-label': 'Text', value: filter.text, oninput: event => {
        filter.text = event.target.value.trim();
        redraw();
      } }),
      pick('Layer', 'layer', named(LAYERS)), pick('State', 'state', CHOICES), pick('Phase', 'phase', PHASES),
      button('Print this', () => print(), { class: 'button' }));
  }

  function proof(each) {
    const state = STATES[each.state];
    return el('li', {}, el('span', { class: 'state is-' + each.state, text: `${state.sign} ${state.word}` }), el('span', { class: 'wrap', text: ` on ${figure(each.assets)} by ${each.source}` }), el('ul', { class: 'steps' }, each.evidence.map(stated)));
  }

  function cell(each, label) {
    const [proven, refuted, open] = each.counts;
    const state = each.gaps ? 'gap' : refuted ? 'refuted' : proven ? 'evidenced' : 'open';
    return el('li', { class: 'stop is-' + state, title: counted(each.counts) }, el('span', { class: 'mono', text: label }), ' ',
      each.gaps ? `${figure(each.gaps)} ${each.gaps === 1 ? 'gap' : 'gaps'}` : open + refuted === 0 ? '✓' : `${figure(proven)}/${figure(proven + refuted + open)}`);
  }

  function line(control) {
    // On paper what is proven is its figure: the lines that refute it are what is read there.
    const counts = countsOf(control), gaps = gapsOf(control), proofs = control.proofs.filter(each => !filter.paper || each.state === 'refuted');
    return el('li', {}, el('details', { class: 'pair control', ...(filter.paper && gaps ? { open: true } : {}) }, el('summary', {},
      el('span', { class: 'name' }, el('b', { class: 'mono', text: control.id }), gaps > 0 && el('span', { class: 'state is-refuted', text: ' ' + plural(gaps, 'gap') })),
      el('span', { class: 'title wrap', text: control.title }), share(counts, control.id), el('span', { class: 'muted small', text: sum(counts) ? counted(counts) : 'nothing here needs it' })),
    el('div', { class: 'way' }, control.untold && el('p', { class: 'muted', text: 'No check can tell, and nobody attested it: an entry of attestations in bartizan.yaml does.' }),
      proofs.length > 0 && el('ul', { class: 'proofs' }, proofs.map(proof)),
      control.cells.length > 0 && [el('p', { class: 'muted small', text: 'against, proven of the assets that the threat can be about' }), el('ul', { class: 'stops' }, [...control.cells].sort((a, b) => b.gaps - a.gaps).map(each => cell(each, each.threat)))],
      el('p', { class: 'muted small wrap', text: control.counterparts.length ? control.counterparts.map(([catalogue, id, strength]) => `${catalogue} ${id} (${strength})`).join(' · ') : 'no counterpart in other catalogues' }))));
  }

  function byThreat(threat, cells) {
    return el('li', { class: 'threat-row' }, el('p', { class: 'wrap' }, el('span', { class: 'mono muted', text: threat.id + '  ' }), threat.title, threat.confirmed > 0 && el('span', { class: 'state is-refuted', text: ` real on ${figure(threat.confirmed)}` })),
      el('ul', { class: 'stops' }, cells.map(each => cell(each, each.control.id))));
  }

  function matrix() {
    const { controls, threats } = Data.safeguards();
    const shown = controls.filter(fits).sort((a, b) => gapsOf(b) - gapsOf(a) || b.counts[1] - a.counts[1] || b.counts[0] - a.counts[0] || (a.id < b.id ? -1 : 1));
    const rows = [...threats.values()].filter(threat => !filter.layer || threat.layer === filter.layer)
      .map(threat => [threat, shown.flatMap(control => control.cells.filter(each => each.threat === threat.id))]).filter(([, cells]) => cells.length)
      .sort(([a], [b]) => b.confirmed - a.confirmed || (a.id < b.id ? -1 : 1));
    const by = (way, text) => button(text, () => {
      filter.by = way;
      redraw();
      byId('controls-by-' + way)?.focus();
    }, { id: 'controls-by-' + way, 'aria-pressed': String(filter.by === way) });
    return el('div', { class: 'card wide', id: 'control-matrix' }, el('header', {}, el('h2', { text: `Threats and controls (${filter.by === 'control' ? plural(shown.length, 'control') : plural(rows.length, 'threat')})` }), el('div', { class: 'choice screen-only' }, by('control', 'By control'), by('threat', 'By threat'))),
      shown.length === 0 && el('p', { class: 'muted', text: 'No control is left by the filter.' }),
      filter.by === 'control' ? growing(shown, filter.paper ? 1000 : 30, line, { class: 'pairs' }) : growing(rows, filter.paper ? 1000 : 40, ([threat, cells]) => byThreat(threat, cells), { class: 'threat-rows' }));
  }

  function owned(rows) {
    if (!rows.length) return el('td', { class: 'none', text: '·' });
    const counts = total(rows), declared = rows.find(row => row.declared);
    const why = rows.map(row => row.reason + (row.owners.length ? ` (${row.owners.slice(0, 4).join(', ')})` : '')).join('; ') + (declared ? `, declared at ${placeText(declared.declared)}` : '');
    return el('td', { title: `${counted(counts)}. ${why}` }, share(counts, PARTY_NAMES[rows[0].party]), el('span', { class: 'small nowrap' }, counts[1] > 0 && el('span', { class: 'state is-refuted', text: '✗ ' }), `${figure(counts[0])} of ${figure(sum(counts))}`, declared && el('b', { text: ' *' })));
  }

  function responsibilities() {
    const { responsibilities: all, controls } = Data.safeguards();
    const shown = new Set(controls.filter(fits).map(control => control.id));
    const found = filter.text && !shown.size ? all.filter(row => hits(row.party, PARTY_NAMES[row.party], ...row.owners)) : all.filter(row => shown.has(row.control) || (filter.text && hits(PARTY_NAMES[row.party], ...row.owners)));
    const titles = new Map(controls.map(control => [control.id, control.title]));
    const layers = [...LAYERS, 'none'].filter(layer => !filter.layer || layer === filter.layer).map(layer => [layer, found.filter(row => row.layer === layer)]).filter(([, rows]) => rows.length);
    const table = ([layer, rows]) => {
      const ids = [...new Set(rows.map(row => row.control))].sort();
      const shares = PARTIES.map(party => [PARTY_NAMES[party], total(rows.filter(row => row.party === party))]).filter(([, counts]) => sum(counts)).map(([name, counts]) => `${name} ${figure(counts[0])} of ${figure(sum(counts))}`);
      return el('details', { class: 'pair', open: layers.length === 1 || layer === layers[0][0] && Boolean(filter.text) }, el('summary', {}, el('b', { text: layer === 'none' ? 'No layer known' : capital(layer) }), el('span', { class: 'muted', text: `  ${plural(ids.length, 'control')} · ${shares.join(' · ')}` })),
        el('div', { class: 'scroll' }, el('table', { class: 'plain-table owners' }, el('thead', {}, el('tr', {}, el('th', { scope: 'col', text: 'Control' }), PARTIES.map(party => el('th', { scope: 'col', text: PARTY_NAMES[party] })))),
          el('tbody', {}, ids.map(id => el('tr', {}, el('th', { scope: 'row', class: 'mono', title: titles.get(id), text: id }), PARTIES.map(party => owned(rows.filter(row => row.control === id && row.party === party)))))))),
        el('ul', { class: 'steps muted small' }, PARTIES.map(party => {
          const kinds = new Map(rows.filter(row => row.party === party).sort((a, b) => sum(b.counts) - sum(a.counts)).map(row => [row.reason.split(/[:,]/)[0], row.reason]).reverse());
          return kinds.size > 0 && el('li', { class: 'wrap', text: `${PARTY_NAMES[party]}: ${[...kinds.values()].reverse().join('; ')}` });
        })));
    };
    return el('div', { class: 'card wide', id: 'responsibilities' }, el('header', {}, el('h2', { text: 'Who owns what' }), el('p', { text: 'proven of the assets; ✗ refuted on some, * declared in bartizan.yaml, else derived from where it runs' })),
      layers.length ? layers.map(table) : el('p', { class: 'muted', text: 'Nothing is left by the filter.' }));
  }

  function answer(each, requirement) {
    const sign = { confirmed: 'evidenced', refuted: 'refuted', undecided: 'open' }[each.truth];
    return el('li', {}, el('span', { class: 'state is-' + sign, text: STATES[sign].sign + ' ' }), el('span', { class: 'wrap', text: requirement.title }),
      each.truth === 'undecided' && el('p', { class: 'muted wrap', text: 'Not known: ' + each.gaps.join('; ') }),
      each.truth === 'refuted' && [el('ul', { class: 'steps' }, each.evidence.map(stated)), el('p', { class: 'remedy-line wrap', text: '→ ' + requirement.remedy })]);
  }

  function place(each, pattern) {
    return el('div', { class: 'spot' }, el('p', { class: 'wrap' }, el('span', { class: 'standing is-' + each.standing, text: STANDINGS[each.standing] }), ' ', el('span', { class: 'muted', text: each.place + ': ' }),
      each.assets.flatMap((asset, i) => [i ? ', ' : '', assetLink(asset)]), each.more > 0 && ` and ${figure(each.more)} more`),
    each.gaps.length > 0 && el('p', { class: 'muted wrap', text: 'Not known: ' + each.gaps.join('; ') }),
    each.standing !== 'follows' && el('ul', { class: 'answers' }, each.answers.map((one, i) => answer(one, pattern.requirements[i]))));
  }

  function patterns() {
    const { patterns: all } = Data.safeguards();
    const shown = all.filter(each => each.places.length && (!filter.layer || each.layer === filter.layer) && hits(each.id, each.title, ...each.requirements.map(one => one.control)));
    const counts = each => Object.fromEntries(each.counts);
    shown.sort((a, b) => counts(b).violates - counts(a).violates || counts(b)['should-adopt'] - counts(a)['should-adopt'] || (a.id < b.id ? -1 : 1));
    const one = each => el('li', {}, el('details', { class: 'pair' }, el('summary', {}, el('b', { text: each.title }), ' ', Object.keys(STANDINGS).filter(word => counts(each)[word]).map(word => el('span', { class: 'standing is-' + word, text: `${STANDINGS[word].toLowerCase()} ${figure(counts(each)[word])}` }))),
      el('div', { class: 'way' }, el('p', { class: 'wrap', text: each.intent }), el('ul', { class: 'forces muted small' }, each.forces.map(force => el('li', { class: 'wrap', text: force }))), each.places.map(at => place(at, each)), each.more > 0 && el('p', { class: 'muted', text: `and ${plural(each.more, 'more place')}` }))));
    return el('div', { class: 'card wide', id: 'patterns' }, el('header', {}, el('h2', { text: 'Patterns of security' }), el('p', { text: `${figure(all.filter(each => each.places.length).length)} of ${figure(all.length)} fit something here` })),
      shown.length ? growing(shown, 20, one, { class: 'pairs' }) : el('p', { class: 'muted', text: 'No pattern is left by the filter.' }));
  }

  function defences() {
    const { defences: all, controls, omitted } = Data.safeguards();
    if (!all.length) return null;
    const titles = new Map(controls.map(control => [control.id, control.title]));
    const nameOf = reference => Data.asset(reference) ? assetText(Data.asset(reference)) : '';
    const shown = all.filter(each => hits(nameOf(each.asset), ...each.guards.map(guard => guard.control)) && (!filter.layer || Data.asset(each.asset)?.layer === filter.layer));
    const layers = all.flatMap(each => Object.keys(PHASES).map(phase => Walls.standing(each.guards.filter(guard => guard.phase === phase))));
    const many = state => figure(layers.filter(each => each === state).length);
    return el('div', { class: 'card wide', id: 'defences' }, el('header', {}, el('h2', { text: `Defences of ${plural(all.length, 'crown jewel')}` }), el('p', { text: `of ${figure(layers.length)} layers ${many('evidenced')} have a proven control, ${many('open')} hang on what nobody told, ${many('refuted')} are holes` })),
      shown.length ? growing(shown, filter.paper ? 1000 : 6, each => el('li', {}, Walls.of(each, titles, stated)), { class: 'defence-list' }) : el('p', { class: 'muted', text: 'No jewel is left by the filter.' }),
      omitted > 0 && leftOut(`${figure(omitted)} more are in assessment.json.`));
  }

  const parts = () => [matrix(), responsibilities(), patterns(), defences()];

  function redraw() {
    fill(clear(root.querySelector('.sifted')), parts());
    announce('Filtered');
  }

  function draw(view) {
    root = view;
    fill(clear(view), [el('div', { class: 'page grid' }, [headline(), filters(), el('div', { class: 'sifted' }, parts())])]);
  }

  // As filtered, with nothing folded.
  function paper(view) {
    filter.paper = true;
    const chosen = [filter.text && `“${filter.text}”`, filter.layer, CHOICES[filter.state], PHASES[filter.phase]].filter(Boolean);
    fill(clear(view), [el('h2', { text: 'Controls' }), chosen.length > 0 && el('p', { class: 'notice', text: 'Only ' + chosen.join(', ') }), headline(), parts()]);
    for (const fold of view.querySelectorAll('details:not(.control)')) fold.open = true;
    filter.paper = false;
  }

  return { draw, paper };
})();
