// The map: overview or one zone, search, filter, and the panel of the chosen asset.

const PlatformMap = (() => {
  const CLEAR_BUNDLES = 60, MOST_CROSSINGS = 80, MANY_NODES = 300;
  let root, surface, world, scene, view, panel, filters, crumb, map, selected = null, zoneIndex = null, reached = null, way = null;
  const places = new Map(), hosts = new Map();

  function build(target) {
    map = Data.map();
    map.zones.forEach((zone, index) => zone.nodes.forEach(node => {
      places.set(node.i, { node, zone: index });
      node.parts.forEach(part => hosts.set(part, [...hosts.get(part) ?? [], node.i]));
    }));
    world = svg('g');
    surface = svg('svg', { class: 'art', tabindex: 0, role: 'group', 'aria-label': 'Map of the platform. Arrow keys pan, plus and minus zoom, 0 fits, Enter goes to the assets.' }, Drawing.definitions(), world);
    filters = mapFilters(map, emphasise);
    panel = el('aside', { class: 'panel', hidden: true, tabindex: -1, 'aria-label': 'Asset' });
    crumb = el('span', { class: 'crumb' });
    root = el('div', { class: 'map' }, surface, tools(), filters.panel, legend(), zoomButtons(), panel);
    fill(clear(target), [root]);
    view = camera(surface, world, () => queueMicrotask(cull));
    surface.addEventListener('click', click);
    surface.addEventListener('keydown', keys);
    surface.addEventListener('pointerover', hover);
    let width = 0;
    new ResizeObserver(() => {
      if (surface.clientWidth && surface.clientWidth !== width) {
        const first = width === 0;
        width = surface.clientWidth;
        inset();
        if (way) frameWay();
        else if (first || selected === null) view.fit(scene, true);
      }
    }).observe(surface);
    showOverview();
  }

  function inset() {
    view.leave(panel.hidden || surface.clientWidth <= 820 ? 0 : panel.offsetWidth);
  }

  function tools() {
    const toggle = button('Filter', () => {
      filters.panel.hidden = !filters.panel.hidden;
      if (!filters.panel.hidden) filters.panel.querySelector('input').focus();
    }, { id: 'map-filter' });
    const search = mapSearch(index => places.has(index), index => {
      reveal(index);
      replace('map/' + index);
      panel.focus({ preventScroll: true });
    });
    const ways = Data.overview.threatCount === undefined ? null : button('Attack paths', () => {
      const [first] = AttackWay.all();
      first ? go(AttackWay.address(...first)) : announce('No certain way leads to a crown jewel.');
      if (!first) ways.textContent = 'No attack path';
    }, { id: 'map-ways' });
    return el('div', { class: 'map-tools' }, search, toggle, ways, crumb);
  }

  function legend() {
    const item = (layer, text) => el('span', {}, svg('svg', { viewBox: '0 0 14 14', 'aria-hidden': 'true' }, Drawing.glyph(layer, 0, 0)), text);
    const left = Data.overview.omitted.nodes;
    return el('div', { class: 'legend' }, LAYERS.map(layer => item(layer, layer)),
      el('span', {}, 'letter: worst severity, ? only undecided'), left ? el('span', { text: `${figure(left)} assets not drawn` }) : null);
  }

  function zoomButtons() {
    return el('div', { class: 'map-zoom' }, button('−', () => view.zoom(.8), { 'aria-label': 'Zoom out' }), button('+', () => view.zoom(1.25), { 'aria-label': 'Zoom in' }),
      button('Fit', () => view.fit(scene), { 'aria-label': 'Fit to the window' }));
  }

  // In a zone of a thousand assets, those out of sight would slow down every movement.
  function cull() {
    if (zoneIndex === null || map.zones[zoneIndex].nodes.length < MANY_NODES) return;
    const { left, top, right, bottom } = view.sight();
    for (const element of world.querySelectorAll('.node')) {
      const { x, y } = places.get(Number(element.dataset.asset)).node;
      const hidden = x > right || y > bottom || x + map.nodeWidth < left || y + map.nodeHeight < top;
      if (hidden !== (element.getAttribute('display') === 'none')) hidden ? element.setAttribute('display', 'none') : element.removeAttribute('display');
    }
  }

  // Scenes

  function show(next) {
    scene = { ...next.box };
    clear(world).append(...next.content);
    const rover = (zoneIndex === null ? null : world.querySelector('.node')) ?? world.querySelector('.zone-head');
    if (rover) rover.setAttribute('tabindex', '0');
    emphasise();
  }

  function overviewContent() {
    return [svg('g', {}, map.lanes.map(Drawing.lane)),
      svg('g', { class: 'bundles' }, map.bundles.map((bundle, i) => Drawing.bundle(bundle, i, i >= CLEAR_BUNDLES))),
      svg('g', {}, map.zones.map((zone, i) => Drawing.zone(zone, i, map))), svg('g', { class: 'crossings' }), svg('g', { class: 'ways' })];
  }

  function showOverview() {
    zoneIndex = null;
    show({ content: overviewContent(), box: { x: 0, y: 0, width: map.width, height: map.height } });
    clear(crumb);
    view.fit(scene, true);
  }

  function showZone(index) {
    zoneIndex = index;
    const zone = map.zones[index], inside = ZoneScene.of(map, index);
    show({ content: [inside.world, svg('g', { class: 'crossings' }), svg('g', { class: 'ways' })], box: inside.box });
    scene.anchors = inside.anchors;
    const lane = map.lanes.find(each => each.kind === zone.lane)?.title;
    fill(clear(crumb), [button('← Whole platform', leaveZone), ' ', el('span', { class: 'tag', text: `${zoneName(zone.name, zone.lane)} · ${lane} · ${plural(zone.assets, 'asset')}` })]);
    view.fit(scene);
    announce(`Zone ${zoneName(zone.name, zone.lane)}`);
  }

  function leaveZone() {
    select(null);
    showOverview();
    replace('map');
    surface.focus();
  }

  // Selection

  function select(index, byUser = false) {
    selected = index;
    reached = null;
    way = null;
    if (index === null) {
      panel.hidden = true;
    } else {
      panel.setAttribute('aria-label', 'Asset');
      const parts = (places.get(index)?.node.parts ?? []).filter(part => Data.asset(part));
      fill(clear(panel), [AssetPanel.of(index, parts, () => {
        select(null);
        replace('map');
        surface.focus();
      }, mode => {
        reached = mode ? Reach.assets(index, mode === 'into') : null;
        emphasise();
        announce(reached ? plural(reached.size, 'workload') : 'Links');
      })]);
      panel.hidden = false;
      panel.scrollTop = 0;
    }
    root.classList.toggle('with-panel', !panel.hidden);
    inset();
    emphasise();
    if (byUser) replace(index === null ? 'map' : 'map/' + index);
  }

  // Goes to an asset from anywhere: opens its zone if the overview does not show it, or that of the first workload it belongs to.
  function reveal(index) {
    const shown = places.has(index) ? index : hosts.get(index)?.[0];
    const place = places.get(shown);
    if (place) {
      if (zoneIndex !== place.zone && !(zoneIndex === null && map.zones[place.zone].open)) {
        map.zones[place.zone].open ? showOverview() : showZone(place.zone);
      }
    }
    select(index);
    if (place) {
      const at = position(shown);
      view.centre(at.x, at.y);
    }
  }

  // A way of an attacker: its steps drawn over the map, told in the panel.
  function showWay(found) {
    if (zoneIndex !== null) showOverview();
    select(null);
    way = found;
    drawPanel();
    panel.hidden = false;
    root.classList.add('with-panel');
    inset();
    emphasise();
    frameWay();
    panel.focus({ preventScroll: true });
    announce(`Way to a crown jewel, ${plural(way.steps.length, 'step')}`);
  }

  function drawPanel() {
    panel.setAttribute('aria-label', 'Attack path');
    fill(clear(panel), AttackWay.panel(way, chooseStep, () => {
      select(null);
      replace('map');
      surface.focus();
    }));
  }

  function chooseStep(number) {
    way.step = (number + way.steps.length) % way.steps.length;
    drawPanel();
    emphasise();
    panel.querySelector(`[data-step="${way.step}"]`).focus();
    announce(`Step ${way.step + 1}: ${way.steps[way.step].statement}`);
  }

  function frameWay() {
    const places = AttackWay.draw(world.querySelector('.ways'), way, standing, border);
    if (!places.length) return;
    const xs = places.map(place => place.x), ys = places.map(place => place.y), aside = 150;
    const box = { x: Math.min(...xs) - aside, y: Math.min(...ys) - aside };
    const height = Math.max(...ys) + aside - box.y;
    // On a small screen the panel covers the lower part.
    view.fit({ ...box, width: Math.max(...xs) + aside - box.x, height: surface.clientWidth > 820 ? height : height / .36 });
  }

  // Where an asset, or the first workload it belongs to, stands.
  const standing = index => index === undefined ? null : position(places.has(index) ? index : hosts.get(index)?.[0]);

  // The centre of an asset in the scene, or of what stands for it there.
  function position(index) {
    const place = places.get(index);
    if (!place) return null;
    const { node, zone } = place, { box, open } = map.zones[zone];
    const half = { x: map.nodeWidth / 2, y: map.nodeHeight / 2 };
    if (zoneIndex !== null) {
      return zone === zoneIndex ? { x: node.x + half.x, y: node.y + half.y } : scene.anchors.get(zone);
    }
    return open ? { x: box[0] + map.padding + node.x + half.x, y: box[1] + map.header + node.y + half.y }
      : { x: box[0] + box[2] / 2, y: box[1] + box[3] / 2 };
  }

  function emphasise() {
    const around = new Set(), chosen = selected === null ? [] : places.has(selected) ? [selected] : hosts.get(selected) ?? [];
    const mine = map.links.filter(link => (chosen.includes(link.from) || chosen.includes(link.to)) && filters.passesKinds([link.kind]));
    for (const link of reached ? [] : mine) around.add(link.from).add(link.to);
    const along = new Set(way ? AttackWay.assets(way).map(index => places.has(index) ? index : hosts.get(index)?.[0]) : []);
    for (const index of reached ?? []) around.add(places.has(index) ? index : hosts.get(index)?.[0] ?? index);
    for (const element of world.querySelectorAll('.node')) {
      const index = Number(element.dataset.asset);
      element.classList.toggle('is-selected', chosen.includes(index));
      element.classList.toggle('is-reached', reached !== null && around.has(index));
      element.classList.toggle('is-dim', !filters.passes(places.get(index).node));
      element.classList.toggle('is-along', along.has(index));
      element.classList.toggle('is-quiet', (chosen.length > 0 && !chosen.includes(index) && !around.has(index)) || (way !== null && !along.has(index)));
    }
    for (const element of world.querySelectorAll('.zone.is-closed')) {
      element.classList.toggle('is-dim', !map.zones[element.dataset.zoneGroup].nodes.some(node => filters.passes(node) && (!reached || around.has(node.i))));
      element.classList.toggle('is-reached', reached !== null && map.zones[element.dataset.zoneGroup].nodes.some(node => around.has(node.i)));
    }
    for (const element of world.querySelectorAll('.edge')) {
      const hot = chosen.includes(Number(element.dataset.from)) || chosen.includes(Number(element.dataset.to));
      heat(element, hot);
    }
    dimLinks();
    crossings(chosen, reached ? [] : mine);
    world.classList.toggle('has-way', way !== null);
    way ? AttackWay.draw(world.querySelector('.ways'), way, standing, border) : clear(world.querySelector('.ways') ?? svg('g'));
    const button = byId('map-filter');
    if (button) button.textContent = filters.active() ? `Filter (${filters.active()})` : 'Filter';
  }

  function heat(element, hot) {
    element.classList.toggle('is-hot', hot);
    element.setAttribute('marker-end', hot ? 'url(#arrow-hot)' : 'url(#arrow)');
    if (hot) element.parentNode.insertBefore(element, element.parentNode.querySelector('.node'));
  }

  function dimLinks() {
    for (const element of world.querySelectorAll('.bundle[data-bundle]')) {
      element.classList.toggle('is-dim', !filters.passesKinds(map.bundles[element.dataset.bundle].kinds.map(([kind]) => kind)));
    }
    const kinds = new Map(map.zones.flatMap(zone => zone.edges).map(edge => [edge.from + ' ' + edge.to, edge.kinds]));
    for (const element of world.querySelectorAll('.edge')) {
      element.classList.toggle('is-dim', !filters.passesKinds(kinds.get(element.dataset.from + ' ' + element.dataset.to)));
    }
  }

  // The links of the chosen asset that have no line yet: those that leave its zone, and those of a zone with too many.
  function crossings(chosen, links) {
    const group = world.querySelector('.crossings');
    if (!group) return;
    clear(group);
    const drawn = new Set([...world.querySelectorAll('.edge')].map(edge => edge.dataset.from + ' ' + edge.dataset.to));
    links.filter(link => !drawn.has(link.from + ' ' + link.to)).slice(0, MOST_CROSSINGS).forEach(link => {
      const from = position(link.from), to = position(link.to);
      if (!from || !to || (from.x === to.x && from.y === to.y)) return;
      const start = border(from, to), end = border(to, from);
      group.append(svg('path', { class: 'cross', 'marker-end': 'url(#arrow-hot)', d: `M${start.x} ${start.y}L${end.x} ${end.y}` }));
    });
  }

  // Where a line from the centre of an asset towards a place leaves its box.
  function border(centre, towards) {
    const right = towards.x - centre.x, down = towards.y - centre.y;
    const part = Math.min(1, map.nodeWidth / 2 / Math.max(1, Math.abs(right)), map.nodeHeight / 2 / Math.max(1, Math.abs(down)));
    return { x: Math.round(centre.x + right * part), y: Math.round(centre.y + down * part) };
  }

  function hover(event) {
    if (zoneIndex !== null) return;
    const group = event.target.closest('[data-zone-group]');
    const index = group ? Number(group.dataset.zoneGroup) : -1;
    for (const element of world.querySelectorAll('.bundle[data-bundle]')) {
      const bundle = map.bundles[element.dataset.bundle];
      const hot = bundle.from === index || bundle.to === index;
      if (hot !== element.classList.contains('is-hot')) {
        element.classList.toggle('is-hot', hot);
        element.setAttribute('marker-end', hot ? 'url(#arrow-hot)' : 'url(#arrow)');
      }
    }
  }

  // Input

  function click(event) {
    // From afar the names are too small to hit, so the whole zone takes the click.
    const far = surface.classList.contains('is-far') && event.target.closest('[data-zone-group]')?.querySelector('.zone-head');
    const target = far || event.target.closest('.node, [data-zone]');
    if (target) act(target);
    else if (selected !== null || way !== null) select(null, true);
  }

  function act(target) {
    if (target.dataset.zone !== undefined) {
      select(null);
      showZone(Number(target.dataset.zone));
      surface.focus({ preventScroll: true });
    } else select(Number(target.dataset.asset), true);
  }

  function keys(event) {
    const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const onItem = event.target !== surface;
    if (event.key in arrows) onItem ? step(event.target, arrows[event.key]) : view.pan(-60 * arrows[event.key][0], -60 * arrows[event.key][1]);
    else if (event.key === '+' || event.key === '=') view.zoom(1.2);
    else if (event.key === '-') view.zoom(1 / 1.2);
    else if (event.key === '0') view.fit(scene);
    else if (event.key === 'Enter' || event.key === ' ') onItem ? act(event.target) : world.querySelector('[tabindex="0"]')?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  // To the nearest asset or zone in this direction.
  function step(from, direction) {
    const best = nearest(from, world.querySelectorAll('.node:not([display]), .zone-head'), direction);
    if (!best) return;
    from.setAttribute('tabindex', '-1');
    best.setAttribute('tabindex', '0');
    best.focus({ preventScroll: true });
    const box = surface.getBoundingClientRect(), at = middleOf(best);
    const { x, y } = view.place(at.x - box.x, at.y - box.y);
    if (!view.sees(x, y)) view.centre(x, y, 0);
  }

  function draw(target, argument) {
    if (!root) build(target);
    const named = /^way\/(\d+)\/(\d+)$/.exec(argument ?? '');
    if (named) {
      const found = AttackWay.of(Number(named[1]), Number(named[2]));
      if (found && (way?.jewelNumber !== found.jewelNumber || way.pathNumber !== found.pathNumber)) showWay(found);
    } else if (/^\d+$/.test(argument ?? '')) {
      if (Number(argument) !== selected) reveal(Number(argument));
    } else if (selected !== null || way !== null) select(null);
  }

  function key(event) {
    if (event.key === '/') byId('map-search').focus();
    else if (way && (event.key === 'n' || event.key === 'p')) chooseStep(event.key === 'n' ? way.step + 1 : way.step < 0 ? -1 : way.step - 1);
    else if (event.key === 'Escape') {
      if (!filters.panel.hidden) filters.panel.hidden = true;
      else if (selected !== null || way !== null) {
        select(null, true);
        surface.focus();
      } else if (zoneIndex !== null) leaveZone();
      else return false;
    } else return false;
    event.preventDefault();
    return true;
  }

  // A picture of the overview for paper.
  function picture() {
    map ??= Data.map();
    if (!map.zones.length) return null;
    return svg('svg', { class: 'art', viewBox: `0 0 ${map.width} ${map.height}` }, Drawing.definitions(), overviewContent());
  }

  return { draw, key, picture };
})();
