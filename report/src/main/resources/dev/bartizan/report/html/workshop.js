// A workshop: cards of threats, silent votes, notes, answers and decisions, saved to a file. Nothing leaves the page but that file.

const deck = JSON.parse(byId('data').textContent);
const WEIGHTS = [0, 1, 2, 3, 4, 5];
const CHOICES = ['mitigate', 'avoid', 'transfer', 'accept', 'later'];
const today = new Date().toISOString().slice(0, 10);
const state = { title: `Workshop on ${deck.name || 'the platform'}`, date: today, participants: [], votes: {}, revealed: {}, notes: {}, decisions: {}, answers: {} };
let current = 0, voter = 0, unsaved = false;

const card = () => deck.cards[current];
const votesOf = id => state.votes[id] ??= {};
const decisionOf = id => state.decisions[id] ??= { decision: '', why: '', owner: '', until: '' };
// One question may stand on several cards: it is answered once.
const keyOf = ask => [ask.kind, ask.key, ask.place, JSON.stringify(ask.select)].join(' ');
const answerOf = ask => state.answers[keyOf(ask)] ??= { value: '', note: '' };

function changed() {
  unsaved = true;
}

// Votes

function vote(weight) {
  const name = state.participants[voter], votes = votesOf(card().id);
  if (!name) return announce('Add who votes first.'), byId('name').focus();
  if (state.revealed[card().id]) return announce('The votes are open: begin a new round to vote again.');
  votes[name] = weight;
  changed();
  const waiting = state.participants.findIndex(each => votes[each] === undefined);
  if (waiting >= 0) voter = waiting;
  announce(`${name} has voted${waiting >= 0 ? `; next: ${state.participants[voter]}` : '; everybody has'}`);
  draw();
}

function reveal() {
  const { id } = card();
  if (!Object.keys(votesOf(id)).length) return announce('Nobody has voted yet.');
  state.revealed[id] = true;
  changed();
  draw();
  announce(summary(id));
}

function again() {
  const { id } = card();
  state.votes[id] = {};
  state.revealed[id] = false;
  voter = 0;
  changed();
  draw();
}

function middle(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b), half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

function summary(id) {
  const weights = Object.values(votesOf(id)), spread = Math.max(...weights) - Math.min(...weights);
  return `Middle vote ${middle(weights)} of ${plural(weights.length, 'vote')}` + (spread >= 2 ? `, ${spread} apart: lowest and highest speak first` : ', close together');
}

function votes() {
  const { id } = card(), cast = votesOf(id), open = state.revealed[id];
  const voters = el('div', { class: 'voters', role: 'group', 'aria-label': 'Who votes' }, state.participants.map((name, i) => el('button', { type: 'button', 'aria-pressed': String(i === voter && !open), onclick: () => { voter = i; draw(); } }, (cast[name] === undefined ? '' : '✓ ') + name)));
  const buttons = el('div', { class: 'weights', role: 'group', 'aria-label': 'Vote' }, WEIGHTS.map(weight => el('button', { type: 'button', 'data-weight': weight, onclick: () => vote(weight) }, weight)));
  return el('section', { class: 'panel-box', id: 'votes' }, el('h3', { text: 'How much does this worry you?' }),
    state.participants.length ? voters : el('p', { class: 'muted', text: 'Add the participants above: each votes in turn, nobody sees the others.' }),
    open ? [el('div', { class: 'shown' }, [...WEIGHTS].reverse().map(weight => { const who = state.participants.filter(name => cast[name] === weight); return who.length > 0 && el('div', { class: 'row' }, el('b', { text: weight }), el('span', {}, who.map(name => el('span', { class: 'who', text: name })))); })), el('p', { text: summary(id) }), el('p', {}, button('New round', again))]
      : [el('p', { class: 'muted small', text: state.participants[voter] ? `${state.participants[voter]}, 0 is not at all, 5 keeps you awake. Nobody sees it yet.` : '0 is not at all, 5 keeps you awake.' }), buttons,
        el('p', {}, button(`Reveal (${Object.keys(cast).length} of ${state.participants.length} voted)`, reveal, { id: 'reveal' }))]);
}

// The card

function field(label, control) {
  return el('label', {}, label, control);
}

