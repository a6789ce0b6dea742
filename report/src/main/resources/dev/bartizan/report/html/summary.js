// The first page: how bad it is, where, why, what was read.

const Summary = (() => {
  const overview = Data.overview;
  const SHOWN_ROLES = 14;

  function headline() {
    const { matrix, undecided, inForce, confirmed, observations, waived } = overview.findings;
    const open = inForce - confirmed;
    const sentence = overview.assessed
      ? [`${figure(confirmed)} confirmed, ${figure(open)} undecided`,
        `rolled up from ${plural(observations, 'observation')} on ${plural(overview.assets, 'asset')}`,
        waived ? `${figure(waived)} more accepted by exceptions` : ''].filter(Boolean).join('; ') + '.'
      : 'The baseline checks did not run: nothing is known about findings.';
    return el('div', { class: 'headline' },
      el('div', {},
        el('p', { class: 'total' }, overview.assessed ? [el('b', { text: figure(inForce) }), inForce === 1 ? 'finding in force' : 'findings in force']
          : [el('b', { text: figure(overview.assets) }), overview.assets === 1 ? 'asset' : 'assets']),
        el('p', { class: 'sentence', text: sentence })),
      overview.assessed && el('div', { class: 'figures' }, SEVERITIES.map((severity, row) => {
        const count = sum(matrix[row]), unsure = sum(undecided[row]);
        return el('button', {
          type: 'button', class: `figure sev-${severity}` + (count + unsure ? '' : ' is-zero'),
          onclick: () => Findings.show({ severities: [severity] }), 'aria-label': `${count} ${severity} confirmed, ${unsure} undecided: show`,
        }, el('span', { class: 'name' }, chip(severity), el('span', { class: 'word', text: severity })), el('b', { text: figure(count) }),
        el('small', {}, unsure ? ['+' + figure(unsure), el('span', { class: 'word', text: ' undecided' })] : '\u00a0'));
      })));
  }

  // What each analysis comes to; the page that tells more is one click away.
  const PAGES = { threats: ['Threats', 'threats'], paths: ['Attack paths', 'threats'], network: ['Network', 'network'], risk: ['Risk', 'risk'], readiness: ['Readiness', 'readiness'] };

  function headlines() {
    const { headlines } = overview;
    if (!headlines.length) return null;
    return el('ul', { class: 'headlines' }, headlines.map(({ topic, figure, label, statement, part, whole, good }) => el('li', {}, el('button', { type: 'button', onclick: () => go(PAGES[topic][1]) },
      el('span', { class: 'muted small', text: PAGES[topic][0] }), el('b', { text: figure }), el('span', { class: 'label', text: label }),
      whole > 0 && bar([[good ? 'good' : 'high', part], ['quiet', whole - part]], whole, `${figure} ${label}`), statement && el('span', { class: 'muted small statement', text: statement })))));
  }

  function matrix() {
    const { matrix, undecided } = overview.findings;
    const most = Math.max(1, ...matrix.flat());
    const cell = (severity, row, layer, column) => {
      const count = matrix[row][column], unsure = undecided[row][column];
      if (count + unsure === 0) return el('td', {}, el('span', { class: 'cell is-zero', text: '·' }));
      const box = el('button', {
        type: 'button', class: `cell sev-${severity}`, onclick: () => Findings.show({ severities: [severity], layer }),
        'aria-label': `${count} confirmed and ${unsure} undecided ${severity} findings in the ${layer} layer: show`,
      }, figure(count), unsure ? el('small', { text: '+' + figure(unsure) + '?' }) : null);
      box.style.setProperty('--heat', (count ? 10 + 34 * Math.sqrt(count / most) : 5).toFixed(0) + '%');
      return el('td', {}, box);
    };
    return el('div', { class: 'card seven' },
      el('header', {}, el('h2', { text: 'Severity by layer' }), el('p', { text: 'confirmed, +undecided?' })),
      el('table', { class: 'matrix' },
        el('thead', {}, el('tr', {}, el('th', {}, el('span', { class: 'unseen', text: 'Severity' })),
          LAYERS.map(layer => el('th', { scope: 'col', text: layer })))),
        el('tbody', {}, SEVERITIES.map((severity, row) => el('tr', {},
          el('th', { scope: 'row' }, chip(severity), el('span', { class: 'word', text: severity })),
          LAYERS.map((layer, column) => cell(severity, row, layer, column)))))));
  }

  function causes() {
    const all = overview.findings.observations;
    const list = overview.causes.slice(0, 7);
    const first = list.slice(0, 3);
    const explained = percent(sum(first.map(cause => cause.members)), all);
    return el('div', { class: 'card five' },
      el('header', {}, el('h2', { text: 'What explains most of it' }),
        el('p', { text: first.length ? `${plural(first.length, 'cause')}: ${explained}` : '' })),
      el('ul', { class: 'causes' }, list.map(cause => el('li', {}, el('button', {
        type: 'button', class: 'cause', onclick: () => Findings.show({ text: 'rule:' + cause.rule }),
        title: `${cause.rule}: ${plural(cause.members, 'observation')} in ${plural(cause.findings, 'finding')}`,
      }, chip(cause.severity), el('span', { class: 'title clip', text: cause.title }),
      el('span', { class: 'muted small', text: figure(cause.members) }),
      bar([[cause.severity, cause.members]], Math.max(1, list[0].members), plural(cause.members, 'observation')))))),
      list.length === 0 && el('p', { class: 'empty', text: 'Nothing was found.' }));
  }

  function worst() {
    const list = overview.worst;
    if (!list.length) return null;
    return el('div', { class: 'card wide' },
      el('header', {}, el('h2', { text: list.length === 10 ? 'The ten worst' : 'All findings' }),
        el('p', {}, linkButton('all findings', () => go('findings')))),
      el('ul', { class: 'worst' }, list.map(finding => el('li', {},
        el('button', { type: 'button', onclick: () => go('findings/' + finding.id) },
          chip(finding.severity, finding.undecided), el('span', { class: 'title clip', text: finding.title }),
          el('span', { class: 'asset muted clip small', text: assetText(Data.asset(finding.asset)) }),
          el('span', { class: 'mono muted clip small', text: finding.at }))))));
  }

  function roles() {
    const planes = ['control', 'data', 'management', 'none'];
    const rows = overview.roles.filter(row => row.role !== 'unknown');
    const unknown = overview.roles.find(row => row.role === 'unknown');
    const line = row => el('tr', {}, el('td', { text: spoken(row.role) }),
      row.planes.map(count => el('td', { class: 'number' + (count ? '' : ' zero'), text: count ? figure(count) : '·' })),
      el('td', { class: 'number', text: figure(sum(row.planes)) }));
    const hidden = rows.slice(SHOWN_ROLES);
    return el('div', { class: 'card' },
      el('header', {}, el('h2', { text: 'The platform' }), el('p', { text: `${plural(overview.assets, 'asset')}, ${plural(overview.links, 'link')}` })),
      el('div', { class: 'scroll' }, el('table', { class: 'plain-table' },
        el('thead', {}, el('tr', {}, el('th', { text: 'Role' }), planes.map(plane => el('th', { class: 'number', text: plane })),
          el('th', { class: 'number', text: 'all' }))),
        el('tbody', {}, rows.slice(0, SHOWN_ROLES).map(line),
          hidden.length ? line({ role: `${hidden.length} more roles`, planes: planes.map((_, i) => sum(hidden.map(row => row.planes[i]))) }) : null,
          unknown && line({ role: 'no role known', planes: unknown.planes })))));
  }

  function read() {
    const { files, documents, problems, complete } = overview;
    const unread = Object.entries(files).filter(([outcome]) => outcome !== 'read');
    const other = Object.entries(documents).filter(([outcome]) => outcome !== 'object');
    const list = entries => entries.map(([outcome, count]) => `${figure(count)} ${outcome.replaceAll('-', ' ')}`).join(', ') || 'none';
    return el('div', { class: 'card' },
      el('header', {}, el('h2', { text: 'What was read' }), el('p', {}, linkButton('details', () => go('input')))),
      el('dl', { class: 'facts' },
        el('dt', { text: 'Files read' }), el('dd', { text: `${figure(files.read ?? 0)} of ${figure(sum(Object.values(files)))}` }),
        el('dt', { text: 'Not read' }), el('dd', { text: list(unread) }),
        el('dt', { text: 'Objects' }), el('dd', { text: `${figure(documents.object ?? 0)} of ${plural(sum(Object.values(documents)), 'document')}` }),
        el('dt', { text: 'Set aside' }), el('dd', { text: list(other) }),
        el('dt', { text: 'Problems' }), el('dd', { text: `${plural(problems.error, 'error')}, ${plural(problems.warning, 'warning')}, ${plural(problems.notice, 'notice')}` }),
        el('dt', { text: 'Complete for' }), el('dd', { class: 'wrap', text: complete.cluster ? 'the whole cluster' : complete.namespaces.join(', ')
          || 'nothing: what is missing may be elsewhere, so checks for absent things stay undecided' })));
  }

  function questions() {
    const list = overview.questions;
    if (!list.length) return null;
    return el('div', { class: 'card wide' },
      el('header', {}, el('h2', { text: 'Answers that would settle most' }), el('p', {}, linkButton('all questions', () => go('questions')))),
      el('table', { class: 'plain-table' }, el('tbody', {}, list.map(question => el('tr', {},
        el('td', { class: 'wrap', text: question.text }), el('td', { class: 'muted', text: question.place }),
        el('td', { class: 'number', text: `settles ${plural(question.count, 'finding')}` }))))));
  }

  function draw(view) {
    fill(clear(view), [el('div', { class: 'page grid' },
      headline(), headlines(), notAnalysed(), overview.comparison && changeCard(overview.comparison), overview.assessed && [matrix(), causes(), worst()], roles(), read(), questions(), omissions())]);
  }

  function notAnalysed() {
    return overview.notAnalysed.length > 0 && el('p', { class: 'card wide', id: 'not-analysed', text: `Not analysed: ${overview.notAnalysed.join(', ')}. Of what they would tell nothing is known here.` });
  }

  function omissions() {
    const { findings, nodes, zones } = overview.omitted;
    const sentence = leftOut(
      findings && `This report shows the worst findings and leaves out ${figure(findings)}; the numbers on this page and assessment.json have all of them.`,
      nodes && `The map leaves out ${plural(nodes, 'asset')}${zones ? ` and ${plural(zones, 'zone')}` : ''}, least severe first.`);
    return sentence && el('div', { class: 'card wide' }, sentence);
  }

  return { draw };
})();
