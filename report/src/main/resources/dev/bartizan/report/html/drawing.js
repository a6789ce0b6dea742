// Draws the pieces of the map where the layout put them.

const Drawing = (() => {
  const SMALLEST_NAME = .62;
  const GLYPHS = {
    data: 'M1 3.5C1 2 4 1 7 1s6 1 6 2.5S10 6 7 6 1 5 1 3.5v7C1 12 4 13 7 13s6-1 6-2.5v-7',
    model: 'M7 .8 12.5 4v6L7 13.2 1.5 10V4z',
    pipeline: 'M1.5 2 6 7l-4.5 5M7.5 2 12 7l-4.5 5',
    infrastructure: 'M1 1.5h12V6H1zM1 8h12v4.5H1zM3.5 3.75h1M3.5 10.25h1',
    unknown: 'M1.5 1.5h11v11h-11z',
  };
  const pen = document.createElement('canvas').getContext('2d');
  const family = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

  function fitted(text, font, width) {
    pen.font = font + ' ' + family;
    if (pen.measureText(text).width <= width) return text;
    let low = 3, high = Math.min(80, [...text].length);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (pen.measureText(shorten(text, middle)).width <= width) low = middle;
      else high = middle - 1;
    }
    return shorten(text, low);
  }

  function marker(id, shape) {
    return svg('marker', { id, viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto', markerUnits: 'userSpaceOnUse' },
      svg('path', { class: shape, d: 'M0 1 7 4 0 7z' }));
  }

  const definitions = () => svg('defs', {}, marker('arrow', 'arrow'), marker('arrow-hot', 'arrow-hot'), marker('arrow-way', 'arrow-way'));
  const glyph = (layer, x, y) => svg('path', { class: 'glyph', d: GLYPHS[layer] ?? GLYPHS.unknown, transform: `translate(${x} ${y})` });

  // A line through the points, its bends rounded.
  function path(points) {
    const at = i => [points[2 * i], points[2 * i + 1]];
    const last = points.length / 2 - 1;
    let line = 'M' + at(0).join(' ');
    for (let i = 1; i < last; i++) {
      const [x, y] = at(i);
      const towards = ([otherX, otherY]) => {
        const distance = Math.hypot(otherX - x, otherY - y) || 1;
        const part = Math.min(6, distance / 2) / distance;
        return (x + (otherX - x) * part).toFixed(1) + ' ' + (y + (otherY - y) * part).toFixed(1);
      };
      line += `L${towards(at(i - 1))}Q${x} ${y} ${towards(at(i + 1))}`;
    }
    return line + 'L' + at(last).join(' ');
  }

  const worstOf = tally => tally ? SEVERITIES[tally.slice(0, 5).findIndex(count => count > 0)] : undefined;

  function tallyText(tally) {
    if (!tally) return 'no findings';
    const words = SEVERITIES.map((severity, i) => tally[i] ? `${figure(tally[i])} ${severity}` : '').filter(Boolean);
    if (tally[5]) words.push(`${figure(tally[5])} undecided`);
    return words.join(', ');
  }

  function letterBox(tally, right, y) {
    const worst = worstOf(tally);
    if (!worst && !tally?.[5]) return null;
    const fillName = worst ?? 'undecided';
    return [svg('rect', { class: 'letter-box fill-' + fillName, x: right - 20, y, width: 20, height: 16, rx: 3 }),
      svg('text', { class: 'letter on-' + fillName, x: right - 10, y: y + 12, text: worst ? letter(worst) : '?' })];
  }

  function node(each, map) {
    const asset = Data.asset(each.i) ?? { name: '…', kind: '', role: 'unknown' };
    const worst = worstOf(each.tally);
    const role = asset.role === 'unknown' ? asset.kind : spoken(asset.role);
    const { nodeWidth: width, nodeHeight: height } = map;
    return svg('g', {
      class: 'node', 'data-asset': each.i, transform: `translate(${each.x} ${each.y})`, role: 'button', tabindex: -1,
      'aria-label': `${assetText(asset)}, ${role}, ${tallyText(each.tally)}`,
    }, svg('rect', { class: 'box', width, height, rx: 4 }),
    worst && svg('rect', { class: 'fill-' + worst, width: 4, height, rx: 2 }),
    glyph(asset.layer, 11, 8),
    svg('text', { class: 'name near', x: 32, y: 19, text: fitted(asset.name, '500 11.5px', width - 40 - (each.tally ? 26 : 0)) }),
    svg('text', { class: 'name afar', x: 12, y: 28, text: fitted(asset.name, '500 21px', width - 18 - (each.tally ? 28 : 0)) }),
    svg('text', { class: 'note near', x: 32, y: 34, text: fitted(role, '10.5px', width - 44) }),
    letterBox(each.tally, width - 8, 8),
    svg('title', { text: `${assetText(asset)}\n${role}\n${tallyText(each.tally)}` }));
  }

  function edge(each) {
    return svg('path', { class: 'edge', d: path(each.points), 'marker-end': 'url(#arrow)', 'data-from': each.from, 'data-to': each.to });
  }

  function inside(zone, map) {
    return [zone.edges.map(edge), zone.nodes.map(each => node(each, map))];
  }

  // The name for a view from afar, as large as the box allows.
  function farName({ box: [x, y, width, height], open }, name, size, distance) {
    const line = (text, atX, atY, room, high = size) =>
      svg('text', { class: 'zone-name ' + distance, 'font-size': high, x: atX, y: atY, text: fitted(text, `600 ${high}px`, room) });
    pen.font = `600 ${size}px ` + family;
    if (open) {
      const room = width - 62, fitting = size * Math.min(1, room / Math.max(1, pen.measureText(name).width));
      return line(name, x + 12, y + 9 + size * .72, room, Math.max(size * SMALLEST_NAME, Math.floor(fitting)));
    }
    const lines = [''];
    for (const word of name.split(/(?<=[-._])/)) {
      if (lines.length < 2 && lines[0] && pen.measureText(lines[0] + word).width > width - 58) lines.push('');
      lines[lines.length - 1] += word;
    }
    return lines.map((text, i) => line(text, x + 14, y + height / 2 + size * .34 + (i - (lines.length - 1) / 2) * size * 1.15, width - (i ? 28 : 58)));
  }

  // A bar of the severities in a closed zone.
  function tallyBar(tally, x, y, width) {
    const all = tally ? sum(tally.slice(0, 5)) : 0;
    let left = x;
    return svg('g', { 'aria-hidden': 'true' }, svg('rect', { class: 'fill-quiet', x, y, width, height: 5, rx: 1 }),
      all > 0 && SEVERITIES.map((severity, i) => {
        const part = width * tally[i] / all;
        left += part;
        return part > 0 ? svg('rect', { class: 'fill-' + severity, x: left - part, y, width: part, height: 5 }) : null;
      }));
  }

  function zone(each, index, map) {
    const [x, y, width, height] = each.box;
    const name = zoneName(each.name, each.lane);
    const head = svg('rect', {
      class: 'zone-head', x, y, width, height: each.open ? map.header - 4 : height, rx: 6, role: 'button', tabindex: -1, 'data-zone': index,
      'aria-label': `Zone ${name}, ${plural(each.assets, 'asset')}, ${tallyText(each.tally)}: look inside`,
    }, svg('title', { text: `${name}: ${plural(each.assets, 'asset')}\n${tallyText(each.tally)}\nClick to look inside` }));
    return svg('g', { class: 'zone' + (each.open ? '' : ' is-closed'), 'data-zone-group': index },
      svg('rect', { class: 'box', x, y, width, height, rx: 6 }), head,
      svg('text', { class: 'zone-name near', x: x + map.padding, y: y + 21, text: fitted(name, '600 12.5px', width - 2 * map.padding - 28) }),
      farName(each, name, 19, 'far'), farName(each, name, each.open ? 23 : 26, 'farther'),
      letterBox(each.tally, x + width - map.padding, y + 8),
      each.open
        ? svg('g', { transform: `translate(${x + map.padding} ${y + map.header})` }, inside(each, map))
        : [svg('text', { class: 'note near', x: x + map.padding, y: y + 42, text: `${plural(each.assets, 'asset')}, ${plural(each.tally ? sum(each.tally) : 0, 'finding')}` }),
          svg('g', { class: 'near' }, tallyBar(each.tally, x + map.padding, y + 54, width - 2 * map.padding))]);
  }

  function lane(each) {
    const [x, y, width, height] = each.box;
    return [svg('rect', { class: 'lane lane-' + each.kind, x, y, width, height, rx: 8 }),
      svg('text', { class: 'lane-title', transform: `translate(${x + 21} ${y + height / 2}) rotate(-90)`, text: each.title })];
  }

  function bundle(each, index, faint) {
    const count = sum(each.kinds.map(([, number]) => number));
    return svg('path', {
      class: 'bundle' + (faint ? ' is-faint' : ''), d: path(each.points), 'marker-end': 'url(#arrow)', 'data-bundle': index,
      'stroke-width': (1 + Math.min(3, Math.log2(count) * .45)).toFixed(1),
    });
  }

  return { definitions, glyph, path, node, edge, inside, zone, lane, bundle, fitted, tallyText, worstOf };
})();
