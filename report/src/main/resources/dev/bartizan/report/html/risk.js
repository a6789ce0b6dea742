// What threats cost with and without controls, what is borne, what moves the result, whose it is and what to mend first.

const Risk = (() => {
  const VERDICTS = { met: 'Within what is borne', straddles: 'The band lies on both sides of what is borne', exceeded: 'Above what is borne' };
  const STANDING = { holds: 'holds', expired: 'has expired', reopened: 'is open again: the platform has changed in what is material' };

  const real = facts => facts.risks.filter(risk => !risk.open);
  const told = estimate => `${estimate.band}${estimate.amount ? ` (${estimate.amount})` : ''}`;

  // The first thing to be read: how far the figures carry.
  function headline(facts) {
    const calibrated = real(facts).filter(risk => risk.calibrated).length, open = facts.risks.length - real(facts).length;
    const plain = facts.calibrated
      ? 'All of them stand on the owner’s own figures.'
      : 'These are ranks and orders of magnitude, not money: '
        + (calibrated ? `${figure(calibrated)} of ${plural(real(facts).length, 'risk')} stand on the owner’s own figures, the others on placeholders.` : 'they stand on placeholders that nobody calibrated.')
        + ' Compare them with each other, budget with none of them. Own figures go into risk.figures of bartizan.yaml.';
    return el('div', { class: 'card wide', id: 'risk-headline' }, el('header', {}, el('h2', { text: `${plural(real(facts).length, 'risk')} ${real(facts).length === 1 ? 'is' : 'are'} real` + (open ? `, ${figure(open)} more are open` : '') }), el('p', { text: 'bartizan risk show tells the same' })),
      el('p', { class: facts.calibrated ? 'muted' : 'notice wrap', text: plain }), facts.expected && el('p', { class: 'tally' }, 'A year costs ', el('b', { text: facts.expected[1] }), ` as expected, ${facts.expected[0]} without the controls that are evidenced.`),
      appetite(facts), facts.limits.length > 0 && el('details', { class: 'pair' }, el('summary', {}, 'What these figures do not say'), el('ul', { class: 'steps' }, facts.limits.map(limit => el('li', { class: 'wrap', text: limit })))));
  }

  function appetite(facts) {
    if (!facts.appetite) return el('p', { class: 'muted', text: 'Nobody stated how much is borne: risk.appetite of bartizan.yaml does.' });
    const { verdict, comparable, reasons } = facts.appetite;
    return el('div', { class: `verdict is-${comparable ? verdict : 'straddles'}` }, el('b', { text: comparable ? VERDICTS[verdict] : 'Not to be held against what is borne' }),
      !comparable && ' in money until what counts is calibrated.', reasons.length > 0 && el('ul', { class: 'steps' }, reasons.map(reason => el('li', { class: 'wrap', text: reason }))));
  }

  function matrix(facts) {
    const cellRisks = el('div', { class: 'cell-risks', 'aria-live': 'polite' });
    const choose = (name, here, before) => fill(clear(cellRisks), [el('h3', { text: name }), el('ul', { class: 'steps' }, here.slice(0, 30).map(risk => line(risk)),
      before.slice(0, 30).map(risk => line(risk, 'was here without controls, now ' + cellName(facts, risk.residual)))), here.length + before.length > 60 && el('p', { class: 'muted', text: 'and more' })]);
    const line = (risk, note) => el('li', { class: 'wrap' }, el('span', { class: 'muted', text: `${figure(risk.rank)}. ` }), linkButton(risk.title, () => reveal(risk), { class: 'link wrap' }), el('span', { class: 'muted', text: `  ${note ?? (RiskMatrix.spot(risk.inherent) === RiskMatrix.spot(risk.residual) ? risk.zones.join(' → ') : 'from ' + cellName(facts, risk.inherent))}` }));
    return el('div', { class: 'card half', id: 'risk-matrix' }, el('header', {}, el('h2', { text: 'How often, how much' }), el('p', { text: '● with controls  ○ without' })),
      RiskMatrix.of(facts, real(facts), choose), el('p', { class: 'muted small', text: `Loss of one event, ${facts.currency}. Both axes go by tens. Choose a cell to see its risks.` }), cellRisks);
  }

  const cellName = (facts, estimate) => `${facts.often[estimate.often]} and ${facts.loss[estimate.loss]}`;

  function curve(facts) {
    return el('div', { class: 'card half', id: 'loss-curve' }, el('header', {}, el('h2', { text: 'How likely a year costs more' })),
      facts.curve ? [el('img', { class: 'drawing', alt: 'Probability that the loss of a year exceeds an amount, without and with controls, with bands' + (facts.appetite ? ' and what is borne' : ''), src: facts.curve }),
        facts.quantiles?.length > 0 && el('table', { class: 'plain-table' }, el('caption', { class: 'unseen', text: 'Loss of a year with controls' }), el('thead', {}, el('tr', {}, el('th', { scope: 'col', text: 'In' }), el('th', { scope: 'col', text: 'the loss exceeds, with controls' }))),
          el('tbody', {}, facts.quantiles.map(([years, amount]) => el('tr', {}, el('th', { scope: 'row', text: years }), el('td', { text: amount })))))]
        : el('p', { class: 'muted', text: 'There is no curve.' }));
  }

  function tornado(facts) {
    if (!facts.tornado) return null;
    return el('div', { class: 'card half', id: 'tornado' }, el('header', {}, el('h2', { text: 'What moves the result most' }), el('p', { text: 'each from its low to its high end' })), el('img', { class: 'drawing', alt: 'Inputs that move the expected loss most: ' + facts.drivers.join('; '), src: facts.tornado }),
      el('p', { class: 'muted small', text: 'Calibrate from the top: the first three say more than all the others.' }));
  }

  function shares(facts) {
    return el('div', { class: 'card half', id: 'risk-shares' }, el('header', {}, el('h2', { text: 'Whose loss it is' }), el('p', { text: 'grey without controls' })),
      facts.shares.filter(share => share.rows.length).map(share => [el('h3', { text: 'By ' + share.by.toLowerCase() }), el('ul', { class: 'loss-bars' }, share.rows.map((row, n) => el('li', {}, el('span', { class: 'wrap', text: row.name }),
        lossBar(row, share.by), el('span', { class: 'muted small nowrap', text: (row.amount || `rank ${n + 1 + rankShift(share, n)}`) + ' · ' + plural(row.risks, 'risk') })))), share.more > 0 && el('p', { class: 'muted small', text: `and ${figure(share.more)} more` })]),
      el('p', { class: 'muted small', text: 'A risk of several owners or assets is divided evenly among them.' }));
  }

  // Rows that keep an order of their own, like layers, are ranked by what they cost.
  const rankShift = (share, n) => share.rows.filter((row, i) => row.residual > share.rows[n].residual && i > n).length - share.rows.filter((row, i) => row.residual < share.rows[n].residual && i < n).length;

  function lossBar(row, by) {
    const image = svg('svg', { class: 'bar', viewBox: '0 0 100 8', preserveAspectRatio: 'none', role: 'img', 'aria-label': `${by} ${row.name}: ${row.residual} of ${row.inherent}, where the most without controls is 100` });
    image.append(svg('rect', { class: 'fill-quiet', width: row.inherent, height: 8 }), svg('rect', { class: 'fill-low', width: row.residual, height: 8 }));
    return image;
  }

  function risk(each, facts, onPaper) {
    return el('li', { id: onPaper ? null : 'risk-' + each.id }, el('details', { class: 'pair' }, el('summary', {}, el('span', { class: 'muted rank', text: `${figure(each.rank)}. ` }), chip(each.severity, each.open), ' ', each.title, el('span', { class: 'muted', text: `  ${each.zones.join(' → ')} · ${told(each.inherent)} → ` }), el('b', { class: 'band is-' + each.residual.band, text: told(each.residual) }), each.accepted && el('span', { class: 'tag', text: `accepted, ${STANDING[each.accepted.standing].split(':')[0]}` })),
      el('div', { class: 'way' }, el('p', { class: 'muted', text: `${capital(cellName(facts, each.inherent))} without controls, ${cellName(facts, each.residual)} with them` + (each.calibrated ? '' : '; placeholders') }),
        each.rating && el('p', { class: 'small wrap', text: each.rating }),
        el('ul', { class: 'steps' }, each.arithmetic.map(sentence => el('li', { class: 'wrap', text: sentence }))),
        el('p', { class: 'tags' }, each.missing.map(control => el('span', { class: 'tag', text: 'missing ' + control })), each.owners.map(owner => el('span', { class: 'tag', text: owner })), el('span', { class: 'muted mono small wrap', text: each.threat })),
        el('p', { class: 'screen-only' }, linkButton('Story and evidence', () => go('threats/' + each.id))), el('p', { class: 'muted small mono wrap', text: `state to name in an acceptance: ${each.state}` }))));
  }

  function reveal(each) {
    let at = byId('risk-' + each.id);
    for (const more of document.querySelectorAll('#risks > .button')) while (!at && !more.hidden) {
      more.click();
      at = byId('risk-' + each.id);
    }
    if (!at) return;
    for (const fold of [at.closest('details'), at.firstChild]) if (fold) fold.open = true;
    at.scrollIntoView({ block: 'center' });
    at.querySelector('summary').focus();
  }

  function risks(facts, onPaper = false) {
    const open = facts.risks.filter(each => each.open), most = onPaper ? 100 : 15;
    return el('div', { class: 'card wide', id: onPaper ? 'paper-risks' : 'risks' }, el('header', {}, el('h2', { text: `Risks by rank (${figure(real(facts).length)})` }), el('p', { text: 'without controls → with those that are evidenced' })),
      real(facts).length ? growing(real(facts), most, each => risk(each, facts, onPaper), { class: 'pairs' }) : el('p', { class: 'muted', text: 'No threat of the catalogue is certain on this platform.' }),
      open.length > 0 && el('details', { class: 'pair' }, el('summary', {}, el('b', { text: `Open (${figure(open.length)})` }), el('span', { class: 'muted', text: '  undecided, and not in the curve' })), el('ul', { class: 'pairs' }, open.map(each => risk(each, facts, onPaper)))),
      facts.omitted > 0 && leftOut(`${figure(facts.omitted)} more are in assessment.json.`));
  }

  function acceptances(facts) {
    const all = facts.risks.filter(each => each.accepted);
    if (!all.length) return null;
    return el('div', { class: 'card wide', id: 'acceptances' }, el('header', {}, el('h2', { text: `Accepted for a while (${figure(all.length)})` })), el('ul', { class: 'pairs' }, all.map(each => el('li', { class: 'wrap' }, el('b', { text: each.title }), el('span', { class: 'muted', text: `  ${each.zones.join(' → ')}` }),
      el('p', { class: 'wrap' }, `${each.accepted.owner}: ${each.accepted.reason} `, el('span', { class: `standing is-${each.accepted.standing === 'holds' ? 'follows' : 'violates'}`, text: each.accepted.standing }), ` until ${each.accepted.expires}` + (each.accepted.standing === 'holds' ? '' : `; it ${STANDING[each.accepted.standing]}`))))));
  }

  function draw(view) {
    const facts = Data.risks();
    fill(clear(view), [el('div', { class: 'page grid' }, [headline(facts), matrix(facts), curve(facts), Backlog.card(), tornado(facts), shares(facts), risks(facts), acceptances(facts)])]);
  }

  // As filtered, with nothing folded.
  function paper(view) {
    const facts = Data.risks(), chosen = Backlog.chosen();
    fill(clear(view), [el('h2', { text: 'Risk' }), headline(facts), matrix(facts), curve(facts), tornado(facts), shares(facts), chosen.length > 0 && el('p', { class: 'notice', text: 'The backlog shows only ' + chosen.join(', ') }), Backlog.card(true), acceptances(facts), risks(facts, true)]);
    for (const fold of view.querySelectorAll('#paper-risks > .pair, #risk-headline .pair')) fold.open = true;
  }

  return { draw, paper };
})();
