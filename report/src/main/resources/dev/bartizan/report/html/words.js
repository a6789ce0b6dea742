// The words of the report: one place for how things are called and counted.

const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'];
const LAYERS = ['data', 'model', 'pipeline', 'infrastructure'];

const capital = text => text.charAt(0).toUpperCase() + text.slice(1);
const letter = severity => severity.charAt(0).toUpperCase();
const figure = number => number.toLocaleString('en-US');
const plural = (number, noun, many = noun + 's') => figure(number) + ' ' + (number === 1 ? noun : many);
// All and none are said only when it is all and none.
const percent = (part, whole) => (whole === 0 || part === 0 ? 0 : part === whole ? 100 : Math.min(99, Math.max(1, Math.round(100 * part / whole)))) + ' %';
const SHORT = new Set(['ai', 'gpu', 'llm', 'ml', 'api', 'id', 'dns', 'ci']);
const spoken = word => capital(word.split('-').map(each => SHORT.has(each) ? each.toUpperCase() : each).join(' '));
const sum = numbers => numbers.reduce((all, number) => all + number, 0);

const placeText = at => at ? at.file + ':' + at.line : '';
const zoneName = (name, lane) => name !== '-' ? name : lane === 'outside' ? 'external parties' : 'cluster-wide';
const within = asset => asset.namespace && asset.namespace !== '-' ? asset.namespace : '';
const assetText = asset => asset.kind ? asset.kind + ' ' + (within(asset) ? within(asset) + '/' : '') + asset.name : asset.name;

function shorten(text, length) {
  const points = [...text];
  if (points.length <= length) return text;
  const head = Math.ceil(length * .6);
  return points.slice(0, head).join('') + '…' + points.slice(points.length - (length - head - 1)).join('');
}
