// Which part of the latent plane is seen, and where on the screen: all lengths in CSS pixels, both axes of one scale.

const MARGIN = { left: 50, right: 10, top: 24, bottom: 36 };
const CLOSEST = 1 / 500; // the least and the greatest that can be seen, in parts of the whole map
const FARTHEST = 8;

class View {
  constructor({ centre, reach }) {
    this.home = { x: centre[0], y: centre[1], span: 2 * reach };
    this.em = 1;
    this.setSize(1, 1);
    this.reset();
  }

  setSize(width, height, em = 1) {
    [this.width, this.height, this.em] = [width, height, em];
    this.left = MARGIN.left * em;
    this.top = MARGIN.top * em;
    this.right = Math.max(width - MARGIN.right * em, this.left + 1);
    this.bottom = Math.max(height - MARGIN.bottom * em, this.top + 1);
  }

  reset() {
    [this.x, this.y, this.span] = [this.home.x, this.home.y, this.home.span];
  }

  // Pixels of a latent unit; `span` latent units are seen along the shorter side.
  get unit() {
    return Math.min(this.right - this.left, this.bottom - this.top) / this.span;
  }

  screen(x, y) {
    return [
      (this.left + this.right) / 2 + (x - this.x) * this.unit,
      (this.top + this.bottom) / 2 - (y - this.y) * this.unit,
    ];
  }

  latent(px, py) {
    return [
      this.x + (px - (this.left + this.right) / 2) / this.unit,
      this.y - (py - (this.top + this.bottom) / 2) / this.unit,
    ];
  }

  // The least and the greatest z₁ and z₂ that are seen.
  get bounds() {
    const [left, top] = this.latent(this.left, this.top);
    const [right, bottom] = this.latent(this.right, this.bottom);
    return { left, right, bottom, top };
  }

  // See so many times as much, with what is at a pixel staying there.
  zoom(factor, px, py) {
    const [x, y] = this.latent(px, py);
    const { span } = this.home;
    this.span = Math.min(Math.max(this.span * factor, span * CLOSEST), span * FARTHEST);
    const [nowX, nowY] = this.latent(px, py);
    this.moveTo(this.x + x - nowX, this.y + y - nowY);
  }

  pan(dx, dy) {
    this.moveTo(this.x - dx / this.unit, this.y + dy / this.unit);
  }

  moveTo(x, y) {
    [this.x, this.y] = this.clamp(x, y);
  }

  // Move as little as it takes to see a place.
  reveal(x, y) {
    const { left, right, bottom, top } = this.bounds;
    const rim = this.span / 20;
    const beyond = (value, low, high) => Math.min(value - low, 0) + Math.max(value - high, 0);
    this.moveTo(
      this.x + beyond(x, left + rim, right - rim),
      this.y + beyond(y, bottom + rim, top - rim),
    );
  }

  // The place nearest to one that is not too far from the codes to be found again.
  clamp(x, y) {
    const most = FARTHEST * this.home.span;
    const between = (value, middle) => Math.min(Math.max(value, middle - most), middle + most);
    return [between(x, this.home.x), between(y, this.home.y)];
  }
}

// Round numbers between two others, at least so many apart, and the digits behind the point that they have.
function ticks(low, high, apart) {
  const power = 10 ** Math.floor(Math.log10(apart));
  const step = [1, 2, 5, 10].map((n) => n * power).find((size) => size >= apart * (1 - 1e-9));
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const values = [];
  for (let n = Math.ceil(low / step); n * step <= high; n++) values.push(n * step);
  return { values, digits };
}

// A number as it is printed, with a true minus sign.
function written(value, digits) {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "−");
}
