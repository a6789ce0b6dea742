// Finds assets by words of their name, namespace, kind and role; those with a place on the map come first.

function mapSearch(isOnMap, take) {
  const list = el('ul', { class: 'results', role: 'listbox', id: 'map-results', hidden: true, 'aria-label': 'Assets found' });
  const input = el('input', { type: 'search', placeholder: 'Find an asset  /', role: 'combobox', 'aria-label': 'Find an asset', 'aria-expanded': 'false', 'aria-controls': 'map-results', autocomplete: 'off', id: 'map-search' });
  let found = [], at = 0;
  const choose = index => {
    list.hidden = true;
    input.blur();
    take(found[index].i);
  };
  const mark = () => [...list.children].forEach((item, i) => {
    item.setAttribute('aria-selected', String(i === at));
    if (i === at) item.scrollIntoView({ block: 'nearest' });
  });
  const search = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    found = [];
    if (words.length) {
      for (const asset of Data.assets().values()) {
        const hay = `${asset.name} ${asset.namespace} ${asset.kind} ${asset.role}`.toLowerCase();
        if (words.every(word => hay.includes(word)) && found.push(asset) >= 60) break;
      }
      found.sort((a, b) => isOnMap(b.i) - isOnMap(a.i));
    }
    at = 0;
    fill(clear(list), [found.map((asset, i) => el('li', { role: 'option', id: 'map-result-' + i, onpointerdown: event => {
      event.preventDefault();
      choose(i);
    } }, el('div', { class: 'clip', text: asset.name }), el('div', { class: 'muted small clip', text: [asset.kind, within(asset), asset.role !== 'unknown' && spoken(asset.role)].filter(Boolean).join(' · ') })))]);
    list.hidden = !found.length;
    input.setAttribute('aria-expanded', String(!list.hidden));
    mark();
  };
  input.addEventListener('input', search);
  input.addEventListener('blur', () => list.hidden = true);
  input.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      at = Math.max(0, Math.min(found.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)));
      mark();
      input.setAttribute('aria-activedescendant', 'map-result-' + at);
      event.preventDefault();
    } else if (event.key === 'Enter' && found.length) choose(at);
  });
  return el('div', { class: 'map-search' }, input, list);
}
