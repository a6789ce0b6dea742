// What the map shows in full; the rest fades.

function mapFilters(map, changed) {
  const chosen = { layers: new Set(), severities: new Set(), roles: new Set(), kinds: new Set() };
  const nodes = map.zones.flatMap(zone => zone.nodes);
  const roles = [...new Set(nodes.map(node => Data.asset(node.i)?.role ?? 'unknown'))].sort();
  const kinds = [...new Set([...map.bundles.flatMap(bundle => bundle.kinds.map(([kind]) => kind)), ...map.zones.flatMap(zone => zone.edges.flatMap(edge => edge.kinds))])].sort();

  function group(title, set, options, two = false) {
    return el('fieldset', {}, el('legend', { text: title }), el('div', { class: two ? 'two' : '' }, options.map(([value, text]) => {
      const box = el('input', { type: 'checkbox', onchange: () => {
        box.checked ? set.add(value) : set.delete(value);
        changed();
      } });
      return el('label', {}, box, el('span', { class: 'clip', text }));
    })));
  }

  const panel = el('div', { class: 'filter-panel', hidden: true, role: 'group', 'aria-label': 'Filter the map' });
  function build() {
    fill(clear(panel), [
      el('p', { class: 'muted small', text: 'Choose what to emphasise. Nothing chosen shows everything.' }),
      group('Severity', chosen.severities, [...SEVERITIES.map(each => [each, capital(each)]), ['undecided', 'Undecided'], ['none', 'No finding']], true),
      group('Layer', chosen.layers, [...LAYERS.map(each => [each, capital(each)]), ['unknown', 'Not known']], true),
      group('Link', chosen.kinds, kinds.map(each => [each, each]), true),
      group('Role', chosen.roles, roles.map(each => [each, each === 'unknown' ? 'Not known' : spoken(each)]), true),
      el('p', {}, button('Reset', () => {
        Object.values(chosen).forEach(set => set.clear());
        build();
        changed();
      }), ' ', button('Close', () => panel.hidden = true)),
    ]);
  }
  build();

  return {
    panel,
    active: () => sum(Object.values(chosen).map(set => set.size)),
    passes(node) {
      const asset = Data.asset(node.i) ?? {};
      const has = word => word === 'none' ? !node.tally : node.tally?.[word === 'undecided' ? 5 : SEVERITIES.indexOf(word)] > 0;
      return (!chosen.layers.size || chosen.layers.has(asset.layer ?? 'unknown'))
        && (!chosen.roles.size || chosen.roles.has(asset.role ?? 'unknown'))
        && (!chosen.severities.size || [...chosen.severities].some(has));
    },
    passesKinds: list => !chosen.kinds.size || list.some(kind => chosen.kinds.has(kind)),
  };
}
