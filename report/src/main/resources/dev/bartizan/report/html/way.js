// A way of an attacker on the map: its steps as numbered arrows between assets, and the panel that walks along them.

const AttackWay = (() => {
  // The ways that are known: [number of the jewel, number of the way].
  function all() {
    const found = Data.threats()?.paths;
    return found ? found.jewels.flatMap((jewel, j) => jewel.paths.map((_, p) => [j, p])) : [];
  }

  const address = (jewel, path) => `map/way/${jewel}/${path}`;

  function of(jewelNumber, pathNumber) {
    const found = Data.threats()?.paths, jewel = found?.jewels[jewelNumber], path = jewel?.paths[pathNumber];
    if (!path) return null;
    const cutting = new Set(found.chokePoints.map(([id]) => id));
    const fixes = new Map(found.chokePoints.map(([id, title, effort]) => [id, { title, effort }]));
    const steps = path.steps.map(step => ({ ...step, cuts: step.fixes.filter(fix => cutting.has(fix)).map(fix => fixes.get(fix)) }));
    return { jewelNumber, pathNumber, jewel, path, steps, step: -1 };
  }

  const indexOf = reference => typeof reference === 'number' ? reference : undefined;
  const assets = way => way.steps.flatMap(step => [indexOf(step.from), indexOf(step.to)]).filter(index => index !== undefined);

  const nameOf = reference => { const asset = reference === undefined ? null : Data.asset(reference); return asset ? asset.name : 'an asset'; };

  // Numbered arrows; a step whose ends stand at one place, in a closed zone or in itself, is a number there. Returns the places.
  function draw(group, way, position, border) {
    clear(group);
    const at = way.steps.map(step => ({ from: position(indexOf(step.from)), to: position(indexOf(step.to)) }));
    const taken = new Map();
    const places = [];
    way.steps.forEach((step, number) => {
      const { from, to } = at[number];
      if (!to) return;
      const before = from && (from.x !== to.x || from.y !== to.y) ? from : null;
      const start = before ? border(before, to) : { x: to.x - 170, y: to.y - 74 }, end = border(to, before ?? start);
      const key = `${end.x} ${end.y}`, shift = taken.get(key) ?? 0;
      taken.set(key, shift + 1);
      const middle = { x: (start.x + end.x) / 2 + 26 * shift, y: (start.y + end.y) / 2 };
      places.push(to, ...(before ? [before] : [start]));
      group.append(svg('g', { class: 'hop' + (step.cuts.length ? ' is-cut' : '') + (number === way.step ? ' is-now' : ''), 'data-step': number },
        svg('path', { class: 'leg', d: `M${start.x} ${start.y}L${end.x} ${end.y}`, 'marker-end': 'url(#arrow-way)' }),
        svg('circle', { class: 'stop', cx: middle.x, cy: middle.y, r: 12 }), svg('text', { class: 'stop-number', x: middle.x, y: middle.y + 4.5, text: number + 1 }),
        step.cuts.length > 0 && svg('text', { class: 'stop-cut', x: middle.x, y: middle.y + 27, text: '✂' }),
        svg('text', { class: 'stop-technique', x: middle.x, y: middle.y - 17, text: step.technique }),
        svg('title', { text: `${number + 1}. ${step.statement}\n${step.technique}` })));
    });
    return places;
  }

  function choice(way) {
    const known = Data.threats().paths.jewels;
    return el('select', { 'aria-label': 'Way', id: 'way-choice', onchange: event => go(address(...event.target.value.split(' '))) },
      all().map(([j, p]) => el('option', { value: `${j} ${p}`, selected: way && j === way.jewelNumber && p === way.pathNumber },
        `${nameOf(known[j].asset)}, from ${known[j].paths[p].start}${p ? ' (another way)' : ''}`)));
  }

  // The panel: the steps, of which one is chosen, each with technique and lines.
  function panel(way, choose, close) {
    const stated = each => el('li', {}, el('span', { class: 'wrap', text: each.statement }), el('span', { class: 'where mono wrap', text: placeText(each.at) }));
    const step = (each, number) => el('li', {},
      el('button', { type: 'button', class: 'hop-line' + (each.cuts.length ? ' is-cut' : ''), 'data-step': number, 'aria-pressed': String(number === way.step), onclick: () => choose(number) },
        el('span', { class: 'hop-number', text: number + 1 }), el('span', { class: 'wrap' }, each.statement, el('span', { class: 'mono muted small', text: '  ' + each.technique }))),
      each.cuts.map(fix => el('p', { class: 'cut-line' }, '✂ ', fix.title)), el('ul', { class: 'steps' }, each.evidence.map(stated)));
    return [el('div', { class: 'panel-top' }, el('h2', { text: `To ${nameOf(way.jewel.asset)}` }), button('✕', close, { class: 'button plain', 'aria-label': 'Close' })),
      el('p', {}, choice(way)),
      el('p', { class: 'muted', text: `From ${way.path.start}, who in the end ${way.path.goal}. ${capital(way.jewel.reason)}.` }),
      el('p', { class: 'muted small screen-only', text: 'n and p: next and previous step. ✂: one of the choke points cuts here.' }),
      el('ol', { class: 'hops' }, way.steps.map(step)),
      way.jewel.cut.length > 0 && section('Every way to it is cut by', el('ul', { class: 'steps' }, way.jewel.cut.map(([, title]) => el('li', { class: 'wrap', text: title })))),
      !way.jewel.isCut && el('p', { class: 'wrap', text: 'One way has no step that a fix takes away: it is by design, or needs another design.' }),
      el('p', {}, linkButton('All of it on page Threats', () => go('threats')))];
  }

  return { all, of, address, assets, draw, panel };
})();
