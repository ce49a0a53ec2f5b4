// What is drawn on the map: the codes as discs, circles of the prior, names of classes, axes, the target.

const RADII = [[3000, 3.4], [20000, 2.4], [Infinity, 1.6]]; // up to so many codes, the radius of each in pixels
const TARGET_RADIUS = 10;

// The pixels [x, y] of a disc around its own, by how much of each it covers, from the rim to the core.
function rings(radius) {
  const reach = Math.ceil(radius + 0.5);
  const found = new Map();
  for (let y = -reach; y <= reach; y++) {
    for (let x = -reach; x <= reach; x++) {
      const coverage = Math.min(Math.max(radius + 0.5 - Math.hypot(x, y), 0), 1);
      if (coverage > 0) found.set(coverage, [...(found.get(coverage) ?? []), [x, y]]);
    }
  }
  return { reach, levels: [...found].sort(([a], [b]) => a - b) };
}

// Draw codes as discs into ImageData of the plot, the last ones on top, all soft rims below all cores. Discs whose
// centre is not seen are left out. `ratio` is how many pixels the device has for one of CSS.
function rasterise(codes, view, ratio, colours, isHidden) {
  const radius = RADII.find(([most]) => codes.count <= most)[1] * view.em * ratio;
  const { reach, levels } = rings(radius);
  const [width, height] = [view.right - view.left, view.bottom - view.top].map((size) => Math.round(size * ratio));
  const stride = width + 2 * reach; // a margin takes what hangs over the edge
  const image = new ImageData(stride, height + 2 * reach);
  const pixels = new Uint32Array(image.data.buffer);
  const centres = new Int32Array(codes.count);
  const whose = new Uint16Array(codes.count);
  const bounds = view.bounds;
  const scale = view.unit * ratio;
  let seen = 0;
  for (let i = 0; i < codes.count; i++) {
    const column = Math.floor((codes.x[i] - bounds.left) * scale);
    const row = Math.floor((bounds.top - codes.y[i]) * scale);
    if (column < 0 || column >= width || row < 0 || row >= height || isHidden[codes.labels[i]]) continue;
    centres[seen] = (row + reach) * stride + column + reach;
    whose[seen++] = codes.labels[i];
  }
  for (const [coverage, places] of levels) {
    const offsets = Int32Array.from(places, ([x, y]) => y * stride + x);
    const paints = Uint32Array.from(colours, (rgb) => ((Math.round(255 * coverage) << 24) | rgb) >>> 0);
    for (let i = 0; i < seen; i++) {
      const paint = paints[whose[i]];
      for (let k = 0; k < offsets.length; k++) pixels[centres[i] + offsets[k]] = paint;
    }
  }
  return { image, reach, width, height };
}

// "#rrggbb" as the lower 24 bits of a pixel.
function rgbOf(colour) {
  const n = parseInt(colour.slice(1), 16);
  return ((n & 255) << 16) | (n & 0xff00) | (n >> 16);
}

function drawCodes(context, codes, view, ratio, colours, isHidden) {
  const { image, reach, width, height } = rasterise(codes, view, ratio, colours.map(rgbOf), isHidden);
  const [left, top] = [view.left, view.top].map((place) => Math.round(place * ratio) - reach);
  context.putImageData(image, left, top, reach, reach, width, height); // which no transform moves
}

function clipToPlot(context, view) {
  context.beginPath();
  context.rect(view.left, view.top, view.right - view.left, view.bottom - view.top);
  context.clip();
}

function label(context, text, x, y, { base, ink, edge }, padding) {
  const width = context.measureText(text).width + 2 * padding;
  const height = parseFloat(context.font.match(/([\d.]+)px/)[1]) * 1.1 + padding;
  context.fillStyle = base;
  context.fillRect(x - width / 2, y - height / 2, width, height);
  if (edge) {
    context.strokeStyle = edge;
    context.lineWidth = 2;
    context.strokeRect(x - width / 2, y - height / 2, width, height);
  }
  context.fillStyle = ink;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(text, x, y);
}

// The circles that hold 39 %, 86 % and 99 % of the prior.
function drawPrior(context, view, theme) {
  const [x, y] = view.screen(0, 0);
  for (const [colour, width] of [[theme.base, 3], [theme.text, 1.2]]) { // a rim keeps the line visible on anything
    context.strokeStyle = colour;
    context.lineWidth = width;
    for (const sigmas of [1, 2, 3]) {
      context.beginPath();
      context.arc(x, y, sigmas * view.unit, 0, 2 * Math.PI);
      context.stroke();
    }
  }
  context.font = theme.font(12);
  for (const sigmas of [1, 2, 3]) {
    const side = sigmas * Math.SQRT1_2;
    label(context, `${sigmas}σ`, ...view.screen(side, side), { base: theme.base, ink: theme.text }, 2);
  }
}

function drawNames(context, view, theme, classes, marks, colours, isHidden) {
  const size = 13 * Math.min(1, Math.max(0.75, view.width / (480 * view.em))); // smaller where they would run together
  context.font = theme.font(size, "bold");
  classes.forEach((name, index) => {
    if (!marks[index] || isHidden[index]) return;
    const place = view.screen(...marks[index]);
    label(context, name, ...place, { base: theme.base, ink: theme.text, edge: colours[index] }, 0.3 * size);
  });
}

function drawAxes(context, view, theme) {
  const { left, right, bottom, top } = view.bounds;
  context.strokeStyle = theme.border;
  context.lineWidth = 1;
  context.strokeRect(view.left, view.top, view.right - view.left, view.bottom - view.top);
  context.fillStyle = theme.muted;
  context.font = theme.font(12);
  const apart = (56 * view.em) / view.unit;
  const gap = 5 * view.em;
  const line = (...points) => {
    context.beginPath();
    context.moveTo(points[0], points[1]);
    context.lineTo(points[2], points[3]);
    context.stroke();
  };
  const across = ticks(left, right, apart);
  context.textAlign = "center";
  context.textBaseline = "top";
  for (const value of across.values) {
    const [x] = view.screen(value, 0);
    line(x, view.bottom, x, view.bottom + gap);
    context.fillText(written(value, across.digits), x, view.bottom + gap + 1);
  }
  const up = ticks(bottom, top, apart);
  context.textAlign = "right";
  context.textBaseline = "middle";
  for (const value of up.values) {
    const [, y] = view.screen(0, value);
    line(view.left - gap, y, view.left, y);
    context.fillText(written(value, up.digits), view.left - gap - 2, y);
  }
  context.fillStyle = theme.text;
  context.font = theme.font(13);
  context.textAlign = "center";
  context.textBaseline = "bottom";
  context.fillText("z₁", (view.left + view.right) / 2, view.height - 1);
  context.textAlign = "right";
  context.textBaseline = "middle";
  context.fillText("z₂", view.left - gap - 2, view.top / 2);
}

function drawTarget(context, view, theme, target) {
  const [x, y] = view.screen(...target);
  const r = TARGET_RADIUS * view.em;
  context.lineCap = "round";
  for (const [colour, width] of [[theme.base, 5], [theme.accent, 2.2]]) {
    context.strokeStyle = colour;
    context.lineWidth = width * view.em;
    context.beginPath();
    context.arc(x, y, r, 0, 2 * Math.PI);
    for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
      context.moveTo(x + 0.6 * r * dx, y + 0.6 * r * dy);
      context.lineTo(x + 1.6 * r * dx, y + 1.6 * r * dy);
    }
    context.stroke();
  }
}
