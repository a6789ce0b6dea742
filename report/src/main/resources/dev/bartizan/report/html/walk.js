// Walking over the map with the arrow keys.

function middleOf(element) {
  const box = element.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

// The element ahead in this direction that takes the shortest way; a way aside counts double.
function nearest(from, elements, [right, down]) {
  const start = middleOf(from);
  let best = null, least = Infinity;
  for (const element of elements) {
    if (element === from) continue;
    const at = middleOf(element), ahead = (at.x - start.x) * right + (at.y - start.y) * down;
    const aside = Math.abs((at.x - start.x) * down) + Math.abs((at.y - start.y) * right);
    if (ahead > 2 && ahead + 2.2 * aside < least) {
      least = ahead + 2.2 * aside;
      best = element;
    }
  }
  return best;
}
