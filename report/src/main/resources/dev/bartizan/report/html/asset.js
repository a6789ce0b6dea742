// The panel of one asset: what it is and why we think so, what is wrong with it, what it is linked to.

const AssetPanel = (() => {
  const SHOWN = 12;

  function facts(asset) {
    const line = (word, ...value) => [el('dt', { text: word }), el('dd', { class: 'wrap' }, value)];
    return el('dl', { class: 'facts' },
      line('Role', asset.role === 'unknown' ? 'not known' : spoken(asset.role), asset.reason && el('span', { class: 'muted', text: ' – ' + asset.reason })),
      asset.component && line('Product', asset.component),
      line('Layer', asset.layer ?? 'not known'), line('Plane', asset.plane ?? 'not known'),
      line('Zone', zoneName(asset.zone)),
      asset.group && line('API', (asset.group === 'core' ? '' : asset.group + '/') + asset.version),
      asset.properties.map(([name, value]) => line(spoken(name), value)));
  }

  function findings(title, list) {
    if (!list.length) return null;
    return section(`${title} (${figure(list.length)})`, growing(list, SHOWN, finding => el('li', {},
      el('button', { type: 'button', class: 'short', onclick: () => go('findings/' + finding.id) },
        chip(finding.severity, finding.undecided), el('span', { class: 'title wrap', text: finding.title })))));
  }

  function links(title, list, end, word) {
    if (!list.length) return null;
    const sorted = [...list].sort((a, b) => a.kind.localeCompare(b.kind, 'en'));
    return section(`${title} (${figure(list.length)})`, growing(sorted, SHOWN, link => el('li', {},
      el('span', { class: 'kind', text: word(link.kind) + ' ' }), assetLink(link[end]),
      el('span', { class: 'where mono clip', title: placeText(link.at), text: link.at.file.split('/').pop() + ':' + link.at.line })), { class: 'ends' }));
  }

  // Who reaches it and whom it reaches, as policies say; a button draws that on the map.
  function reach(index, draw) {
    if (!Reach.there() || !Reach.classes(index).length) return null;
    const side = (title, isInto) => {
      const found = [...Reach.around(index, isInto)].sort((a, b) => b[1] - a[1]);
      const count = sum(found.map(([number]) => sum(Reach.data().classes[number].groups.map(group => group.count))));
      const line = ([number, open]) => {
        const each = Reach.data().classes[number], members = each.groups.flatMap(group => group.members).filter(member => member !== index);
        return (each.outside || members.length > 0) && el('li', {}, each.outside ? el('span', { text: each.outside + ' outside' }) : [assetLink(members[0]), members.length > 1 ? ` and ${figure(members.length - 1)} like it` : ''],
          el('span', { class: 'muted', text: '  ' + Reach.WORDS[open] }));
      };
      return section(`${title} (${plural(count, 'workload')})`, growing(found.filter(line), SHOWN, line, { class: 'ends' }));
    };
    const show = (word, mode) => button(word, event => {
      const pressed = event.currentTarget.getAttribute('aria-pressed') === 'true';
      for (const other of event.currentTarget.parentNode.children) other.setAttribute('aria-pressed', 'false');
      event.currentTarget.setAttribute('aria-pressed', String(!pressed));
      draw(pressed ? '' : mode);
    }, { 'aria-pressed': 'false' });
    return [el('div', { class: 'reach', role: 'group', 'aria-label': 'Show on the map' }, show('Who reaches it', 'into'), show('Whom it reaches', 'from')),
      side('Reached by', true), side('Reaches', false)];
  }

  function of(index, parts, close, draw) {
    const asset = Data.asset(index);
    if (!asset) return [el('p', { text: 'This report has no room for that asset. assessment.json has it.' }), button('Close', close)];
    const own = Data.findingsByAsset().get(index) ?? [];
    const known = new Set(own);
    const folded = parts.flatMap(part => Data.findingsByAsset().get(part) ?? []).filter(finding => !known.has(finding) && known.add(finding))
      .sort((a, b) => a.rank - b.rank);
    return [
      el('div', { class: 'panel-top' }, el('div', {}, el('h2', { text: asset.name }),
        el('p', { class: 'muted small', text: [asset.kind, within(asset)].filter(Boolean).join(' in ') })),
      button('✕', close, { 'aria-label': 'Close the panel', class: 'button plain' })),
      facts(asset),
      findings('Findings', own) ?? el('p', { class: 'muted small', text: 'No finding is about this asset itself.' }),
      findings('Findings of its parts', folded),
      parts.length > 0 && section(`Its parts (${figure(parts.length)})`,
        growing(parts, SHOWN, part => el('li', {}, assetLink(part)), { class: 'ends' })),
      reach(index, draw),
      links('Links to', Data.links().from(index), 'to', kind => kind),
      links('Linked from', Data.links().to(index), 'from', kind => kind + ' ←'),
      section('Declared at', asset.at.map(placeLine),
        asset.places > asset.at.length && el('p', { class: 'muted small', text: `and ${figure(asset.places - asset.at.length)} more places` }),
        asset.at[0] && excerptOf(asset.at[0], 'info'),
        el('p', {}, copyButton('Copy id', asset.id))),
    ];
  }

  return { of };
})();
