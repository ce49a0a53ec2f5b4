// The page: what it says of the run, what its switches do, and when something is drawn.

const byId = (id) => document.getElementById(id);
const run = JSON.parse(byId("run-data").textContent);
const codes = readCodes();
const decoder = new Decoder(run.decoder, floatsOf(bytesOf(byId("weights-data").textContent), run.weights.precision));
const colours = Array.from({ length: Math.max(run.classes.length, 1) }, (_, i) => run.colours[i % run.colours.length]);
const isHidden = new Uint8Array(colours.length);
const view = new View(run.home);
const manifold = new Manifold(decoder);
const map = byId("map");
const [groundCanvas, codesCanvas, targetCanvas] = map.querySelectorAll("canvas");
const imageCanvas = byId("image");
const dark = matchMedia("(prefers-color-scheme: dark)");
const fields = [byId("z1"), byId("z2")];
const FRAME_MS = 8; // of a frame that decoding the manifold may take
const REST_MS = 500; // until what is said of the target is read aloud

let theme = readTheme();
let target = bestPlace();
let stale = new Set(); // what the next frame draws
let frame = 0;
let saying = 0;

function readCodes() {
  const places = bytesOf(byId("places-data").textContent);
  const labels = new Uint16Array(bytesOf(byId("labels-data").textContent).buffer);
  const { low, step, isQuantised } = run.places;
  const numbers = isQuantised ? new Uint16Array(places.buffer) : new Float32Array(places.buffer);
  const count = labels.length;
  const along = (axis) => Float32Array.from(labels, (_, i) => low[axis] + step[axis] * numbers[2 * i + axis]);
  return { count, labels, x: along(0), y: along(1) };
}

// Colours, as the style sheet has them just now, and fonts of the page's.
function readTheme() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  const em = parseFloat(style.fontSize) / 16;
  const font = (size, weight = "normal") => `${weight} ${size * em}px ${style.fontFamily}`;
  const names = ["base", "text", "muted", "border", "accent"];
  return { em, font, ...Object.fromEntries(names.map((name) => [name, colour(name)])) };
}

// Among the places where a class has most of its codes, the nearest to the middle of the map.
function bestPlace() {
  const away = ([x, y]) => Math.hypot(x - view.x, y - view.y);
  return run.marks.filter(Boolean).reduce((best, mark) => (away(mark) < away(best) ? mark : best)).map(Math.fround);
}

// Drawing

function redraw(...parts) {
  for (const part of parts) stale.add(part);
  frame ||= requestAnimationFrame(draw);
}

function draw() {
  frame = 0;
  const due = stale;
  stale = new Set();
  if (due.has("map")) {
    fit();
    paint(codesCanvas, (context, ratio) => {
      if (isOn("codes")) drawCodes(context, codes, view, ratio, colours, isHidden);
      context.save();
      clipToPlot(context, view);
      if (run.hasPrior) drawPrior(context, view, theme);
      if (isOn("codes")) drawNames(context, view, theme, run.classes, run.marks, colours, isHidden);
      context.restore();
      drawAxes(context, view, theme);
    });
  }
  if (due.has("map") || due.has("target")) {
    paint(targetCanvas, (context) => {
      clipToPlot(context, view);
      drawTarget(context, view, theme, target);
    });
  }
  if (due.has("target")) {
    imageCanvas.getContext("2d").putImageData(decoder.picture(...target, isOn("paper")), 0, 0);
    sayWhere();
  }
  if (isOn("manifold") && (due.has("map") || due.has("manifold"))) {
    manifold.cover(view);
    manifold.decodeSome(FRAME_MS, isOn("paper"));
    paint(groundCanvas, (context) => {
      clipToPlot(context, view);
      manifold.draw(context, view, theme);
    });
    if (!manifold.isComplete) redraw("manifold");
  } else if (due.has("map")) {
    paint(groundCanvas, () => {});
  }
  map.setAttribute("aria-busy", String(isOn("manifold") && !manifold.isComplete));
}

// Let the view and the canvases have the size of the map on screen.
function fit() {
  const { clientWidth: width, clientHeight: height } = map;
  view.setSize(width, height, theme.em);
  for (const canvas of [groundCanvas, codesCanvas, targetCanvas]) {
    const [across, down] = [width, height].map((side) => Math.max(1, Math.round(side * devicePixelRatio)));
    if (canvas.width !== across) canvas.width = across;
    if (canvas.height !== down) canvas.height = down;
  }
}

// Draw on a cleared canvas, in CSS pixels.
function paint(canvas, act) {
  const context = canvas.getContext("2d");
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.scale(devicePixelRatio, devicePixelRatio);
  context.save();
  act(context, devicePixelRatio);
  context.restore();
}

