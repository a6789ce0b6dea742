// Every check that ran, with what it could decide: a pass means nothing without its denominator.

function drawChecks(view) {
  const checks = Data.checks();
  const applicable = sum(checks.map(check => check.applicable)), undecided = sum(checks.map(check => check.undecided));
  const cell = (name, number) => el('td', { class: 'number', 'data-name': name, text: figure(number) });
  const rows = [...checks].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.failed - a.failed || (a.id < b.id ? -1 : 1));
  fill(clear(view), [el('div', { class: 'page stack' },
    el('h2', { text: plural(checks.length, 'check') }),
    el('p', { class: 'lead', text: applicable
      ? `They applied ${figure(applicable)} times and were decided ${percent(applicable - undecided, applicable)} of the time. A check that applied to nothing says nothing about this platform.`
      : 'No check applied to anything in this input.' }),
    checks.length > 0 && el('table', { class: 'plain-table list-table' },
      el('thead', {}, el('tr', {}, ['Sev.', 'Check', 'Coverage'].map(head => el('th', { scope: 'col', text: head })),
        ['Applicable', 'Passed', 'Failed', 'Undecided'].map(head => el('th', { scope: 'col', class: 'number', text: head })))),
      el('tbody', {}, rows.map(check => el('tr', {},
        el('td', {}, chip(check.severity)),
        el('td', {}, el('p', { text: check.title }), el('p', { class: 'small' }, el('span', { class: 'mono muted', text: check.id + '  ' }),
          check.failed + check.undecided > 0 && linkButton('findings', () => Findings.show({ text: 'rule:' + check.id })))),
        el('td', {}, check.applicable
          ? bar([['good', check.passed], [check.severity, check.failed]], check.applicable, `${check.passed} passed, ${check.failed} failed, ${check.undecided} undecided of ${check.applicable}`)
          : el('span', { class: 'muted small', text: 'not applicable' })),
        cell('applicable', check.applicable), cell('passed', check.passed), cell('failed', check.failed), cell('undecided', check.undecided))))))]);
}
