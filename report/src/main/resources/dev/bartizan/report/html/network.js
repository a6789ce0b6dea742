// Who can reach whom: heat map, pairs with the policies that decide them, the internet, and what no policy covers.

const Network = (() => {
  const OUTSIDE = '(outside)', MOST_GROUPS = 36, MOST_PAIRS = 2000, STEP = 25;
  let root, by = 'namespace';

  // Classes by a word of their members, with how many members; the smallest together when there are too many.
  function groups() {
    const found = new Map();
    Reach.data().classes.forEach((each, number) => {
      if (each.outside) put(found, OUTSIDE, number, 1);
      for (const group of each.groups) put(found, by === 'role' ? spoken(group.role) : group.namespace, number, group.count);
    });
    const all = [...found.values()].sort((a, b) => a.name < b.name ? -1 : 1);
    if (all.length <= MOST_GROUPS) return all;
    const large = new Set([...all].sort((a, b) => weight(b) - weight(a)).slice(0, MOST_GROUPS - 1));
    const rest = { name: `${all.length - large.size} others`, classes: new Map() };
    for (const group of all.filter(each => !large.has(each))) group.classes.forEach((many, number) => rest.classes.set(number, many + (rest.classes.get(number) ?? 0)));
    return [...all.filter(each => large.has(each)), rest];
  }

  const weight = group => sum([...group.classes.values()]);

  function put(found, name, number, count) {
    if (!found.has(name)) found.set(name, { name, classes: new Map() });
    const classes = found.get(name).classes;
    classes.set(number, count + (classes.get(number) ?? 0));
  }

  // The workloads of a class, those of one group if it has some.
  function members(number, group) {
    const each = Reach.data().classes[number];
    const own = each.groups.filter(one => !group || one.namespace === group || spoken(one.role) === group);
    return [...new Set((own.length ? own : each.groups).flatMap(one => one.members))];
  }

  function className(number, group) {
    const each = Reach.data().classes[number], all = members(number, group);
    if (each.outside) return each.outside;
    const named = all.slice(0, 2).map(member => Data.asset(member)).map(asset => asset ? assetText(asset) : 'a workload');
    return named.join(', ') + (all.length > 2 ? ` and ${figure(all.length - 2)} more` : '');
  }

  function classLinks(number, group) {
    const each = Reach.data().classes[number], all = members(number, group);
    return each.outside ? el('span', { text: each.outside })
      : el('span', {}, all.slice(0, 6).map((member, i) => [i ? ', ' : '', assetLink(member)]), all.length > 6 ? ` and ${figure(all.length - 6)} more` : '');
  }

  function steps(title, list) {
    return list.map(step => el('li', {}, el('span', { class: 'kind', text: title + ' ' }), el('span', { class: 'wrap', text: step.statement }),
      step.at && el('span', { class: 'where mono wrap', text: placeText(step.at) })));
  }

  function way(each) {
    const verdict = each.verdict === Reach.DENIED ? 'denied' : each.verdict === Reach.DEPENDS ? 'not certain' : 'allowed';
    return el('div', { class: 'way is-' + verdict.replace(' ', '-') }, el('p', {}, el('b', { text: capital(verdict) }), ' ', Reach.wordOf(each.ports)),
      el('ul', { class: 'steps' }, steps('out', each.egress), steps('in', each.ingress)));
  }

  function pair([from, to, one, other]) {
    const both = Reach.ways(from, to);
    const open = both?.filter(each => each.verdict !== Reach.DENIED) ?? [];
    const details = el('details', { class: 'pair' }, el('summary', {}, className(from, one), ' → ', className(to, other),
      el('span', { class: 'muted', text: both ? '  ' + (open.length ? open.map(each => Reach.wordOf(each.ports)).join(', ') : 'closed') : '  not kept in this report' })));
    details.addEventListener('toggle', () => {
      if (!details.open || details.childElementCount > 1) return;
      details.append(el('p', { class: 'way' }, classLinks(from, one), ' → ', classLinks(to, other)));
      if (both) details.append(...[...both].sort((a, b) => (a.verdict === Reach.DENIED) - (b.verdict === Reach.DENIED)).map(way));
    });
    return el('li', {}, details);
  }

  function show(from, to) {
    const pairs = [];
    for (const one of from.classes.keys()) for (const other of to.classes.keys()) if (pairs.length < MOST_PAIRS) pairs.push([one, other, from.name, to.name]);
    pairs.sort((a, b) => Reach.level(b[0], b[1]) - Reach.level(a[0], a[1]));
    const panel = byId('network-pairs');
    fill(clear(panel), [el('h2', { text: `${from.name} → ${to.name}` }),
      el('p', { class: 'muted small', text: `${plural(pairs.length, 'pair')} of classes: workloads that no policy tells apart are one. Open one to see which policies decide.` }),
      growing(pairs, STEP, pair, { class: 'pairs' })]);
    panel.hidden = false;
    panel.focus({ preventScroll: true });
    panel.scrollIntoView({ block: 'nearest' });
    announce(`${from.name} to ${to.name}, ${plural(pairs.length, 'pair')}`);
  }

  function matrix() {
    const choice = word => button('By ' + word, () => {
      by = word;
      draw(root);
      byId('by-' + word).focus();
    }, { id: 'by-' + word, 'aria-pressed': String(by === word) });
    return el('div', { class: 'card wide' }, el('header', {}, el('h2', { text: 'Who can reach whom' }), el('div', { class: 'choice' }, choice('namespace'), choice('role'))),
      el('p', { class: 'muted small', text: 'The share of pairs of workloads that policies leave open at one port at least; outlined where all ports are. A dot is closed, ? hangs on something that no manifest tells. Choose a cell to see its pairs.' }),
      heatMap(groups(), 'Who can reach whom by ' + by, show),
      el('div', { id: 'network-pairs', class: 'pairs-panel', tabindex: -1, hidden: true, 'aria-label': 'Pairs' }));
  }

  function outside() {
    const data = Reach.data(), ranges = data.classes.map((each, number) => each.outside ? number : -1).filter(number => number >= 0);
    const inside = data.classes.map((each, number) => each.outside ? -1 : number).filter(number => number >= 0);
    const open = inside.map(number => ({ number, widest: Math.max(0, ...ranges.map(range => Reach.level(number, range))) })).filter(each => each.widest > Reach.MAYBE);
    const exposed = [...Data.assets().values()].filter(asset => Reach.classes(asset.i).length && asset.properties.some(([name, value]) => name === 'exposure' && value === 'outside'));
    return [card('Opened to the internet', exposed.length ? 'by a Service, an Ingress or a gateway' : '', exposed, asset => el('li', {}, assetLink(asset.i)), 'No workload is opened by a Service, an Ingress or a gateway, as far as manifests show.'),
      card('May reach the internet', open.length ? 'as far as policies say' : '', open, each => el('li', {}, classLinks(each.number), el('span', { class: 'muted', text: '  ' + Reach.WORDS[each.widest] })), 'Policies let no workload out.')];
  }

  function card(title, note, items, line, none) {
    return el('div', { class: 'card' }, el('header', {}, el('h2', { text: `${title} (${figure(items.length)})` }), el('p', { text: note })),
      items.length ? growing(items, 12, line, { class: 'ends' }) : el('p', { class: 'muted', text: none }));
  }

  // What policies do not cover, as findings and links tell.
  function exempt() {
    const told = new Map([['BL-WL-002', 'shares the network of its node'], ['BL-WL-001', 'runs privileged, so it may set up its own network']]);
    const lines = [];
    for (const finding of Data.findings()) for (const member of finding.members.length ? finding.members : [finding]) if (told.has(member.rule)) lines.push([member.asset, told.get(member.rule)]);
    for (const asset of Data.assets().keys()) for (const link of Data.links().from(asset)) if (link.kind === 'attached-to') lines.push([asset, 'is attached to ' + (Data.asset(link.to)?.name ?? 'a fabric'), link.at]);
    const unique = [...new Map(lines.map(line => [line[0] + ' ' + line[1], line])).values()];
    return el('div', { class: 'card wide' }, el('header', {}, el('h2', { text: `Paths that no policy covers (${figure(unique.length)})` }), el('p', { text: 'host network, privileged pods, fabrics and secondary networks' })),
      unique.length ? growing(unique, 15, ([asset, words, at]) => el('li', {}, assetLink(asset), el('span', { class: 'muted', text: '  ' + words }), at && [' ', el('span', { class: 'where mono clip', text: placeText(at) })]), { class: 'ends' })
        : el('p', { class: 'muted', text: 'None was found in the input.' }));
  }

  const where = at => at && el('span', { class: 'where mono wrap', text: placeText(at) });
  const stated = each => el('li', {}, el('span', { class: 'wrap', text: each.statement }), where(each.at));

  // What policies say and do not do.
  function lint() {
    const { lint: found, lintOmitted } = Reach.data();
    if (!found) return null;
    const line = each => el('li', {}, el('details', { class: 'pair' }, el('summary', {}, chip(each.severity, each.undecided), ' ', each.title, el('span', { class: 'muted', text: '  ' + (each.evidence[0]?.statement ?? '') })),
      el('div', { class: 'way' }, el('p', {}, assetLink(each.asset), el('span', { class: 'muted mono', text: '  ' + each.rule })), el('ul', { class: 'steps' }, each.evidence.map(stated)),
        each.more > 0 && el('p', { class: 'muted', text: `and ${figure(each.more)} more` }), el('p', { class: 'remedy', text: each.remedy }))));
    return el('div', { class: 'card wide', id: 'network-lint' }, el('header', {}, el('h2', { text: `What policies say and do not do (${figure(found.length + lintOmitted)})` }), el('p', { text: 'bartizan network lint tells the same' })),
      found.length ? growing(found, 12, line, { class: 'pairs' }) : el('p', { class: 'muted', text: 'Nothing was found.' }),
      lintOmitted > 0 && leftOut(`The worst ${figure(found.length)} are here; ${figure(lintOmitted)} more are in assessment.json.`));
  }

  // What the design wants, proven or broken.
  function intents() {
    const { intents: asked, intentsOmitted } = Reach.data();
    if (!asked) return null;
    const worst = ['broken', 'undecided', 'proven', 'vacuous'];
    const classes = { proven: 'is-denied', broken: 'is-allowed', undecided: 'is-not-certain', vacuous: '' };
    const line = each => el('li', {}, el('details', { class: 'pair' }, el('summary', {}, el('b', { text: capital(each.verdict) }), ' ', each.title,
      el('span', { class: 'muted', text: `  ${plural(each.pairs, 'pair')}` + (each.against ? `, ${figure(each.against)} against it` : '') + (each.open ? `, ${figure(each.open)} open` : '') })),
      el('div', { class: 'way ' + classes[each.verdict] }, each.why && el('p', { class: 'wrap', text: each.why }), each.notes.map(note => el('p', { class: 'muted wrap', text: note })),
        each.examples.map(example => el('div', {}, el('p', { class: 'wrap', text: example.packet }), el('ul', { class: 'steps' }, example.path.map(stated)))), placeLine(each.at))));
    return el('div', { class: 'card wide', id: 'network-intents' }, el('header', {}, el('h2', { text: `What the design wants (${figure(asked.length + intentsOmitted)})` }), el('p', { text: 'bartizan network check tells the same' })),
      growing([...asked].sort((one, other) => worst.indexOf(one.verdict) - worst.indexOf(other.verdict)), 12, line, { class: 'pairs' }), intentsOmitted > 0 && leftOut(`${figure(intentsOmitted)} more are in assessment.json.`));
  }

  function draw(view) {
    root = view;
    const { enforcement, profile, policies, limits, omitted } = Reach.data();
    fill(clear(view), [el('div', { class: 'page grid' },
      el('div', { class: 'card wide' }, el('header', {}, el('h2', { text: plural(policies, 'policy', 'policies') }), el('p', { text: 'profile ' + profile })),
        el('p', { class: 'wrap', text: enforcement }), limits.map(limit => el('p', { class: 'muted wrap', text: limit })),
        omitted > 0 && leftOut(`${figure(omitted)} rows of the connectivity have no room in this report; their cells show ?. assessment.json has more.`)),
      matrix(), intents(), outside(), lint(), exempt())]);
  }

  return { draw };
})();
