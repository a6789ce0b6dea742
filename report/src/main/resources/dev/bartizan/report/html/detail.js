// Everything about one finding: why, where, what to do, and how its severity came to be.

const Detail = (() => {
  function tags(finding) {
    return el('div', { class: 'tags' }, chip(finding.severity, finding.undecided),
      el('span', { class: 'small', text: capital(finding.severity) }),
      finding.new && el('span', { class: 'tag is-new', text: 'new' }),
      finding.undecided && el('span', { class: 'tag is-undecided', text: 'undecided' }),
      finding.waiver && el('span', { class: 'tag', text: 'accepted until ' + finding.waiver.expires }),
      el('span', { class: 'tag', text: finding.layer }), el('span', { class: 'tag mono', text: finding.rule }));
  }

  function why(finding) {
    // A roll-up is named after a family; its members name the checks.
    const rules = [...new Set([finding.rule, ...finding.members.map(member => member.rule)])].filter(rule => Data.checkById().get(rule)?.why);
    const reasons = rules.slice(0, 4).map(rule => el('p', { class: 'wrap' },
      rules.length > 1 && el('span', { class: 'muted mono', text: rule + '  ' }), Data.checkById().get(rule).why));
    return section('Why', reasons, rules.length > 4 && el('p', { class: 'muted small', text: `and ${rules.length - 4} more checks` }),
      el('p', { class: 'small' }, el('span', { class: 'muted', text: 'Severity: ' }), finding.reason || finding.severity),
      finding.undecided && el('p', { class: 'small' }, el('span', { class: 'muted', text: 'Undecided, because not known: ' }), finding.gaps.join(', '), '. ',
        linkButton('Questions', () => go('questions'))),
      finding.waiver && el('p', { class: 'small', text: `Accepted${finding.waiver.by ? ' by ' + finding.waiver.by : ''} until ${finding.waiver.expires}: ${finding.waiver.reason}` }));
  }

  function evidence(finding) {
    const list = finding.evidence.length ? finding.evidence : [{ statement: '', at: finding.at }];
    const seen = new Set();
    return section('Evidence', el('ul', { class: 'evidence' }, list.map(each => {
      const place = placeText(each.at);
      const first = !seen.has(place);
      seen.add(place);
      return el('li', {}, each.statement && el('p', { class: 'wrap', text: each.statement }), first && placeLine(each.at), first && excerptOf(each.at, finding.severity));
    }), !seen.has(placeText(finding.at)) && el('li', {}, placeLine(finding.at), excerptOf(finding.at, finding.severity))));
  }

  function members(finding) {
    if (!finding.members.length) return null;
    const row = member => {
      const item = el('li', {}, chip(member.severity, finding.undecided), el('div', {},
        el('p', { class: 'wrap', text: member.statement }),
        el('p', { class: 'small' }, assetLink(member.asset), member.part && el('span', { class: 'muted', text: ' ' + member.part }),
          el('span', { class: 'muted', text: ' · ' + member.rule })),
        placeLine(member.at)));
      if (Data.excerpt(member.at)) {
        const lines = el('details', {}, el('summary', { text: 'Lines' }));
        lines.addEventListener('toggle', () => lines.children.length < 2 && lines.append(excerptOf(member.at, member.severity)));
        item.lastChild.append(lines);
      }
      return item;
    };
    return section(`${figure(finding.count)} observations in this finding`,
      growing(finding.members, 25, row, { class: 'members' }),
      finding.count > finding.members.length
        && el('p', { class: 'muted small', text: `${figure(finding.count - finding.members.length)} more in assessment.json` }));
  }

  // For the panel on screen, and for paper.
  function of(finding, onPaper = false) {
    const heading = el(onPaper ? 'h3' : 'h2', { class: 'wrap', text: finding.title });
    return [tags(finding), heading, el('p', { class: 'wrap' }, onPaper ? assetText(Data.asset(finding.asset) ?? { name: '' }) : assetLink(finding.asset)),
      why(finding), evidence(finding),
      finding.remedy && section('Remedy', el('p', { class: 'remedy', text: finding.remedy })),
      onPaper ? finding.count > 1 && el('p', { class: 'small', text: plural(finding.count, 'observation') }) : members(finding),
      finding.references.length > 0 && section('References', el('p', { class: 'references' }, finding.references.map(name => el('span', { class: 'tag', text: name })))),
      !onPaper && el('section', { class: 'references' }, copyButton('Copy place', placeText(finding.at)), copyButton('Copy fingerprint', finding.id))];
  }

  return { of };
})();
