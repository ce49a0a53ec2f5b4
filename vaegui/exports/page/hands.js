// What hands and keys do to target and view. It changes `target` of page.js, and asks that for what is to be redrawn.

const AGAIN_MS = 400; // a second click so soon, and so near, resets the view
const AGAIN_PIXELS = 24;
const STILL_PIXELS = 6; // a click may move so far

function moveTarget(place, isToBeSeen = false) {
  target = view.clamp(...place).map(Math.fround);
  if (isToBeSeen) {
    view.reveal(...target);
    redraw("map");
  }
  redraw("target");
}

function resetView() {
  view.reset();
  redraw("map");
}

function connectKeys() {
  const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
  const zooms = { "+": 0.8, "=": 0.8, "-": 1.25, "−": 1.25 };
  map.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = moves[event.key];
    if (move) {
      const step = view.span / (event.shiftKey ? 20 : 100);
      moveTarget([target[0] + step * move[0], target[1] + step * move[1]], true);
    } else if (zooms[event.key]) {
      view.zoom(zooms[event.key], ...view.screen(...target));
      redraw("map");
    } else if (event.key === "Home") {
      resetView();
    } else {
      return;
    }
    event.preventDefault();
  });
}

function connectPointers() {
  const down = new Map(); // where on the map each pointer is that is down
  let does = ""; // what moving does: "target", "view", or nothing until all pointers are up
  let press = { time: -Infinity, place: [0, 0], before: target, isAgain: false }; // the last one of a first pointer
  const placeOf = (event) => {
    const box = map.getBoundingClientRect();
    return [event.clientX - box.left - map.clientLeft, event.clientY - box.top - map.clientTop];
  };
  const apart = ([ax, ay], [bx, by]) => Math.hypot(ax - bx, ay - by);
  const middle = ([ax, ay], [bx, by]) => [(ax + bx) / 2, (ay + by) / 2];

  map.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const place = placeOf(event);
    map.setPointerCapture(event.pointerId);
    down.set(event.pointerId, place);
    if (down.size > 1) {
      moveTarget(press.before); // the first finger came down for the view, too
      does = "view";
      return;
    }
    const isAgain = event.timeStamp - press.time < AGAIN_MS && apart(place, press.place) < AGAIN_PIXELS;
    press = { time: event.timeStamp, place, before: isAgain ? press.before : target, isAgain };
    does = event.shiftKey ? "view" : "target";
    if (does === "target") moveTarget(view.latent(...place));
  });

  map.addEventListener("pointermove", (event) => {
    const before = [...down.values()].slice(0, 2);
    if (!down.has(event.pointerId)) return;
    down.set(event.pointerId, placeOf(event));
    const now = [...down.values()].slice(0, 2);
    if (does === "target") {
      moveTarget(view.latent(...now[0]));
    } else if (does === "view") {
      let [from, to] = [before[0], now[0]];
      if (now.length === 2) {
        [from, to] = [middle(...before), middle(...now)];
        view.zoom(Math.max(apart(...before), 1) / Math.max(apart(...now), 1), ...from);
      }
      view.pan(to[0] - from[0], to[1] - from[1]);
      redraw("map");
    }
  });

  const onUp = (event) => {
    if (!down.delete(event.pointerId)) return;
    if (does === "target" && press.isAgain && apart(placeOf(event), press.place) < STILL_PIXELS) {
      press.time = -Infinity;
      moveTarget(press.before); // the first click moved it; whoever wants to see everything gets it back
      resetView();
    }
    if (down.size < 2) does = ""; // the finger that stays longer does nothing more
  };
  for (const end of ["pointerup", "pointercancel", "lostpointercapture"]) map.addEventListener(end, onUp);

  map.addEventListener("wheel", (event) => {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY / 100 : event.deltaY / 3;
    const turn = Math.min(Math.max(event.ctrlKey ? 5 * lines : lines, -2), 2); // a pinch on a touchpad turns little
    view.zoom(1.25 ** turn, ...placeOf(event));
    redraw("map");
  }, { passive: false });
}
