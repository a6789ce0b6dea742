// How often against how much: the risks of each cell, before controls as rings and after them as dots. A cell tells which they are.

const RiskMatrix = (() => {
  const spot = estimate => `${estimate.often} ${estimate.loss}`;

  // How bad a cell is follows from both axes together, each a step of ten.
  const heat = (often, loss) => ['info', 'info', 'low', 'low', 'medium', 'medium', 'high', 'critical', 'critical'][often + loss];

  function of(facts, risks, choose) {
    const cell = (often, loss) => {
      const here = risks.filter(risk => spot(risk.residual) === `${often} ${loss}`), before = risks.filter(risk => spot(risk.inherent) === `${often} ${loss}`);
      const said = `${facts.often[often]}, ${facts.loss[loss]}: ${plural(here.length, 'risk')} with controls, ${figure(before.length)} without`;
      if (!here.length && !before.length) return el('td', {}, el('span', { class: 'spot-cell is-zero sev-' + heat(often, loss), text: '·' }));
      return el('td', {}, el('button', { type: 'button', class: 'spot-cell sev-' + heat(often, loss), 'aria-pressed': 'false', 'aria-label': said, title: said, onclick: event => {
        for (const other of event.currentTarget.closest('table').querySelectorAll('button')) other.setAttribute('aria-pressed', String(other === event.currentTarget));
        choose(`${capital(facts.often[often])}, ${facts.loss[loss]}`, here, before.filter(risk => !here.includes(risk)));
      } }, el('b', { text: `● ${figure(here.length)}` }), before.length !== here.length && el('small', { text: `○ ${figure(before.length)}` })));
    };
    return el('table', { class: 'risk-matrix' }, el('caption', { class: 'unseen', text: 'Risks by how often and how much' }),
      el('thead', {}, el('tr', {}, el('th', { scope: 'col', class: 'corner', text: 'How often' }), facts.loss.map((word, i) => el('th', { scope: 'col', title: `${facts.lossMeans[i]} ${facts.currency}` }, word, el('small', { text: facts.lossMeans[i] }))))),
      el('tbody', {}, [...facts.often.keys()].reverse().map(often => el('tr', {}, el('th', { scope: 'row' }, facts.often[often], el('small', { text: facts.oftenMeans[often] })), facts.loss.map((_, loss) => cell(often, loss))))));
  }

  return { of, spot };
})();
