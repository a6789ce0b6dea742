// One zone alone, with the zones it is linked to beside it.

const ZoneScene = (() => {
  const WIDTH = 190, HEIGHT = 46, AWAY = 90, APART = 14;

  // [zone index, number of links] of the zones that this one reaches, or that reach it.
  function neighbours(map, index, mine, theirs) {
    return map.bundles.filter(bundle => bundle[mine] === index)
      .map(bundle => [bundle[theirs], sum(bundle.kinds.map(([, count]) => count))]);
  }

  function stubs(map, list, x, height, words) {
    const all = list.length * (HEIGHT + APART) - APART;
    return list.map(([index, count], i) => {
      const zone = map.zones[index], y = (height - all) / 2 + i * (HEIGHT + APART);
      return {
        index, x, y,
        element: svg('g', { class: 'stub', transform: `translate(${x} ${y})` },
          svg('rect', { class: 'zone-head box', width: WIDTH, height: HEIGHT, rx: 6, 'data-zone': index, role: 'button', tabindex: -1, 'aria-label': `Zone ${zoneName(zone.name, zone.lane)}, ${words(count)}: look inside` }),
          svg('text', { class: 'zone-name', x: 12, y: 20, text: Drawing.fitted(zoneName(zone.name, zone.lane), '600 12.5px', WIDTH - 24) }),
          svg('text', { class: 'note', x: 12, y: 36, text: words(count) })),
      };
    });
  }

  function of(map, index) {
    const zone = map.zones[index];
    const width = Math.max(zone.width, map.nodeWidth), height = Math.max(zone.height, 60);
    const into = stubs(map, neighbours(map, index, 'to', 'from'), -AWAY - WIDTH, height, count => plural(count, 'link') + ' in');
    const out = stubs(map, neighbours(map, index, 'from', 'to'), width + AWAY, height, count => plural(count, 'link') + ' out');
    const frame = svg('rect', { class: 'box', x: -map.padding, y: -map.padding, width: width + 2 * map.padding, height: height + 2 * map.padding, rx: 6 });
    const left = zone.assets - zone.nodes.length;
    const top = Math.min(-map.padding, ...[...into, ...out].map(stub => stub.y));
    const bottom = Math.max(height + map.padding, ...[...into, ...out].map(stub => stub.y + HEIGHT));
    const world = svg('g', {}, svg('g', { class: 'zone' }, frame),
      [...into.map(stub => [stub.x + WIDTH, stub.y + HEIGHT / 2, -map.padding, Math.max(0, Math.min(height, stub.y + HEIGHT / 2))]),
        ...out.map(stub => [width + map.padding, Math.max(0, Math.min(height, stub.y + HEIGHT / 2)), stub.x, stub.y + HEIGHT / 2])]
        .map(([fromX, fromY, toX, toY]) => svg('path', { class: 'bundle', 'marker-end': 'url(#arrow)', d: `M${fromX} ${fromY}C${(fromX + toX) / 2} ${fromY} ${(fromX + toX) / 2} ${toY} ${toX} ${toY}` })),
      into.map(stub => stub.element), out.map(stub => stub.element),
      Drawing.inside(zone, map),
      left > 0 && svg('text', { class: 'note', x: 0, y: height + 34, text: `${plural(left, 'asset')} of this zone, less severe, not drawn` }));
    const anchors = new Map();
    for (const stub of into) anchors.set(stub.index, { x: stub.x + WIDTH, y: stub.y + HEIGHT / 2 });
    for (const stub of out) if (!anchors.has(stub.index)) anchors.set(stub.index, { x: stub.x, y: stub.y + HEIGHT / 2 });
    const side = AWAY + WIDTH + 20;
    const box = {
      x: into.length ? -side : -map.padding, y: top,
      width: width + (into.length ? side : map.padding) + (out.length ? side : map.padding), height: bottom - top,
    };
    return { world, box, anchors };
  }

  return { of };
})();
