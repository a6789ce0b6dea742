// Pan and zoom: wheel, pinch, drag, keys, buttons. Moves one group; what is in it does not know.

function camera(surface, world, moves) {
  const SMALLEST = 0.04, LARGEST = 3;
  let x = 0, y = 0, scale = 1, moved = false, inset = 0;
  const fingers = new Map();

  function apply() {
    world.setAttribute('transform', `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${scale.toFixed(4)})`);
    surface.classList.toggle('is-far', scale < 0.62);
    surface.classList.toggle('is-farther', scale < 0.36);
    surface.classList.toggle('is-tiny', scale < 0.26);
    moves();
  }

  function zoom(factor, aboutX = (surface.clientWidth - inset) / 2, aboutY = surface.clientHeight / 2) {
    const next = Math.min(LARGEST, Math.max(SMALLEST, scale * factor));
    x = aboutX - (aboutX - x) * next / scale;
    y = aboutY - (aboutY - y) * next / scale;
    scale = next;
    apply();
  }

  function pan(right, down) {
    x += right;
    y += down;
    apply();
  }

  // The whole box; on a small upright screen first as high as it fits, its left part in sight.
  function fit(box, first = false) {
    const width = surface.clientWidth - inset, height = surface.clientHeight;
    const wide = (width - 24) / box.width, high = (height - (surface.clientWidth > 820 ? 112 : 70)) / box.height;
    const cover = first && width < height && wide < .5;
    scale = Math.min(cover ? .6 : 1.1, Math.max(SMALLEST, cover ? high * .96 : Math.min(wide, high)));
    x = cover ? 8 - box.x * scale : (width - box.width * scale) / 2 - box.x * scale;
    y = Math.min(140, Math.max(52, (height - box.height * scale) / 2)) - box.y * scale;
    apply();
  }

  function centre(atX, atY, atLeast = 0.7) {
    scale = Math.max(scale, atLeast);
    x = (surface.clientWidth - inset) / 2 - atX * scale;
    y = surface.clientHeight * (surface.clientWidth > 820 ? .5 : .24) - atY * scale;
    apply();
  }

  function sees(atX, atY) {
    const onX = atX * scale + x, onY = atY * scale + y;
    return onX > 20 && onY > 60 && onX < surface.clientWidth - inset - 20 && onY < surface.clientHeight - 20;
  }

  const at = event => {
    const box = surface.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  surface.addEventListener('wheel', event => {
    event.preventDefault();
    const { x: aboutX, y: aboutY } = at(event);
    zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 18 : 1) * (event.ctrlKey ? .01 : .0016)), aboutX, aboutY);
  }, { passive: false });

  surface.addEventListener('pointerdown', event => {
    if (event.button > 0) return;
    fingers.set(event.pointerId, at(event));
    if (fingers.size === 1) moved = false;
  });

  surface.addEventListener('pointermove', event => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = at(event);
    if (!moved && Math.hypot(now.x - before.x, now.y - before.y) < 4) return;
    if (!moved) {
      moved = true;
      surface.setPointerCapture(event.pointerId);
      surface.classList.add('is-moving');
    }
    const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
    if (other) {
      zoom(Math.hypot(now.x - other.x, now.y - other.y) / Math.max(1, Math.hypot(before.x - other.x, before.y - other.y)),
        (now.x + other.x) / 2, (now.y + other.y) / 2);
      pan((now.x - before.x) / 2, (now.y - before.y) / 2);
    } else pan(now.x - before.x, now.y - before.y);
    fingers.set(event.pointerId, now);
  });

  const lift = event => {
    fingers.delete(event.pointerId);
    if (!fingers.size) surface.classList.remove('is-moving');
  };
  surface.addEventListener('pointerup', lift);
  surface.addEventListener('pointercancel', lift);
  surface.addEventListener('click', event => {
    // The end of a drag is no click.
    if (moved) event.stopPropagation();
    moved = false;
  }, true);

  // The part of the map in sight, with some more around it.
  function sight() {
    const aside = 200 / scale;
    return { left: -x / scale - aside, top: -y / scale - aside, right: (surface.clientWidth - x) / scale + aside, bottom: (surface.clientHeight - y) / scale + aside };
  }

  return {
    sight, zoom, pan, fit, centre, sees,
    place: (pointX, pointY) => ({ x: (pointX - x) / scale, y: (pointY - y) / scale }),
    leave(right) { inset = right; },
  };
}
