// On paper: summary, the map as a picture, findings opened, questions, problems and checks.

function paper() {
  const MOST = 300;
  const alone = () => ({ controls: Controls.paper, risk: Risk.paper })[current()];
  const page = (id, ...content) => el('section', { class: 'view prints print-only' + (id === 'summary' || alone() ? ' first' : ''), id: 'paper-' + id }, el('div', { class: 'page' }, content));
  let sheets = [];
  addEventListener('beforeprint', () => {
    const findings = Data.findings(), picture = PlatformMap.picture();
    const drawn = (id, draw) => {
      const sheet = page(id);
      draw(sheet.firstChild);
      return sheet;
    };
    sheets = alone() ? [drawn(current(), alone())] : [
      drawn('summary', Summary.draw),
      picture && page('map', el('h2', { text: 'Map of the platform' }), el('div', { class: 'print-map' }, picture)),
      Data.overview.assessed && page('findings', el('h2', { text: 'Findings' }),
        findings.length > MOST && el('p', { class: 'notice', text: `The ${MOST} worst of ${figure(findings.length)} findings.` }),
        findings.slice(0, MOST).map(finding => el('article', { class: 'print-finding' }, Detail.of(finding, true)))),
      Data.safeguards() && drawn('controls', Controls.paper), Data.risks() && drawn('risk', Risk.paper), Data.readiness() && drawn('readiness', Readiness.paper), Data.overview.assessed && drawn('questions', drawQuestions), drawn('input', drawInput), Data.overview.assessed && drawn('checks', drawChecks),
    ].filter(Boolean);
    byId('main').append(...sheets);
  });
  addEventListener('afterprint', () => {
    sheets.forEach(sheet => sheet.remove());
    sheets = [];
  });
}
