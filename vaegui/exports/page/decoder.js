// The decoder p(x|z) of a run: its layers, and the mean of each pixel as the run's likelihood has it.

function bytesOf(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

// The numbers of little-endian bytes, as Float32Array.
function floatsOf(bytes, precision) {
  if (precision === "float32") return new Float32Array(bytes.buffer);
  const halves = new Uint16Array(bytes.buffer);
  const floats = new Float32Array(halves.length);
  const valueOf = Float32Array.from({ length: 1 << 16 }, (_, bits) => {
    const [exponent, fraction] = [(bits >> 10) & 31, (bits & 1023) / 1024];
    const size = exponent === 0 ? fraction * 2 ** -14 : (1 + fraction) * 2 ** (exponent - 15);
    return bits >> 15 ? -size : size;
  });
  for (let i = 0; i < halves.length; i++) floats[i] = valueOf[halves[i]];
  return floats;
}

// The error function to 1.5e-7 (Abramowitz and Stegun 1964, 7.1.26), which is less than single precision shows.
function erf(x) {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const sum = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return Math.sign(x) * (1 - sum * Math.exp(-x * x));
}

const sigmoid = (x) => 1 / (1 + Math.exp(-x));

const ACTIVATIONS = {
  gelu: (x) => 0.5 * x * (1 + erf(x * Math.SQRT1_2)),
  relu: (x) => (x > 0 ? x : 0),
  silu: (x) => x * sigmoid(x),
  tanh: Math.tanh,
};

// The mean of a continuous Bernoulli of logit l (Loaiza-Ganem and Cunningham 2019): 1 / (1 - exp(-l)) - 1 / l, of which
// both terms grow without bound towards l = 0; its series takes over there.
function continuousBernoulliMean(l) {
  if (Math.abs(l) < 0.01) return 0.5 + l / 12 - (l * l * l) / 720;
  return -1 / Math.expm1(-l) - 1 / l;
}

// What makes the mean of a pixel of what the last layer puts out for it.
function pixelMean({ likelihood, output, logitLimit }) {
  if (likelihood === "bernoulli") return sigmoid;
  if (likelihood === "continuous-bernoulli") {
    return (x) => continuousBernoulliMean(logitLimit * Math.tanh(x / logitLimit));
  }
  return output === "sigmoid" ? sigmoid : (x) => x;
}

// Each layer is a function from a Float32Array to another, which it keeps and overwrites with the next call.

function linear({ from, to }, weight, bias) {
  const out = new Float32Array(to);
  return (x) => {
    const whole = from - (from % 4);
    for (let o = 0, w = 0; o < to; o++) {
      let a = bias[o], b = 0, c = 0, d = 0, i = 0; // four sums: in one, each addition would wait for the one before
      for (; i < whole; i += 4, w += 4) {
        a += weight[w] * x[i];
        b += weight[w + 1] * x[i + 1];
        c += weight[w + 2] * x[i + 2];
        d += weight[w + 3] * x[i + 3];
      }
      for (; i < from; i++, w++) a += weight[w] * x[i];
      out[o] = a + b + c + d;
    }
    return out;
  };
}

// A transposed convolution adds the kernel, times the pixel, around the place of each pixel; weight is (from, to, rows,
// columns).
function deconvolution({ from, to, kernel, stride, padding, outputPadding }, [, height, width], weight, bias) {
  const rows = (height - 1) * stride[0] - 2 * padding[0] + kernel[0] + outputPadding[0];
  const columns = (width - 1) * stride[1] - 2 * padding[1] + kernel[1] + outputPadding[1];
  const out = new Float32Array(to * rows * columns);

  function addTimes(w, x, begin, target, shift) {
    for (let i = 0, column = shift; i < width; i++, column += stride[1]) {
      if (column >= 0 && column < columns) out[target + column] += w * x[begin + i];
    }
  }

  function run(x) {
    for (let o = 0; o < to; o++) out.fill(bias[o], o * rows * columns, (o + 1) * rows * columns);
    for (let c = 0, w = 0; c < from; c++) {
      for (let o = 0; o < to; o++) {
        for (let ky = 0; ky < kernel[0]; ky++) {
          for (let kx = 0; kx < kernel[1]; kx++, w++) {
            for (let y = 0; y < height; y++) {
              const row = y * stride[0] + ky - padding[0];
              if (row < 0 || row >= rows) continue;
              addTimes(weight[w], x, (c * height + y) * width, (o * rows + row) * columns, kx - padding[1]);
            }
          }
        }
      }
    }
    return out;
  }
  return [run, [to, rows, columns]];
}

class Decoder {
  constructor(described, weights) {
    [this.channels, this.height, this.width] = described.imageShape;
    let read = 0;
    const take = (count) => weights.subarray(read, (read += count));
    let shape = []; // of images between layers
    this.layers = described.layers.map((layer) => {
      if (layer.kind === "linear") return linear(layer, take(layer.from * layer.to), take(layer.to));
      if (layer.kind === "unflatten") {
        shape = layer.shape;
        return (x) => x;
      }
      if (layer.kind === "deconvolution") {
        const weight = take(layer.from * layer.to * layer.kernel[0] * layer.kernel[1]);
        const [run, made] = deconvolution(layer, shape, weight, take(layer.to));
        shape = made;
        return run;
      }
      const activation = ACTIVATIONS[layer.kind];
      return (x) => {
        for (let i = 0; i < x.length; i++) x[i] = activation(x[i]);
        return x;
      };
    });
    this.mean = pixelMean(described);
    this.rgba = new ImageData(this.width, this.height);
  }

  // The mean image of p(x|z), (channels, height, width) in a row. A Gaussian with a learned variance has that behind it.
  decode(z1, z2) {
    let x = Float32Array.of(z1, z2);
    for (const layer of this.layers) x = layer(x);
    const image = x.subarray(0, this.channels * this.height * this.width);
    for (let i = 0; i < image.length; i++) image[i] = this.mean(image[i]);
    return image;
  }

  // The same as ImageData, overwritten by the next call; grey images are ink where `isPaper`.
  picture(z1, z2, isPaper) {
    const image = this.decode(z1, z2);
    const { data } = this.rgba; // clamped to 0…255, and rounded, as it is written
    const area = this.height * this.width;
    for (let i = 0; i < area; i++) {
      if (this.channels === 3) {
        for (let c = 0; c < 3; c++) data[4 * i + c] = 255 * image[c * area + i];
      } else {
        let grey = 0; // of so many channels that a screen has no colours for them, the mean
        for (let c = 0; c < this.channels; c++) grey += image[c * area + i] / this.channels;
        data[4 * i] = 255 * grey;
        if (isPaper) data[4 * i] = 255 - data[4 * i];
        data[4 * i + 1] = data[4 * i + 2] = data[4 * i];
      }
      data[4 * i + 3] = 255;
    }
    return this.rgba;
  }
}
