// A star of levels: an axis for each domain, a ring for each level. What it shows stands beside it as a table too.

const Radar = (() => {
  const WIDTH = 460, HEIGHT = 330, RADIUS = 112, LEVELS = 4;
  const CENTRE = [WIDTH / 2, HEIGHT / 2];

  const at = (n, count, share) => {
    const angle = 2 * Math.PI * n / count - Math.PI / 2;
    return [CENTRE[0] + RADIUS * share * Math.cos(angle), CENTRE[1] + RADIUS * share * Math.sin(angle)];
  };
  const points = (scores, scale) => scores.map((score, n) => at(n, scores.length, score / scale).map(each => each.toFixed(1)).join(',')).join(' ');

  function label(domain, n, count) {
    const [x, y] = at(n, count, 1.13);
    const anchor = Math.abs(x - CENTRE[0]) < 8 ? 'middle' : x < CENTRE[0] ? 'end' : 'start';
    return svg('text', { class: 'radar-label', x: x.toFixed(1), y: (y + (y > CENTRE[1] + 8 ? 9 : y < CENTRE[1] - 8 ? -2 : 4)).toFixed(1), 'text-anchor': anchor },
      svg('tspan', { class: 'radar-name', text: domain.domain }), svg('tspan', { text: ' ' + levelText(domain.score) }));
  }

  // The card's domains, and those of an earlier one as a dashed line.
  function of(card, before, when) {
    const { domains } = card, count = domains.length;
    const told = domains.map(each => `${each.title} ${levelText(each.score)}`).join(', ');
    const image = svg('svg', { class: 'radar', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': `Levels of ${LEVELS} by domain: ${told}` });
    for (let ring = 1; ring <= LEVELS; ring++) {
      image.append(svg('polygon', { class: 'radar-ring', points: points(domains.map(() => ring), LEVELS) }));
      image.append(svg('text', { class: 'radar-tick', x: CENTRE[0] + 4, y: (CENTRE[1] - RADIUS * ring / LEVELS + 11).toFixed(1), text: ring }));
    }
    domains.forEach((_, n) => {
      const [x, y] = at(n, count, 1);
      image.append(svg('line', { class: 'radar-ring', x1: CENTRE[0], y1: CENTRE[1], x2: x.toFixed(1), y2: y.toFixed(1) }));
    });
    if (before) image.append(svg('polygon', { class: 'radar-before', points: points(before.domains.map(each => each.score / 100), LEVELS) }, svg('title', { text: `on ${when}` })));
    image.append(svg('polygon', { class: 'radar-now', points: points(domains.map(each => each.score / 100), LEVELS) }));
    domains.forEach((each, n) => {
      const [x, y] = at(n, count, each.score / 100 / LEVELS);
      image.append(svg('circle', { class: 'radar-dot', cx: x.toFixed(1), cy: y.toFixed(1), r: 3.2 }), label(each, n, count));
    });
    return image;
  }

  // Scores over time, each stored assessment a dot; days as far apart as they were.
  function trend(history) {
    const days = history.map(each => Date.parse(each.asOf)), width = 380, height = 150, left = 24, top = 12, deep = 108;
    const span = Math.max(1, days.at(-1) - days[0]);
    const x = n => left + (width - left - 14) * (days[n] - days[0]) / span;
    const y = score => top + deep * (1 - score / 100 / LEVELS);
    const image = svg('svg', { class: 'trend', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': 'Score over time: ' + history.map(each => `${each.asOf} ${levelText(each.platform.score)}`).join(', ') });
    for (let level = 0; level <= LEVELS; level++) {
      image.append(svg('line', { class: 'radar-ring', x1: left, x2: width - 14, y1: y(level * 100), y2: y(level * 100) }), svg('text', { class: 'radar-tick', x: left - 8, y: y(level * 100) + 4, 'text-anchor': 'end', text: level }));
    }
    image.append(svg('polyline', { class: 'trend-line', points: history.map((each, n) => `${x(n).toFixed(1)},${y(each.platform.score).toFixed(1)}`).join(' ') }));
    history.forEach((each, n) => image.append(svg('circle', { class: 'radar-dot', cx: x(n).toFixed(1), cy: y(each.platform.score).toFixed(1), r: 3.5 }, svg('title', { text: `${each.asOf}: ${levelText(each.platform.score)}` }))));
    image.append(svg('text', { class: 'radar-tick', x: left, y: height - 8, text: history[0].asOf }), svg('text', { class: 'radar-tick', x: width - 14, y: height - 8, 'text-anchor': 'end', text: history.at(-1).asOf }));
    return image;
  }

  return { of, trend };
})();
