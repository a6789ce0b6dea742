// Lines of a file around a place, as they were read, secrets masked.

function excerptOf(at, severity) {
  const found = Data.excerpt(at);
  if (!found) return null;
  return el('div', { class: 'excerpt sev-' + severity, tabindex: 0, role: 'group', 'aria-label': `Lines of ${at.file} around line ${at.line}` },
    el('ol', {}, found.lines.map((line, i) => {
      const number = found.first + i;
      return el('li', number === at.line ? { class: 'marked', 'aria-current': 'true' } : {},
        el('span', { text: number }), el('span', { text: line || '\u200b' }));
    })));
}