function input(value, store, more = {}) {
  return el('input', { type: 'text', value, oninput: event => { store(event.target.value); changed(); }, ...more });
}

function choose(value, options, store, more = {}) {
  return set(fill(el('select', { onchange: event => { store(event.target.value); changed(); draw(); } }), options.map(([each, text]) => el('option', { value: each, selected: each === value }, text))), more);
}

function question(ask) {
  const answer = answerOf(ask);
  const form = {
    answers: () => el('div', { class: 'fields' }, field('Answer', choose(answer.value, [['', 'open'], ...ask.values.map(value => [value, value])], value => answer.value = value)), field('Because', input(answer.note, note => answer.note = note))),
    attestations: () => el('div', { class: 'fields' }, field('In place?', choose(answer.value, [['', 'open'], ['yes', 'yes'], ['no', 'no']], value => answer.value = value)), field('Where it can be looked up', input(answer.note, note => answer.note = note, { placeholder: 'https://…' }))),
    complete: () => el('div', { class: 'fields' }, field('Complete?', choose(answer.value, [['', 'open'], ['yes', 'yes, all of it is in the input']], value => answer.value = value))),
    other: () => el('pre', { tabindex: 0, text: ask.lines }),
  };
  return el('div', { class: 'question' }, el('p', { class: 'wrap' }, ask.text, el('span', { class: 'muted small', text: '  ' + ask.place })), form[ask.kind](),
    ask.kind === 'attestations' && answer.value && !answer.note.trim() && el('p', { class: 'wrong', text: 'An attestation needs a place where it can be looked up: it is not saved without.' }));
}

function decision() {
  const made = decisionOf(card().id);
  const lacks = made.decision && !made.why.trim() ? 'A decision needs a reason: it is not saved without.' : made.decision === 'accept' && !made.until ? 'An acceptance needs an end: it is not saved without.' : '';
  return el('section', { class: 'panel-box', id: 'decision' }, el('h3', { text: 'Decision' }),
    el('div', { class: 'fields' }, field('What we do', choose(made.decision, [['', 'open'], ...CHOICES.map(each => [each, each])], value => made.decision = value)), field('Why', input(made.why, value => made.why = value, { onchange: draw })),
      field('Owner', input(made.owner, value => made.owner = value)), field('Until', input(made.until, value => made.until = value, { type: 'date', onchange: draw }))),
    lacks && el('p', { class: 'wrong', text: lacks }));
}

function place(each) {
  return el('li', {}, el('span', { class: 'wrap', text: each.statement }), each.evidence.map(one => el('div', { class: 'where', text: `${one.statement}  ${one.at}` })));
}

function sheet() {
  const each = card();
  return el('article', { class: 'sheet-card sev-' + each.severity }, el('div', {}, el('h2', { tabindex: -1, id: 'card-title', text: each.title }),
    el('p', { class: 'tagline' }, el('span', { class: 'severity' + (each.open ? ' is-open' : ''), text: each.severity + (each.open ? ', open' : ', real') }), el('span', { text: each.zones.map(zone => zone === '-' ? 'cluster-wide' : zone).join(' → ') }), el('span', { class: 'mono small', text: each.threat }))),
  el('p', { class: 'story', text: each.story }),
  el('ul', { class: 'proof' }, each.places.map(place), each.more > 0 && el('li', { class: 'muted', text: `and on ${each.more} more` }), each.missing.map(control => el('li', {}, el('b', { text: 'Missing: ' }), `${control.title} (${control.id})`))),
  votes(), each.questions.length > 0 && el('section', { class: 'panel-box', id: 'questions' }, el('h3', { text: 'What would settle it' }), each.questions.map(question)),
  decision(),
  el('section', { class: 'panel-box' }, el('h3', { text: 'Notes' }), area(each)),
  el('p', {}, button('← Previous', () => step(-1), { disabled: current === 0 }), ' ', button('Next →', () => step(1), { disabled: current === deck.cards.length - 1 })));
}

function area(each) {
  const text = el('textarea', { 'aria-label': 'Notes', oninput: event => { state.notes[each.id] = event.target.value; changed(); } });
  text.value = state.notes[each.id] ?? '';
  return text;
}

function step(by) {
  const next = Math.min(deck.cards.length - 1, Math.max(0, current + by));
  if (next === current) return;
  show(next);
}

