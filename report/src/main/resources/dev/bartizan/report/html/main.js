// Ties the views together: address, tabs, keys, theme. The summary is drawn before the browser has read the rest of the file.

const VIEWS = {
  summary: { title: 'Summary', draw: Summary.draw, once: true },
  map: { title: 'Map', draw: PlatformMap.draw, key: PlatformMap.key },
  findings: { title: 'Findings', draw: Findings.draw, key: Findings.key },
  network: { title: 'Network', draw: Network.draw, once: true },
  threats: { title: 'Threats', draw: Threats.draw, show: Threats.show, once: true },
  controls: { title: 'Controls', draw: Controls.draw, once: true },
  risk: { title: 'Risk', draw: Risk.draw, once: true },
  readiness: { title: 'Readiness', draw: Readiness.draw, once: true },
  questions: { title: 'Questions', draw: drawQuestions, once: true },
  input: { title: 'Input', draw: drawInput, once: true },
  checks: { title: 'Checks', draw: drawChecks, once: true },
  about: { title: 'About', draw: drawAbout, once: true },
};

// A page about what was not analysed would look as if there were nothing to tell.
const PAGES_OF = { network: ['network'], baseline: ['findings', 'questions', 'checks'], threats: ['threats', 'controls'], risk: ['risk'], readiness: ['readiness'] };
for (const analysis of Data.overview.notAnalysed) for (const id of PAGES_OF[analysis]) delete VIEWS[id];

function go(address) {
  location.hash = address;
}

// Keeps the address in step without a place in the history for every key press.
function replace(address) {
  try {
    history.replaceState(null, '', '#' + address);
  } catch {
    // A file opened from a disk may not be allowed to; the address then stays behind.
  }
}

const drawn = new Set();

function address() {
  try {
    return decodeURIComponent(location.hash.slice(1)).split('/');
  } catch {
    // Not an address of ours: half a character, for instance.
    return [''];
  }
}

function route() {
  const [name, ...rest] = address();
  const id = Object.hasOwn(VIEWS, name) ? name : 'summary';
  if (id !== 'summary' && document.readyState === 'loading') return;
  for (const other of Object.keys(VIEWS)) {
    byId('view-' + other).hidden = other !== id;
    const tab = byId('tab-' + other);
    other === id ? tab.setAttribute('aria-current', 'page') : tab.removeAttribute('aria-current');
  }
  byId('tab-' + id).scrollIntoView({ block: 'nearest', inline: 'nearest' });
  if (!VIEWS[id].once || !drawn.has(id)) VIEWS[id].draw(byId('view-' + id), rest.join('/'));
  VIEWS[id].show?.(rest.join('/'));
  drawn.add(id);
}

const current = () => Object.keys(VIEWS).find(id => !byId('view-' + id).hidden);

function toggleTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  try {
    localStorage.setItem('bartizan-theme', root.dataset.theme);
  } catch {
    // Not remembered, then.
  }
}

function frame() {
  const { name, asOf, findings, problems, assets, questionCount, checkCount, threatCount } = Data.overview;
  byId('platform').textContent = name || 'AI platform';
  byId('platform').title = name;
  byId('as-of').textContent = `as of ${asOf} · ${plural(assets, 'asset')}`;
  const counts = { findings: findings.inForce + findings.waived, questions: questionCount, input: problems.error + problems.warning, checks: checkCount, threats: threatCount ?? 0 };
  for (const [id, { title }] of Object.entries(VIEWS)) {
    byId('tabs').append(el('a', { id: 'tab-' + id, href: '#' + id }, title, id in counts && el('span', { class: 'count', text: figure(counts[id]) })));
    byId('main').append(el('section', { class: 'view', id: 'view-' + id, hidden: true, 'aria-labelledby': 'tab-' + id }));
  }
  for (const id of ['map', 'findings'].filter(id => id in VIEWS)) byId('view-' + id).style.height = '100%';
  const help = el('dialog', { class: 'sheet', 'aria-labelledby': 'keys-title' }, el('h2', { id: 'keys-title', text: 'Keys' }), keyList(),
    el('form', { method: 'dialog' }, el('button', { class: 'button' }, 'Close')));
  document.body.append(help);
  fill(byId('tools'), [button('◐', toggleTheme, { class: 'button plain', 'aria-label': 'Light or dark', title: 'Light or dark (t)' }),
    button('?', () => help.showModal(), { class: 'button plain', 'aria-label': 'Keys', title: 'Keys (?)' }),
    button('Print', () => print(), { class: 'button plain', id: 'print' })]);
  return help;
}

function keys(help) {
  const goto = { s: 'summary', m: 'map', n: 'network', h: 'threats', o: 'controls', r: 'risk', y: 'readiness', f: 'findings', q: 'questions', i: 'input', c: 'checks', a: 'about' };
  let going = false;
  addEventListener('keydown', event => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName);
    if (event.ctrlKey || event.metaKey || event.altKey || help.open || (typing && event.key !== 'Escape')) return;
    if (typing) document.activeElement.blur();
    if (going && goto[event.key]) go(goto[event.key]);
    else if (event.key === '?') help.showModal();
    else if (event.key === 't') toggleTheme();
    else if (event.key === '/' && !VIEWS[current()].key && VIEWS.findings) {
      go('findings');
      setTimeout(() => VIEWS.findings.key(event));
      event.preventDefault();
    } else VIEWS[current()].key?.(event);
    going = event.key === 'g';
  });
}

try {
  const theme = localStorage.getItem('bartizan-theme');
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  // The system decides.
}
byId('skip').addEventListener('click', event => {
  event.preventDefault();
  byId('main').focus();
});
keys(frame());
paper();
addEventListener('hashchange', route);
addEventListener('DOMContentLoaded', route);
route();
