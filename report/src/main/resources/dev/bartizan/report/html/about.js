// How to read this report.

function drawAbout(view) {
  const { version, asOf, omitted } = Data.overview;
  const item = (...content) => el('li', {}, content);
  const limits = [
    omitted.findings && `${plural(omitted.findings, 'finding')}, the least severe ones`,
    omitted.nodes && `${plural(omitted.nodes, 'asset')} on the map${omitted.zones ? ` and ${plural(omitted.zones, 'zone')}` : ''}`,
    omitted.bundles && `${plural(omitted.bundles, 'thin line')} between zones`,
    omitted.assets && `facts of ${plural(omitted.assets, 'asset')} that no finding and no drawn link touches, or for which there was no room`,
    omitted.links && plural(omitted.links, 'link'),
    omitted.problems && plural(omitted.problems, 'problem'),
  ].filter(Boolean);
  fill(clear(view), [el('div', { class: 'page prose' },
    el('h2', { text: 'How to read this report' }),
    el('ul', {},
      item('A finding is ', el('b', { text: 'confirmed' }), ' when the input shows it, and ', el('b', { text: 'undecided' }),
        ' when something that would settle it was not read; its letter then has a dashed border. Undecided is never counted as clean or as wrong.'),
      item('One cause is one finding: checks of one family on one workload, or on all workloads of a namespace, are rolled up. Each finding lists its single observations.'),
      item('Severity counts circumstances such as exposure and says how: “low, raised by 1: exposed by Ingress web”.'),
      item('The map shows workloads, AI resources, data stores, gateways and external parties. Services, service accounts, configuration and rights are folded into what they belong to; a link through a service is drawn from its caller to its backend. A letter counts the findings of folded parts too.'),
      item('Lines of files are shown as they were read, with secrets masked.')),
    el('h2', { text: 'What this file leaves out' }),
    limits.length ? [el('p', { text: 'To stay small enough for any browser, it leaves out what follows. assessment.json has everything.' }), el('ul', {}, limits.map(limit => item(limit)))]
      : el('p', { text: 'Nothing: everything that assessment.json has about findings and assets is here.' }),
    el('h2', { text: 'This file' }),
    el('p', { text: `Written by Bartizan${version ? ' ' + version : ''}, as of ${asOf}. It holds all its data, loads nothing from a network and can be opened from a disk. It names the weaknesses of your platform: share it as you would share them.` }),
    el('h2', { text: 'Keys' }), keyList())]);
}

function keyList() {
  const keys = [['?', 'These keys'], ['g then s m n h o r y f q i c', 'Go to summary, map, network, threats, controls, risk, readiness, findings, questions, input, checks'], ['/', 'Search in findings or on the map'],
    ['j k  ↓ ↑', 'Next and previous finding'], ['Enter', 'Open the finding or the asset'], ['Esc', 'Close, or go back to the list or the whole map'],
    ['← ↑ → ↓', 'On the map: pan; on an asset: go to the next one; in the heat map: from cell to cell'], ['+ − 0', 'On the map: zoom in, zoom out, fit'], ['n p', 'On the map, along an attack path: next and previous step'], ['t', 'Light or dark']];
  return el('dl', { class: 'keys' }, keys.map(([key, text]) => [el('dt', {}, key.split(' ').filter(Boolean).map(each => each === 'then' ? 'then ' : [el('kbd', { text: each }), ' '])), el('dd', { text })]));
}
