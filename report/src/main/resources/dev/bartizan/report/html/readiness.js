// How ready the platform and its teams are: levels by domain and question, what answered them, what lifts them, and when to look again.

const levelText = hundredths => (hundredths / 100).toFixed(2);

const Readiness = (() => {
  const BY = { machine: 'measured', attested: 'somebody’s word', inherited: 'the provider’s word', nobody: 'nobody answers' };
  const SIGNS = { holds: '✓', fails: '✗', open: '?' };
  const MOST_REVIEWS = 12;

  const steps = level => el('span', { class: 'steps-of', role: 'img', 'aria-label': `level ${level} of 4` }, [1, 2, 3, 4].map(each => el('i', { class: each <= level ? 'is-reached' : '' })));
  const place = at => el('span', { class: 'where mono wrap', text: placeText(at) });

  function headline(facts) {
    const { platform } = facts, lowest = [...platform.domains].sort((a, b) => a.score - b.score)[0];
    const before = facts.history.at(-1), gone = before && platform.score - before.platform.score;
    return el('div', { class: 'card wide', id: 'readiness-headline' }, el('header', {}, el('h2', { text: `Readiness ${levelText(platform.score)} of 4` }), el('p', { text: `${facts.catalogue} · bartizan readiness tells the same` })),
      el('p', { class: 'tally' }, el('b', { text: `${platform.confidence} %` }), ' of it is measured, the rest is people’s word or nobody’s. Lowest: ', el('b', { text: `${lowest.title}, ${levelText(lowest.score)}` }), '.',
        before && ` Since ${before.asOf}: ${gone === 0 ? 'unchanged' : (gone > 0 ? 'up ' : 'down ') + levelText(Math.abs(gone))}.`),
      el('p', { class: 'muted small', text: 'A domain is the mean of its questions, and never more than the lowest of them plus one. A level holds only if what it needs was measured, or somebody vouches for it with evidence and a date.' }),
      el('details', { class: 'pair' }, el('summary', {}, 'What this does not say'), el('ul', { class: 'forces' }, facts.limits.map(limit => el('li', { class: 'wrap', text: limit })))));
  }

  function radar(facts) {
    const before = facts.history.at(-1);
    return el('div', { class: 'card half', id: 'readiness-radar' }, el('header', {}, el('h2', { text: 'By domain' }), before && el('p', { text: `– – on ${before.asOf}` })), Radar.of(facts.platform, before?.platform, before?.asOf));
  }

  function domains(facts) {
    return el('div', { class: 'card half' }, el('header', {}, el('h2', { text: 'Domains' }), el('p', { text: 'level · how much of it is measured' })),
      el('table', { class: 'plain-table' }, el('thead', {}, el('tr', {}, ['Domain', 'Level', 'Measured'].map((name, n) => el('th', { class: n ? 'number' : '', scope: 'col', text: name })))),
        el('tbody', {}, facts.platform.domains.map(each => el('tr', {}, el('th', { scope: 'row', class: 'plain' }, linkButton(each.title, () => {
          const here = byId('domain-' + each.domain);
          here?.scrollIntoView({ block: 'start' });
          here?.querySelector('summary')?.focus({ preventScroll: true });
        }, { class: 'link wrap' })), el('td', { class: 'number', text: levelText(each.score) }), el('td', { class: 'number', text: `${each.confidence} %` }))))));
  }

  function measured(one) {
    const open = one.open ? `, ${figure(one.open)} open` : '';
    const value = one.whole ? `${figure(one.part)} of ${figure(one.whole)}${open}, wanted ${one.target}` : 'not measured';
    return el('li', { class: 'wrap' }, el('span', { class: 'state is-' + one.standing, text: SIGNS[one.standing] + ' ' }), `${one.measure}: ${value}`,
      one.gap && el('span', { class: 'muted', text: ` (${one.gap})` }), one.date && el('span', { class: 'muted small', text: ` ${one.date}` }));
  }

  function rung(each) {
    return el('li', { class: 'rung is-' + each.standing }, el('p', { class: 'wrap' }, el('b', { text: `${each.level} ` }), each.lifts), el('ul', { class: 'measured small' }, each.measured.map(measured)));
  }

  function question(each) {
    return el('li', {}, el('details', { class: 'pair question-of' }, el('summary', {}, el('span', { class: 'name' }, el('b', { class: 'mono', text: each.question })), steps(each.level),
      el('span', { class: 'title wrap', text: each.ask }), el('span', { class: 'muted small' }, BY[each.provenance], each.due.length > 0 && el('span', { class: 'state is-fails', text: ' · due now' }))),
    el('div', { class: 'way' }, each.lift && el('p', { class: 'wrap' }, el('b', { text: 'What lifts it: ' }), each.lift),
      [...each.notes, ...each.due.map(due => 'Due now: ' + due)].map(note => el('p', { class: 'wrap', text: note })),
      el('p', { class: 'muted small', text: (each.answered ? `answered ${each.answered}, ` : '') + `looked at every ${each.cadence}, next on ${each.review}` }),
      el('ol', { class: 'rungs' }, each.rungs.map(rung)),
      each.evidence.length > 0 && [el('h4', { class: 'small', text: 'Evidence' }), el('ul', { class: 'steps' }, each.evidence.map(one => el('li', { class: 'wrap' }, one.statement, ' ', place(one.location))))],
      el('p', { class: 'muted small wrap', text: each.maps.join(' · ') }))));
  }

  function questions(facts) {
    return facts.platform.domains.map(domain => el('section', { class: 'card wide', id: 'domain-' + domain.domain }, el('header', {}, el('h2', { text: domain.title }), el('p', { text: `${levelText(domain.score)} · ${domain.confidence} % measured` })),
      el('ul', {}, facts.answers.filter(each => each.domain === domain.domain).map(question))));
  }

  function trend(facts) {
    const all = [...facts.history, { asOf: facts.asOf, platform: facts.platform }];
    return el('div', { class: 'card half', id: 'readiness-trend' }, el('header', {}, el('h2', { text: 'Trend' })), facts.history.length === 0
      ? el('p', { class: 'muted', text: 'No stored assessment to compare with: give one with --against to bartizan assess, or several with --history to bartizan readiness.' })
      : [Radar.trend(all), el('details', { class: 'pair' }, el('summary', {}, 'As a table'), el('table', { class: 'plain-table' }, el('tbody', {}, all.map(each => el('tr', {}, el('th', { scope: 'row', class: 'plain', text: each.asOf }), el('td', { class: 'number', text: levelText(each.platform.score) }), el('td', { class: 'number', text: `${each.platform.confidence} %` }))))))],
    facts.changes.length > 0 && [el('h3', { text: 'What calls for another look' }), el('ul', { class: 'forces' }, facts.changes.map(each => el('li', { class: 'wrap', text: each.statement })))]);
  }

  function reviews(facts) {
    const next = [...facts.answers].sort((a, b) => a.review < b.review ? -1 : a.review > b.review ? 1 : 0);
    return el('div', { class: 'card half', id: 'readiness-reviews' }, el('header', {}, el('h2', { text: 'Next reviews' })), el('table', { class: 'plain-table' }, el('tbody', {}, next.slice(0, MOST_REVIEWS).map(each => el('tr', {}, el('td', { class: 'nowrap', text: each.review }), el('td', { class: 'mono nowrap', text: each.question }),
      el('td', { class: 'wrap', text: each.due.length ? each.due[0] : each.answered ? `every ${each.cadence}` : 'nobody answers it' }))))), next.length > MOST_REVIEWS && el('p', { class: 'muted small', text: `and ${next.length - MOST_REVIEWS} more, the last on ${next.at(-1).review}` }));
  }

  function teams(facts) {
    if (facts.teams.length === 0) return el('div', { class: 'card wide' }, el('header', {}, el('h2', { text: 'Teams' })), el('p', { class: 'muted', text: 'No team answers for assets yet: owners of bartizan.yaml does say so.' }));
    const names = facts.platform.domains.map(each => each.domain);
    const row = (name, card) => el('tr', {}, el('th', { scope: 'row', class: 'plain wrap', text: name }), [levelText(card.score), `${card.confidence} %`, figure(card.assets), ...card.domains.map(each => levelText(each.score))].map(text => el('td', { class: 'number', text })));
    return el('div', { class: 'card wide', id: 'readiness-teams' }, el('header', {}, el('h2', { text: 'Teams' }), el('p', { text: 'measured on their own assets' })), el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Scorecards of teams' }, el('table', { class: 'plain-table' },
      el('thead', {}, el('tr', {}, ['Team', 'Level', 'Measured', 'Assets', ...names].map((name, n) => el('th', { class: n ? 'number' : '', scope: 'col', text: name })))), el('tbody', {}, facts.teams.map(team => row(team.name, team)), row('platform', facts.platform)))));
  }

  function parts(facts) {
    return el('div', { class: 'grid readiness' }, headline(facts), radar(facts), domains(facts), trend(facts), reviews(facts), questions(facts), teams(facts));
  }

  function show(view) {
    const facts = Data.readiness();
    fill(clear(view), [parts(facts)]);
  }

  return {
    draw: view => {
      const page = el('div', { class: 'page' });
      show(page);
      fill(clear(view), [page]);
    },
    paper: view => {
      show(view);
      view.prepend(el('h2', { text: 'Readiness' }));
    },
  };
})();