function show(number) {
  current = number;
  voter = Math.max(0, state.participants.findIndex(name => votesOf(card().id)[name] === undefined));
  draw();
  byId('card-title').focus({ preventScroll: true });
  scrollTo(0, 0);
  announce(card().title);
}

// The whole page

function list() {
  return el('nav', { class: 'deck', 'aria-label': 'Cards' }, el('ol', {}, deck.cards.map((each, i) => el('li', {}, el('button', { type: 'button', 'aria-current': String(i === current), onclick: () => show(i) },
    chip(each.severity, each.open), el('span', { class: 'wrap', text: each.title }), el('span', { class: 'done', text: state.decisions[each.id]?.decision ? '✓' : '' }))))),
  deck.omitted > 0 && el('p', { class: 'muted small', text: `${figure(deck.omitted)} lesser ones are in assessment.json.` }));
}

function draw() {
  const held = document.activeElement, label = held?.closest('label')?.firstChild?.textContent, within = held?.closest('section')?.id, scrolled = document.querySelector('.deck')?.scrollTop ?? 0;
  fill(clear(byId('main')), deck.cards.length ? [list(), sheet()] : [el('p', { class: 'notice', text: 'No threat of the catalogue is real or open on this platform: there is nothing to talk about.' })]);
  if (document.querySelector('.deck')) document.querySelector('.deck').scrollTop = scrolled;
  if (label && within) [...document.querySelectorAll(`#${within} label`)].find(each => each.firstChild.textContent === label)?.querySelector('input, select')?.focus();
  const people = byId('people');
  if (people) people.textContent = state.participants.length ? state.participants.join(', ') : 'nobody yet';
}

function join(name) {
  const clean = name.trim().slice(0, 60);
  if (!clean || state.participants.includes(clean)) return;
  state.participants.push(clean);
  changed();
  draw();
}

// The file: JSON, which YAML readers read. Only what is whole is in it; the page says what is not.
function result() {
  const about = each => ({ threat: each.threat, zones: each.zones });
  const asked = new Map(deck.cards.flatMap(each => each.questions).map(ask => [keyOf(ask), ask]));
  const given = kind => [...asked].filter(([key, ask]) => ask.kind === kind && state.answers[key]?.value).map(([key, ask]) => [ask, state.answers[key]]);
  const by = state.participants.join(', ');
  return {
    version: 1, title: state.title, date: state.date, participants: state.participants,
    answers: given('answers').map(([ask, { value, note }]) => ({ property: ask.key, value, ...(note.trim() && { because: note.trim() }), select: ask.select })),
    attestations: given('attestations').filter(([, { note }]) => note.trim()).map(([ask, { value, note }]) => ({ control: ask.key, holds: value === 'yes', evidence: note.trim(), date: state.date, ...(by && { by }), select: ask.select })),
    complete: given('complete').map(([ask]) => ask.key),
    votes: deck.cards.filter(each => state.revealed[each.id]).map(each => ({ about: about(each), by: votesOf(each.id) })),
    decisions: deck.cards.filter(each => { const made = decisionOf(each.id); return made.decision && made.why.trim() && (made.decision !== 'accept' || made.until); })
      .map(each => { const made = decisionOf(each.id); return { about: about(each), decision: made.decision, why: made.why.trim(), ...(made.owner.trim() && { owner: made.owner.trim() }), ...(made.until && { until: made.until }) }; }),
    notes: deck.cards.filter(each => state.notes[each.id]?.trim()).map(each => ({ about: about(each), text: state.notes[each.id].trim() })),
  };
}

function save() {
  const file = el('a', { href: URL.createObjectURL(new Blob([JSON.stringify(result(), null, 2) + '\n'], { type: 'application/json' })), download: `workshop-${state.date}.json` });
  file.click();
  // A browser that asks where to save reads the file later.
  setTimeout(() => URL.revokeObjectURL(file.href), 60_000);
  unsaved = false;
  announce('Saved. Name the file in section workshops of bartizan.yaml.');
}

