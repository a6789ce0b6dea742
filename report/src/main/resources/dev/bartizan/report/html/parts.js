// Small pieces that several views are made of.

function chip(severity, undecided = false) {
  return el('span', {
    class: 'chip sev-' + severity + (undecided ? ' is-undecided' : ''),
    role: 'img', 'aria-label': severity + (undecided ? ', undecided' : ''), title: capital(severity) + (undecided ? ', undecided' : ''),
    text: letter(severity),
  });
}

function button(text, act, more = {}) {
  return el('button', { type: 'button', class: 'button', onclick: act, ...more }, text);
}

function linkButton(text, act, more = {}) {
  return el('button', { type: 'button', class: 'link', onclick: act, ...more }, text);
}

// A bar of parts, [[class, amount]...], of a whole.
function bar(parts, whole, label) {
  const image = svg('svg', { class: 'bar', viewBox: '0 0 100 8', preserveAspectRatio: 'none', role: 'img', 'aria-label': label });
  image.append(svg('rect', { class: 'fill-quiet', width: 100, height: 8 }));
  let x = 0;
  for (const [fillClass, amount] of parts) {
    const width = whole ? 100 * amount / whole : 0;
    image.append(svg('rect', { class: 'fill-' + fillClass, x, width, height: 8 }));
    x += width;
  }
  return image;
}

function copyButton(label, text) {
  const copy = button(label, async () => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = el('textarea', { class: 'unseen' });
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand('copy');
      area.remove();
    }
    copy.textContent = 'Copied';
    announce('Copied');
    setTimeout(() => copy.textContent = label, 1500);
  }, { class: 'button screen-only' });
  return copy;
}

function placeLine(at) {
  return el('p', { class: 'place mono', text: placeText(at) + (at.column > 1 ? ':' + at.column : '') },
    at.pointer && el('span', { class: 'pointer', text: at.pointer }));
}

function assetLink(reference) {
  const asset = Data.asset(reference);
  if (!asset) return el('span', { class: 'muted', text: 'an asset that this report has no room for' });
  if (asset.left) return el('span', { class: 'wrap', text: assetText(asset) });
  return linkButton(assetText(asset), () => go('map/' + asset.i), { class: 'link wrap', title: 'Show on the map' });
}

// A list that grows on demand: ten thousand members cost nothing until somebody asks for them.
function growing(items, step, draw, listProperties = {}) {
  const list = el('ul', listProperties);
  const more = button('', () => grow(), { class: 'button screen-only' });
  let shown = 0;
  function grow() {
    list.append(...items.slice(shown, shown + step).map(draw));
    shown = Math.min(items.length, shown + step);
    more.textContent = 'Show ' + figure(Math.min(step, items.length - shown)) + ' more of ' + figure(items.length - shown);
    more.hidden = shown >= items.length;
  }
  grow();
  return [list, more];
}

function section(title, ...children) {
  return el('section', {}, el('h3', { text: title }), children);
}

function leftOut(...sentences) {
  const said = sentences.filter(Boolean);
  return said.length ? el('p', { class: 'notice', text: said.join(' ') }) : null;
}
