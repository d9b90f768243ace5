// The same SHA-256 wherever the page is opened: browsers offer their own only in secure contexts.

const SIZE = 64;
const K = [];
const START = [];

function fraction(root) {
  return ((root - Math.floor(root)) * 0x100000000) | 0;
}

for (let candidate = 2; K.length < SIZE; candidate += 1) {
  let isPrime = true;
  for (let n = 2; n * n <= candidate; n += 1) if (candidate % n === 0) isPrime = false;
  if (!isPrime) continue;
  if (START.length < 8) START.push(fraction(Math.sqrt(candidate)));
  K.push(fraction(Math.cbrt(candidate)));
}

function padded(bytes) {
  const length = Math.ceil((bytes.length + 9) / SIZE) * SIZE;
  const data = new DataView(new ArrayBuffer(length));
  bytes.forEach((byte, at) => data.setUint8(at, byte));
  data.setUint8(bytes.length, 0x80);
  data.setUint32(length - 8, Math.floor(bytes.length / 0x20000000));
  data.setUint32(length - 4, (bytes.length << 3) >>> 0);
  return data;
}

const turned = (word, by) => (word >>> by) | (word << (32 - by));

export function sha256(text) {
  const data = padded(new TextEncoder().encode(text));
  const hash = START.slice();
  const words = new Int32Array(SIZE);
  for (let block = 0; block < data.byteLength; block += SIZE) {
    for (let at = 0; at < SIZE; at += 1) {
      if (at < 16) {
        words[at] = data.getInt32(block + at * 4);
        continue;
      }
      const a = words[at - 15];
      const b = words[at - 2];
      const low = turned(a, 7) ^ turned(a, 18) ^ (a >>> 3);
      const high = turned(b, 17) ^ turned(b, 19) ^ (b >>> 10);
      words[at] = (words[at - 16] + low + words[at - 7] + high) | 0;
    }
    let [a, b, c, d, e, f, g, h] = hash;
    for (let at = 0; at < SIZE; at += 1) {
      const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
      const first = (h + s1 + ((e & f) ^ (~e & g)) + K[at] + words[at]) | 0;
      const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
      const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, at) => {
      hash[at] = (hash[at] + word) | 0;
    });
  }
  return hash.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

// Keys stay in their order: the program that reads the file writes the same text of it.
export function contentHash(saved) {
  const form = { ...saved.form };
  delete form.content;
  return `sha256:${sha256(JSON.stringify({ ...saved, form }))}`;
}
