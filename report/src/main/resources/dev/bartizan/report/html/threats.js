// Which threats are real and on what, how an attacker gets to what is worth most, what cuts the ways, and what happened elsewhere.

const Threats = (() => {
  const PATTERNS = ['supply-chain', 'poisoning', 'theft', 'insider', 'evasion', 'availability'];
  const OUTCOMES = { 'would-work': 'Would work', stopped: 'Stopped', undecided: 'Not decided', 'not-here': 'Nothing of the kind here' };
  const EFFORTS = ['', 'a line', 'a tested change', 'a piece of work'];
  let root, layer = '', pattern = '';

  const where = at => at && el('span', { class: 'where mono wrap', text: placeText(at) });
  const stated = each => el('li', {}, el('span', { class: 'wrap', text: each.statement }), where(each.at));

  // How much is decided, by layer.
  function shares() {
    const { layers } = Data.threats();
    return el('div', { class: 'card wide' }, el('header', {}, el('h2', { text: 'How much is decided' }), el('p', { text: 'each threat asked about each asset that it can be about' })),
      el('ul', { class: 'shares' }, layers.map(([name, confirmed, refuted, open]) => el('li', {}, el('span', { text: capital(name) }),
        bar([['high', confirmed], ['good', refuted]], confirmed + refuted + open, `${name}: ${confirmed} real, ${refuted} not, ${open} open`),
        el('span', { class: 'muted small', text: confirmed + refuted + open ? `${figure(confirmed)} real · ${figure(refuted)} not · ${figure(open)} open · ${percent(confirmed + refuted, confirmed + refuted + open)} decided` : 'no threat is about it' })))));
  }

  // A way as boxes and arrows, from where anybody can begin to the jewel; the steps that the choke points cut are marked.
  function way(path, jewel, cutting) {
    const boxes = [el('li', { class: 'node is-start', text: capital(path.start) })];
    path.steps.forEach((step, number) => {
      const last = number === path.steps.length - 1, cut = step.fixes.some(fix => cutting.has(fix));
      boxes.push(el('li', { class: 'hop' + (cut ? ' is-cut' : '') }, el('span', { class: 'mono small', text: step.technique }), el('span', { class: 'arrow', 'aria-hidden': 'true', text: cut ? '✂' : '→' })),
        el('li', { class: 'node' + (last ? ' is-jewel' : '') }, assetLink(step.to), last && el('span', { class: 'muted small', text: ` ${path.goal}` })));
    });
    const [j, p] = numberOf(path);
    return el('div', { class: 'attack' }, el('p', { class: 'screen-only' }, linkButton('Show on the map', () => go(AttackWay.address(j, p)))), el('ol', { class: 'chain', 'aria-label': `From ${path.start}, ${plural(path.steps.length, 'step')}` }, boxes),
      el('ol', { class: 'steps numbered' }, path.steps.map(step => el('li', {}, el('span', { class: 'wrap', text: step.statement }), el('ul', { class: 'steps' }, step.evidence.map(stated))))));
  }

  function numberOf(path) {
    const { jewels } = Data.threats().paths, j = jewels.findIndex(jewel => jewel.paths.includes(path));
    return [j, jewels[j].paths.indexOf(path)];
  }

  const fix = ([, title, effort]) => el('li', { class: 'wrap' }, title, el('span', { class: 'muted small', text: `  ${EFFORTS[effort] ?? ''}` }));

  function paths() {
    const { paths: found } = Data.threats();
    if (!found) return null;
    const reached = found.jewels.filter(jewel => jewel.paths.length), safe = found.jewels.filter(jewel => !jewel.paths.length);
    const cutting = new Set(found.chokePoints.map(([id]) => id));
    const line = jewel => el('li', {}, el('details', { class: 'pair' }, el('summary', {}, el('b', { text: '◆ ' }), nameOf(jewel.asset), el('span', { class: 'muted', text: `  ${plural(jewel.paths[0].steps.length, 'step')} from ${jewel.paths[0].start}` })),
      el('div', { class: 'way is-allowed' }, el('p', { class: 'muted', text: jewel.reason }), jewel.paths.map(path => way(path, jewel, cutting)),
        !jewel.isCut && el('p', { class: 'wrap', text: 'One way has no step that a fix takes away: it is by design, or needs another design.' }),
        jewel.cut.length > 0 && [el('p', { text: 'Cut by' + (jewel.exact ? ', and no cheaper set does' : '') }), el('ul', { class: 'steps' }, jewel.cut.map(fix))])));
    return el('div', { class: 'card wide', id: 'attack-paths' }, el('header', {}, el('h2', { text: `An attacker gets to ${figure(reached.length)} of ${plural(found.jewels.length, 'crown jewel')}` }), el('p', { text: 'bartizan threats paths tells the same' })),
      reached.length > 0 && el('div', { class: 'way is-denied' }, el('p', {}, el('b', { text: `${plural(found.chokePoints.length, 'fix', 'fixes')} cut every way that a fix can cut` }), found.exact ? '; no cheaper set does' : ''), growing(found.chokePoints, 8, fix, { class: 'steps' })),
      reached.length > 0 && reached.slice(0, 1).map(jewel => el('div', { class: 'first-way' }, way(jewel.paths[0], jewel, cutting))),
      growing(reached, 10, line, { class: 'pairs' }),
      safe.length > 0 && el('details', { class: 'pair' }, el('summary', {}, `No certain way leads to ${plural(safe.length, 'other')}`), growing(safe, 20, jewel => el('li', {}, assetLink(jewel.asset)), { class: 'ends' })),
      found.limits.map(limit => el('p', { class: 'muted small', text: limit })));
  }

  const nameOf = reference => { const asset = Data.asset(reference); return asset ? assetText(asset) : 'an asset'; };

  function place(each) {
    return el('div', { class: 'spot' }, el('p', { class: 'wrap' }, each.statement, ' ', assetLink(each.asset)),
      each.gaps.length > 0 && el('p', { class: 'muted wrap', text: 'Not known: ' + each.gaps.join('; ') }), el('ul', { class: 'steps' }, each.evidence.map(stated)));
  }

  function scenario(each) {
    return el('li', {}, el('details', { class: 'pair' }, el('summary', {}, chip(each.severity, each.open), ' ', each.title, el('span', { class: 'muted', text: `  ${each.zones.map(zone => zone === '-' ? 'cluster-wide' : zone).join(' → ')} · ${plural(each.places.length + each.more, 'asset')}` })),
      el('div', { class: 'way ' + (each.open ? 'is-not-certain' : 'is-allowed') }, el('p', { class: 'wrap', text: each.story }), each.places.map(place),
        each.more > 0 && el('p', { class: 'muted', text: `and on ${figure(each.more)} more` }),
        each.decided && el('p', {}, el('b', { text: 'Decided: ' }), each.decided),
        el('p', { class: 'tags' }, each.missing.map(control => el('span', { class: 'tag', text: 'missing ' + control })), each.patterns.map(word => el('span', { class: 'tag', text: spoken(word) })), el('span', { class: 'muted mono small wrap', text: [each.threat, ...each.references].join('  ') })),
        el('p', { class: 'muted small', text: each.reason }))));
  }

  function choice(name, current, options, choose) {
    return el('label', { class: 'pick' }, el('span', { class: 'muted small', text: name + ' ' }), set(fill(el('select', { 'aria-label': name, onchange: event => choose(event.target.value) }),
      [['', 'all'], ...options.map(option => [option, spoken(option)])].map(([value, text]) => el('option', { value, selected: value === current }, text))), {}));
  }

  function scenarios() {
    const { scenarios: all, omitted } = Data.threats();
    const shown = all.filter(each => (!layer || each.layer === layer) && (!pattern || each.patterns.includes(pattern)));
    const real = shown.filter(each => !each.open), open = shown.filter(each => each.open);
    const again = (name, value) => {
      if (name === 'Layer') layer = value;
      else pattern = value;
      draw(root);
      root.querySelector(`[aria-label="${name}"]`).focus();
    };
    return el('div', { class: 'card wide', id: 'scenarios' }, el('header', {}, el('h2', { text: `Real here (${figure(real.length)})` }),
      el('div', { class: 'choice' }, choice('Layer', layer, LAYERS, value => again('Layer', value)), choice('Pattern', pattern, PATTERNS, value => again('Pattern', value)))),
      real.length ? growing(real, 25, scenario, { class: 'pairs' }) : el('p', { class: 'muted', text: 'No threat of the catalogue is certain on this platform.' }),
      open.length > 0 && el('details', { class: 'pair' }, el('summary', {}, el('b', { text: `Open (${figure(open.length)})` }), el('span', { class: 'muted', text: '  what nobody told decides them' })), growing(open, 25, scenario, { class: 'pairs' })),
      omitted > 0 && leftOut(`${figure(omitted)} more are in assessment.json.`));
  }

  function incidents() {
    const { incidents: all } = Data.threats();
    if (!all?.length) return null;
    const words = { confirmed: 'holds', refuted: 'does not hold', undecided: 'not known' };
    const classes = { 'would-work': 'is-allowed', stopped: 'is-denied', undecided: 'is-not-certain', 'not-here': '' };
    const stopper = each => each.steps.findIndex(step => step.truth === 'refuted') + 1;
    const line = each => el('li', {}, el('details', { class: 'pair' }, el('summary', {}, el('b', { text: OUTCOMES[each.outcome] + (each.outcome === 'stopped' ? ` at step ${stopper(each)}` : '') }), ` ${each.title}`, el('span', { class: 'muted', text: `  ${each.date}  ${each.identifiers.join(', ')}` })),
      el('div', { class: 'way ' + classes[each.outcome] }, el('p', { class: 'wrap', text: each.story }), el('p', { class: 'muted wrap', text: 'Affected: ' + each.affected }),
        each.asset !== undefined && el('p', {}, 'Tried on ', assetLink(each.asset), each.others ? ` and ${plural(each.others, 'other asset')}` : ''),
        el('ol', { class: 'steps numbered' }, each.steps.map(step => el('li', {}, el('span', { class: 'wrap', text: `${step.title}: ` }), el('b', { text: words[step.truth] }), el('span', { class: 'mono muted small', text: '  ' + step.technique }),
          step.truth === 'refuted' && step.control && el('span', { class: 'muted', text: `  stopped by ${step.control}` }), step.gaps.length > 0 && el('p', { class: 'muted wrap', text: 'Not known: ' + step.gaps.join('; ') }), el('ul', { class: 'steps' }, step.evidence.map(stated))))),
        el('ul', { class: 'steps' }, each.sources.map(source => el('li', { class: 'mono small wrap muted', text: source }))))));
    const order = Object.keys(OUTCOMES), sorted = [...all].sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
    return el('div', { class: 'card wide', id: 'incidents' }, el('header', {}, el('h2', { text: 'Would it have worked here?' }), el('p', { text: order.map(outcome => `${figure(all.filter(each => each.outcome === outcome).length)} ${OUTCOMES[outcome].toLowerCase()}`).join(' · ') })),
      growing(sorted, 12, line, { class: 'pairs' }));
  }

  function questions() {
    const { questions: all } = Data.threats();
    if (!all.length) return null;
    return el('div', { class: 'card wide', id: 'threat-questions' }, el('header', {}, el('h2', { text: 'Answers that settle most' }), el('p', { text: 'into bartizan.yaml' })),
      el('div', { class: 'stack' }, all.map(each => el('article', { class: 'question' }, el('h3', { class: 'wrap', text: each.text }), el('p', {}, el('span', { class: 'tag wrap', text: each.place })),
        el('div', { class: 'code' }, el('pre', { tabindex: 0, 'aria-label': 'Lines for bartizan.yaml', text: each.answer }), copyButton('Copy', each.answer)), el('p', { class: 'muted small', text: `settles ${plural(each.settles, 'scenario')}` })))));
  }

  function draw(view) {
    root = view;
    fill(clear(view), [el('div', { class: 'page grid' }, [paths(), scenarios(), incidents(), shares(), questions()])]);
  }

  // One scenario by its id, opened above the rest.
  function show(id) {
    root.querySelector('#chosen-scenario')?.remove();
    const each = Data.threats()?.scenarios.find(one => one.id === id);
    if (!each) return;
    const line = scenario(each);
    line.firstChild.open = true;
    const card = el('div', { class: 'card wide', id: 'chosen-scenario', tabindex: -1, 'aria-label': each.title }, el('ul', { class: 'pairs' }, line));
    root.firstChild.prepend(card);
    card.focus();
    card.scrollIntoView({ block: 'start' });
  }

  return { draw, show };
})();
