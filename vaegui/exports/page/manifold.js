// The decoded manifold: images of places all over the seen part of the plane, laid where they were decoded from.

const TILE = 38; // pixels that an image of it should take on screen
const SHARPEST = 96; // pixels of a tile that are kept of an image, along its longer side

class Manifold {
  constructor(decoder) {
    this.decoder = decoder;
    const scale = Math.min(1, SHARPEST / Math.max(decoder.width, decoder.height));
    this.size = [decoder.width, decoder.height].map((side) => Math.max(1, Math.round(side * scale)));
    this.side = Math.max(...this.size); // of a tile, in which an image keeps its proportions
    this.one = document.createElement("canvas");
    [this.one.width, this.one.height] = [decoder.width, decoder.height];
    this.clear();
  }

  // Forget what was decoded.
  clear() {
    this.sheet = this.before = null;
    this.missing = [];
    this.longest = 0; // milliseconds that a tile took
  }

  get isComplete() {
    return this.missing.length === 0;
  }

  // Have tiles for what a view shows. They keep their place while it moves, and their size while it zooms by less
  // than √2.
  cover(view) {
    const cell = 2 ** (Math.round(Math.log2((TILE * view.em) / view.unit) * 2) / 2);
    const bounds = view.bounds;
    const from = [Math.floor(bounds.left / cell), Math.floor(bounds.bottom / cell)];
    const to = [Math.ceil(bounds.right / cell), Math.ceil(bounds.top / cell)];
    const key = [cell, ...from, ...to].join();
    if (this.sheet?.key === key) return;
    const fresh = this.newSheet(key, cell, from, to);
    const old = this.sheet;
    if (old?.cell === cell) {
      const [dx, dy] = [old.from[0] - from[0], to[1] - old.to[1]].map((cells) => cells * this.side);
      fresh.context.drawImage(old.canvas, dx, dy);
      fresh.done = old.done;
    } else if (old) {
      this.before = old; // stays to be seen below until the new one is complete
    }
    this.sheet = fresh;
    const [x, y] = [view.x / cell - 0.5, view.y / cell - 0.5];
    const missing = [];
    for (let row = from[1]; row < to[1]; row++) {
      for (let column = from[0]; column < to[0]; column++) {
        if (!fresh.done.has(`${column},${row}`)) missing.push([Math.hypot(column - x, row - y), column, row]);
      }
    }
    fresh.done = new Set([...fresh.done].filter((name) => {
      const [column, row] = name.split(",").map(Number);
      return column >= from[0] && column < to[0] && row >= from[1] && row < to[1];
    }));
    this.missing = missing.sort(([a], [b]) => b - a); // the nearest to the middle last, where they are taken from
  }

  newSheet(key, cell, from, to) {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [(to[0] - from[0]) * this.side, (to[1] - from[1]) * this.side];
    return { key, cell, from, to, canvas, context: canvas.getContext("2d"), done: new Set() };
  }

  // Decode some of the missing tiles, for so many milliseconds at most unless a single one takes longer.
  decodeSome(most, isPaper) {
    const started = performance.now();
    let now = started;
    while (this.missing.length && (now === started || now - started + this.longest <= most)) {
      const [, column, row] = this.missing.pop();
      this.decodeTile(column, row, isPaper);
      const done = performance.now();
      this.longest = Math.max(0.9 * this.longest, done - now);
      now = done;
    }
    if (this.isComplete) this.before = null;
  }

  decodeTile(column, row, isPaper) {
    const { cell, from, to, context, done } = this.sheet;
    const picture = this.decoder.picture((column + 0.5) * cell, (row + 0.5) * cell, isPaper);
    this.one.getContext("2d").putImageData(picture, 0, 0);
    const [width, height] = this.size;
    const x = (column - from[0]) * this.side + (this.side - width) / 2;
    const y = (to[1] - 1 - row) * this.side + (this.side - height) / 2;
    context.drawImage(this.one, x, y, width, height);
    done.add(`${column},${row}`);
  }

  draw(context, view, theme) {
    context.imageSmoothingEnabled = false;
    for (const sheet of [this.before, this.sheet]) {
      if (!sheet) continue;
      const [x, y] = view.screen(sheet.from[0] * sheet.cell, sheet.to[1] * sheet.cell);
      const [right, bottom] = view.screen(sheet.to[0] * sheet.cell, sheet.from[1] * sheet.cell);
      context.drawImage(sheet.canvas, x, y, right - x, bottom - y);
    }
    // A hairline between images, whose own edges may touch.
    const { cell, from, to } = this.sheet;
    context.fillStyle = theme.border;
    for (let column = from[0]; column <= to[0]; column++) {
      context.fillRect(view.screen(column * cell, 0)[0], 0, 1, view.height);
    }
    for (let row = from[1]; row <= to[1]; row++) {
      context.fillRect(0, view.screen(0, row * cell)[1], view.width, 1);
    }
  }
}
