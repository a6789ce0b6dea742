// The picture of a crown jewel's defences: four walls before it, a brick for each control. What is proven, refuted and open is told by a sign, not only by colour.

const STATES = { evidenced: { sign: '✓', word: 'proven' }, refuted: { sign: '✗', word: 'refuted' }, open: { sign: '?', word: 'open' } };
const PHASES = { prevent: 'Prevent', detect: 'Detect', respond: 'Respond', recover: 'Recover' };

const Walls = (() => {
  const short = control => control.replace(/^C-/, '');

  function brick(guard, chosen, choose) {
    const state = STATES[guard.state];
    return el('button', { type: 'button', class: 'brick is-' + guard.state, 'aria-pressed': String(guard === chosen), title: `${guard.control}: ${state.word}`, 'aria-label': `${guard.control}, ${state.word}`, onclick: () => choose(guard) },
      el('span', { 'aria-hidden': 'true', text: state.sign + ' ' }), short(guard.control));
  }

  // Of a layer: proven when one control is, open when one may be, else a hole.
  const standing = guards => guards.some(guard => guard.state === 'evidenced') ? 'evidenced' : guards.some(guard => guard.state === 'open') ? 'open' : 'refuted';

  function wall(phase, guards, chosen, choose) {
    const state = standing(guards);
    const proven = guards.filter(guard => guard.state === 'evidenced').length;
    const word = state === 'evidenced' ? `${proven} of ${guards.length} proven` : state === 'open' ? `nothing proven of ${guards.length}` : guards.length ? 'a hole' : 'a hole: nothing is meant for it';
    return el('li', { class: 'wall is-' + state }, el('p', { class: 'wall-name' }, el('b', { text: PHASES[phase] }), el('span', { class: 'muted small', text: word })),
      el('div', { class: 'bricks' }, guards.map(guard => brick(guard, chosen, choose))));
  }

  function of(defence, titles, stated) {
    const told = el('div', { class: 'told', role: 'status' });
    const walls = el('ol', { class: 'walls' });
    let chosen = null;
    function choose(guard) {
      chosen = chosen === guard ? null : guard;
      draw();
      fill(clear(told), chosen ? [el('p', { class: 'wrap' }, el('b', { text: `${chosen.control} ${STATES[chosen.state].word}` }), ` ${titles.get(chosen.control) ?? ''}`),
        chosen.threats.length > 0 && el('p', { class: 'muted small', text: 'against ' + chosen.threats.join(', ') }),
        chosen.gap && el('p', { class: 'muted wrap', text: 'Not known: ' + chosen.gap }), el('ul', { class: 'steps' }, chosen.evidence.map(stated))] : []);
      walls.querySelector('[aria-pressed="true"]')?.focus();
    }
    function draw() {
      const order = ['refuted', 'evidenced', 'open'];
      fill(clear(walls), [Object.keys(PHASES).map(phase => wall(phase, defence.guards.filter(guard => guard.phase === phase).sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state)), chosen, choose)),
        el('li', { class: 'jewel' }, el('span', { 'aria-hidden': 'true', text: '◆' }), assetLink(defence.asset))]);
    }
    draw();
    return el('div', { class: 'defence' }, walls, told, el('p', { class: 'muted small', text: defence.reason }));
  }

  return { of, standing };
})();