// Words

// A text with values in place of the names in braces.
function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function grouped(count) {
  return count.toLocaleString("en").replaceAll(",", run.thousands);
}

function sayWhere() {
  byId("position").textContent = `z = (${target.map((z) => written(z, 2)).join(", ")})`;
  byId("around").textContent = around();
  clearTimeout(saying); // read aloud once the target rests, not with every frame
  saying = setTimeout(() => { byId("said").textContent = byId("around").textContent; }, REST_MS);
  target.forEach((z, axis) => {
    map.dataset[`z${axis + 1}`] = z;
    if (document.activeElement !== fields[axis]) fields[axis].value = Number(z.toFixed(3));
  });
}

function around() {
  const counts = new Uint32Array(colours.length);
  let total = 0;
  for (let i = 0; i < codes.count; i++) {
    const [dx, dy] = [codes.x[i] - target[0], codes.y[i] - target[1]];
    if (dx * dx + dy * dy <= run.reach * run.reach) {
      total++;
      counts[codes.labels[i]]++;
    }
  }
  if (total === 0) return filled(run.said.nothingNear, { reach: run.reach });
  const words = filled(run.said.near[total === 1 ? 0 : 1], { count: grouped(total), reach: run.reach });
  if (!run.classes.length) return words;
  const most = Math.max(...counts);
  return `${words} · ${Math.round((100 * most) / total)}% “${run.classes[counts.indexOf(most)]}”`;
}

function describe() {
  const { said } = run;
  const images = grouped(codes.count);
  document.title = byId("title").textContent = run.title;
  byId("subtitle").textContent = [
    run.family, run.likelihood, run.dataset, filled(said.testImages, { images }),
  ].join(" · ");
  byId("what").textContent = filled(said.what, { images });
  const { precision, isExact, count } = run.weights;
  byId("details").textContent = [
    filled(isExact ? said.exact : said.rounded, { run: run.name, weights: grouped(count), precision }),
    ...(run.places.isQuantised ? [said.quantised] : []),
    said.nothingElse,
  ].join(" ");
  for (const [words, figure] of run.figures) {
    const row = byId("figures").insertRow();
    const heading = document.createElement("th");
    heading.scope = "row";
    heading.textContent = words;
    row.append(heading);
    row.insertCell().textContent = figure;
  }
  const table = byId("figures").parentElement;
  table.hidden = !run.figures.length;
  table.caption.textContent = filled(said.caption, { images: grouped(run.testImages) });
}

// Switches

function isOn(id) {
  return byId(id).getAttribute("aria-pressed") === "true";
}

function toggle(button) {
  button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
}

function buildLegend() {
  run.classes.forEach((name, index) => {
    const button = document.createElement("button");
    button.setAttribute("aria-pressed", "true");
    const swatch = document.createElement("span");
    swatch.className = "swatch";
    swatch.style.background = colours[index];
    const words = document.createElement("span");
    words.textContent = name;
    button.append(swatch, words);
    button.addEventListener("click", () => {
      toggle(button);
      isHidden[index] = button.getAttribute("aria-pressed") === "true" ? 0 : 1;
      redraw("map");
    });
    const item = document.createElement("li");
    item.append(button);
    byId("legend").append(item);
  });
  byId("legend").hidden = !run.classes.length;
}

function connectSwitches() {
  for (const id of ["codes", "manifold", "paper"]) {
    byId(id).addEventListener("click", (event) => {
      toggle(event.currentTarget);
      if (id === "paper") manifold.clear();
      redraw("map", "target");
    });
  }
  byId("paper").hidden = run.decoder.imageShape[0] === 3;
  byId("reset").addEventListener("click", resetView);
  fields.forEach((field, axis) => {
    field.addEventListener("input", () => {
      if (field.value === "" || !Number.isFinite(field.valueAsNumber)) return; // still being typed
      const place = [...target];
      place[axis] = field.valueAsNumber;
      moveTarget(place, true);
    });
    field.addEventListener("change", () => (field.value = Number(target[axis].toFixed(3))));
  });
}

function connectScreen() {
  const onChanged = () => {
    theme = readTheme();
    redraw("map", "target");
  };
  new ResizeObserver(onChanged).observe(map);
  dark.addEventListener("change", onChanged);
  const watchRatio = () => {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", () => {
      onChanged();
      watchRatio();
    }, { once: true });
  };
  watchRatio();
}

[imageCanvas.width, imageCanvas.height] = [decoder.width, decoder.height];
describe();
buildLegend();
connectSwitches();
connectKeys();
connectPointers();
connectScreen();
redraw("map", "target");
