// Builds elements. Text from the input only ever becomes a text node or an attribute value: there is no way to markup in here.

const SVG = 'http://www.w3.org/2000/svg';

function set(node, properties) {
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'text') node.textContent = value;
    else if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  return node;
}

function fill(node, children) {
  for (const child of children.flat(3)) {
    if (child !== undefined && child !== null && child !== false) node.append(child);
  }
  return node;
}

function el(tag, properties = {}, ...children) {
  return fill(set(document.createElement(tag), properties), children);
}

function svg(tag, properties = {}, ...children) {
  return fill(set(document.createElementNS(SVG, tag), properties), children);
}

function clear(node) {
  node.replaceChildren();
  return node;
}

const byId = id => document.getElementById(id);

function announce(text) {
  byId('status').textContent = text;
}
