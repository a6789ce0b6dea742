// Who can reach whom: joins what policies say on both sides of a pair. A class is a set of pods, or a range of addresses, that no policy tells apart.

const Reach = (() => {
  const ALLOWED = 0, DENIED = 1, DEPENDS = 2;
  const NONE = 0, MAYBE = 1, SOME = 2, ALL = 3;
  const WORDS = ['closed', 'not certain', 'some ports', 'all ports'];
  const expanded = { egress: new Map(), ingress: new Map() };
  const joined = new Map();
  const ranges = new Map();
  let classesOf;

  const data = () => Data.network();
  const there = () => Data.overview.network;

  // The decision of each class of a row, by its number; -1 where the row was left out.
  function row(side, number) {
    if (!expanded[side].has(number)) {
      const all = new Int32Array(data().classes.length).fill(-1), runs = data()[side][number];
      for (let i = 0, first = 0; i < runs.length; first = runs[i] + 1, i += 2) all.fill(runs[i + 1], first, runs[i] + 1);
      expanded[side].set(number, all);
    }
    return expanded[side].get(number);
  }

  function portsOf(text) {
    if (!ranges.has(text)) {
      ranges.set(text, text.split(',').filter(Boolean).map(each => {
        const [transport, numbers] = each.split('/'), [first, last = first] = numbers.split('-');
        return { transport, first: Number(first), last: Number(last) };
      }));
    }
    return ranges.get(text);
  }

  function common(one, other) {
    return portsOf(one).flatMap(a => portsOf(other).filter(b => a.transport === b.transport && a.first <= b.last && b.first <= a.last)
      .map(b => ({ transport: a.transport, first: Math.max(a.first, b.first), last: Math.min(a.last, b.last) })));
  }

  // The ways that both sides leave open, with the ports that they share.
  function ways(from, to) {
    const out = row('egress', data().classes[from].e)[to], into = row('ingress', data().classes[to].i)[from];
    if (out < 0 || into < 0) return null;
    return join(out, into).ways;
  }

  function join(out, into) {
    const key = out + ' ' + into;
    if (!joined.has(key)) {
      const both = [];
      for (const one of data().decisions[out]) {
        for (const other of data().decisions[into]) {
          const ports = common(one.ports, other.ports);
          if (!ports.length) continue;
          const verdict = one.verdict === DENIED || other.verdict === DENIED ? DENIED : one.verdict === DEPENDS || other.verdict === DEPENDS ? DEPENDS : ALLOWED;
          both.push({ ports, verdict, egress: one.steps, ingress: other.steps });
        }
      }
      joined.set(key, { ways: both, level: levelOf(both) });
    }
    return joined.get(key);
  }

  function levelOf(both) {
    if (both.every(way => way.verdict === DENIED)) return NONE;
    if (both.every(way => way.verdict === ALLOWED)) return ALL;
    return both.some(way => way.verdict === ALLOWED) ? SOME : MAYBE;
  }

  function level(from, to) {
    const out = row('egress', data().classes[from].e)[to], into = row('ingress', data().classes[to].i)[from];
    return out < 0 || into < 0 ? MAYBE : join(out, into).level;
  }

  function wordOf(ports) {
    const whole = ports.filter(port => port.first === 1 && port.last === 65535);
    if (whole.length === 3) return 'all ports';
    return ports.map(port => port.transport.toUpperCase() + ' ' + (port.first === port.last ? port.first : port.first === 1 && port.last === 65535 ? 'all' : port.first + '–' + port.last)).join(', ');
  }

  function classes(asset) {
    if (!classesOf) {
      classesOf = new Map();
      data().classes.forEach((each, number) => each.groups.forEach(group => group.members.forEach(member => {
        if (!classesOf.has(member)) classesOf.set(member, new Set());
        classesOf.get(member).add(number);
      })));
    }
    return [...classesOf.get(asset) ?? []];
  }

  // The classes that reach an asset, or that it reaches, each with how far.
  function around(asset, isInto) {
    const own = classes(asset), found = new Map();
    for (const mine of own) {
      data().classes.forEach((_, other) => {
        const open = isInto ? level(other, mine) : level(mine, other);
        if (open !== NONE) found.set(other, Math.max(open, found.get(other) ?? NONE));
      });
    }
    return found;
  }

  // The assets of those classes.
  function assets(asset, isInto) {
    return new Set([...around(asset, isInto).keys()].flatMap(each => data().classes[each].groups.flatMap(group => group.members)));
  }

  return { there, data, ways, level, wordOf, classes, around, assets, WORDS, NONE, MAYBE, SOME, ALL, DENIED, DEPENDS };
})();