// Takes a saved file up again: answers and decisions are found by what they are about.
async function open(file) {
  let saved;
  try {
    saved = JSON.parse(await file.text());
    if (saved.version !== 1) throw new Error();
  } catch {
    return announce('This is no file that this page saved.');
  }
  const named = about => deck.cards.find(each => each.threat === about?.threat && JSON.stringify(each.zones) === JSON.stringify(about?.zones));
  state.participants = [...new Set([...state.participants, ...(saved.participants ?? []).map(String)])];
  for (const each of saved.votes ?? []) { const found = named(each.about); if (found) { state.votes[found.id] = { ...each.by }; state.revealed[found.id] = true; } }
  for (const each of saved.decisions ?? []) { const found = named(each.about); if (found) state.decisions[found.id] = { decision: each.decision ?? '', why: each.why ?? '', owner: each.owner ?? '', until: each.until ?? '' }; }
  for (const each of saved.notes ?? []) { const found = named(each.about); if (found) state.notes[found.id] = String(each.text); }
  for (const ask of deck.cards.flatMap(each => each.questions)) {
    const same = JSON.stringify(ask.select);
    const answer = (saved.answers ?? []).find(each => ask.kind === 'answers' && each.property === ask.key && JSON.stringify(each.select) === same);
    const attested = (saved.attestations ?? []).find(each => ask.kind === 'attestations' && each.control === ask.key && JSON.stringify(each.select) === same);
    if (answer) state.answers[keyOf(ask)] = { value: answer.value, note: answer.because ?? '' };
    if (attested) state.answers[keyOf(ask)] = { value: attested.holds === false ? 'no' : 'yes', note: attested.evidence ?? '' };
    if (ask.kind === 'complete' && (saved.complete ?? []).includes(ask.key)) state.answers[keyOf(ask)] = { value: 'yes', note: '' };
  }
  draw();
  announce('Taken up again.');
}

function toggleTheme() {
  const root = document.documentElement, dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
}

function frame() {
  const keys = [['← →  j k', 'Previous and next card'], ['0 to 5', 'Vote, for whoever is next'], ['v', 'Reveal the votes'], ['n', 'Add a participant'], ['s', 'Save the file'], ['t', 'Light or dark'], ['?', 'These keys']];
  const help = el('dialog', { 'aria-labelledby': 'keys-title' }, el('h2', { id: 'keys-title', text: 'Keys' }), el('dl', {}, keys.map(([key, text]) => [el('dt', {}, el('kbd', { text: key })), el('dd', { text })])), el('form', { method: 'dialog' }, el('button', { class: 'button' }, 'Close')));
  document.body.append(help);
  const name = el('input', { id: 'name', type: 'text', placeholder: 'Add a participant', 'aria-label': 'Add a participant', onkeydown: event => {
    if (event.key !== 'Enter') return;
    join(name.value);
    name.value = '';
  } });
  const chosen = el('input', { type: 'file', accept: '.json,application/json', hidden: true, onchange: () => chosen.files[0] && open(chosen.files[0]) });
  fill(byId('bar'), [el('h1', { text: 'Threat workshop: ' + (deck.name || 'AI platform') }), el('span', { class: 'muted small' }, 'with ', el('span', { id: 'people', text: 'nobody yet' })), name, chosen,
    button('Open', () => chosen.click()), button('Save', save, { class: 'button strong', id: 'save' }), button('◐', toggleTheme, { 'aria-label': 'Light or dark' }), button('?', () => help.showModal(), { 'aria-label': 'Keys' })]);
  return help;
}

function keyboard(help) {
  addEventListener('keydown', event => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName);
    if (event.key === 'Escape' && typing) document.activeElement.blur();
    if (event.ctrlKey || event.metaKey || event.altKey || help.open || typing || !deck.cards.length) return;
    if (event.key >= '0' && event.key <= '5') vote(Number(event.key));
    else if (event.key === 'ArrowRight' || event.key === 'j') step(1);
    else if (event.key === 'ArrowLeft' || event.key === 'k') step(-1);
    else if (event.key === 'v') reveal();
    else if (event.key === 'n') byId('name').focus();
    else if (event.key === 's') save();
    else if (event.key === 't') toggleTheme();
    else if (event.key === '?') help.showModal();
    else return;
    event.preventDefault();
  });
}

addEventListener('beforeunload', event => {
  if (unsaved) event.preventDefault();
});
keyboard(frame());
draw();
