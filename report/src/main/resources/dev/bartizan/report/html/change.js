// What changed since an older assessment.

function changeCard(change) {
  const figures = [['new', change.added], ['fixed', change.fixed], ['unchanged', change.unchanged],
    ['changed in severity or truth', change.changed], ['no longer verifiable', change.unverified]];
  const list = (title, members, all) => members.length > 0 && el('details', {}, el('summary', { text: `${title} (${figure(all)})` }),
    growing(members, 30, member => el('li', {}, chip(member.severity), ' ', el('span', { text: member.statement }), ' ',
      el('span', { class: 'muted small wrap', text: `${member.rule} · ${assetText(Data.asset(member.asset))} · ${member.at}` })), { class: 'stack small' }),
    all > members.length && el('p', { class: 'muted small', text: `${figure(all - members.length)} more in assessment.json` }));
  return el('div', { class: 'card wide' },
    el('header', {}, el('h2', { text: 'Since the older assessment' }),
      change.notCompared.length > 0 && el('p', { text: `not compared, since only one of the two assessments holds it: ${change.notCompared.join(', ')}` }),
      el('p', { text: `assets +${change.addedAssets} −${change.removedAssets}, links +${change.addedLinks} −${change.removedLinks}` })),
    Data.overview.assessed && !change.notCompared.includes('baseline') && el('div', { class: 'change-figures' }, figures.filter(([word, count]) => count || word !== 'no longer verifiable').map(([word, count]) =>
      el('p', {}, el('b', { text: figure(count) }), el('span', { class: 'muted', text: word })))),
    change.added > 0 && el('p', {}, linkButton('Show the findings with something new', () => Findings.show({ onlyNew: true }))),
    list('New', change.addedList, change.added), list('Fixed', change.fixedList, change.fixed),
    list('No longer verifiable: the check did not run or the input was not read', change.unverifiedList, change.unverified));
}
