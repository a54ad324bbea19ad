// Coordinates as text: see routes/page/encode.py. Returns lines of [lat, lon].
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const DIGIT = new Map([...LETTERS].map((letter, value) => [letter.charCodeAt(0), value]));

function unpack(text) {
  let at = 0;
  const next = () => {
    let value = 0, place = 1, digit;
    do {
      digit = DIGIT.get(text.charCodeAt(at++));
      value += (digit & 31) * place;
      place *= 32;
    } while (digit & 32);
    return value % 2 ? -(value + 1) / 2 : value / 2;
  };
  const lines = [];
  while (at < text.length) {
    const line = [];
    let x = 0, y = 0;
    for (let left = next(); left > 0; left--) {
      x += next();
      y += next();
      line.push([y / 1000, x / 1000]);
    }
    lines.push(line);
  }
  return lines;
}
