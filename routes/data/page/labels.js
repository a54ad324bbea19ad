// Words on the map: the weightiest first, each where it covers nothing, or nowhere.
const SIZES = { stop: [14.5, 700, 18], claim: [12.5, 700, 15], front: [12, 700, 15], place: [12, 400, 14], city: [11.5, 400, 14], country: [11.5, 600, 14], water: [12, 400, 14] };

function labeller(map, data, pins) {
  const pane = map.createPane("words");
  pane.style.zIndex = 650;
  pane.style.pointerEvents = "none";
  const pen = document.createElement("canvas").getContext("2d");
  const family = getComputedStyle(document.body).fontFamily;
  const widths = new Map();
  const measure = (text, kind) => {
    const known = kind + text;
    if (!widths.has(known)) {
      const [size, weight] = SIZES[kind];
      pen.font = weight + " " + size + "px " + family;
      const spaced = kind === "country" ? text.length * size * 0.06 : 0;
      widths.set(known, pen.measureText(kind === "country" ? text.toUpperCase() : text).width + spaced + 4);
    }
    return widths.get(known);
  };
  const leaders = L.layerGroup([], { pane: "route" }).addTo(map);
  const clear = () => {
    pane.replaceChildren();
    leaders.clearLayers();
  };
  const lay = () => {
    clear();
    const size = map.getSize();
    const taken = obstacles(map, pins);
    const drawn = drawnPoints(map, data, size);
    const sheet = { taken, drawn, size, pins: pins.map((item) => map.layerPointToContainerPoint(item.at)) };
    const all = [...words(map, data, pins)].map((word) => ({ ...word, spot: map.latLngToContainerPoint(word.at).add(word.moved || [0, 0]) }));
    const stops = all.filter((word) => word.kind === "stop");
    // Stops first: from the first on or from the last on, whichever leaves fewer without a name.
    const tries = [stops, [...stops].reverse()].map((order) => settle(order, sheet, measure));
    const named = tries[0].length >= tries[1].length ? tries[0] : tries[1];
    sheet.taken = taken.concat(named.map((item) => item.box));
    for (const item of named) if (item.lead) sheet.drawn.push(...between(item.word.spot, item.lead));
    const rest = settle(all.filter((word) => word.kind !== "stop"), sheet, measure);
    for (const item of named.concat(rest)) {
      pane.append(written(map, item.word, item.box));
      if (item.lead) leaders.addLayer(L.polyline([item.word.spot, item.lead].map((at) => map.containerPointToLatLng(at)), { pane: "route", interactive: false, color: null, weight: null, opacity: null, className: "leader name" }));
      if (item.word.kind === "city") pane.append(dot(map, item.word.spot));
    }
  };
  map.on("zoomstart", clear);
  return lay;
}

function obstacles(map, pins) {
  const around = (point, r) => [point.x - r, point.y - r, point.x + r, point.y + r];
  const frame = map.getContainer().getBoundingClientRect();
  const boxes = pins.map((item) => around(map.layerPointToContainerPoint(item.at), 14));
  const stage = map.getContainer().parentElement;
  for (const control of stage.querySelectorAll(".leaflet-control, .tools button")) {
    const box = control.getBoundingClientRect();
    boxes.push([box.left - frame.left - 2, box.top - frame.top - 2, box.right - frame.left + 2, box.bottom - frame.top + 2]);
  }
  return boxes;
}

function* words(map, data, pins) {
  for (const item of pins) {
    const spot = map.latLngToLayerPoint(item.stop.at);
    yield { text: item.stop.name, at: item.stop.at, moved: item.at.subtract(spot), kind: "stop", css: "", gap: 16 };
  }
  for (const claim of data.claims) yield claimWord(map, claim);
  const view = map.getBounds();
  for (const front of data.fronts) {
    const shown = front.parts.flat().filter((at) => view.contains(at));
    if (shown.length) yield { text: front.label, at: shown[Math.floor(shown.length / 3)], kind: "front", css: "", gap: 8 };
  }
  for (const other of data.others) yield { text: other.name, at: other.at, kind: "place", css: "", gap: 7 };
  const kmPerPixel = 156.5 * Math.cos((map.getCenter().lat * Math.PI) / 180) / Math.pow(2, map.getZoom());
  const cities = Math.max(6, map.getSize().x / 45);
  let shown = 0;
  for (const kind of ["country", "water", "city"]) {
    for (const [text, lat, lon, extent] of data.context[kind]) {
      if (!view.contains([lat, lon])) continue;
      if (kind === "city" ? shown++ > cities : extent / kmPerPixel < (kind === "country" ? 34 : 40)) continue;
      yield { text, at: [lat, lon], kind, css: "", gap: 6 };
    }
  }
}

// Beside its ring where that is small, else at the middle of its line, else at the top of the ring.
function claimWord(map, claim) {
  const word = { text: claim.label, kind: "claim", css: claim.css, gap: 8 };
  if (claim.ring.length) {
    const box = L.bounds(claim.ring.map((at) => map.latLngToLayerPoint(at)));
    const radius = box.getSize().x / 2;
    if (radius <= 150) return { ...word, at: map.layerPointToLatLng(box.getCenter()), gap: radius + 4 };
  }
  if (claim.line.length) return { ...word, at: claim.line[Math.floor(claim.line.length / 2)] };
  return { ...word, at: claim.ring.reduce((top, point) => (point[0] > top[0] ? point : top)) };
}

// How many heights of a line off the farthest names stand, and from how many pixels on a name needs a leader.
const FAR = 1.8;
const LED = 4;

function positions(at, w, h, word) {
  if (word.kind === "country" || word.kind === "water") return [[at.x - w / 2, at.y - h / 2, at.x + w / 2, at.y + h / 2]];
  const found = [];
  // A stop's name may stand far off: a line then leads to it.
  for (const gap of word.kind === "stop" ? [0, 0.8, FAR, FAR + 1.5].map((k) => word.gap + k * h) : [word.gap, word.gap + 0.8 * h]) {
    const slant = 0.7 * gap;
    const corners = [[gap, -h / 2], [-gap - w, -h / 2], [-w / 2, -gap - h], [-w / 2, gap], [slant, -slant - h], [-slant - w, -slant - h], [slant, slant], [-slant - w, slant],
      [-0.25 * w, gap], [-0.75 * w, gap], [-0.25 * w, -gap - h], [-0.75 * w, -gap - h]];
    for (const [x, y] of corners) found.push([at.x + x, at.y + y, at.x + x + w, at.y + y + h]);
  }
  return found;
}

// Give each word a box that covers none before it; what finds none is left out.
function settle(words, sheet, measure) {
  const taken = [...sheet.taken];
  const placed = [];
  for (const word of words) {
    const at = word.spot;
    if (at.x < -20 || at.y < -20 || at.x > sheet.size.x + 20 || at.y > sheet.size.y + 20) continue;
    const dotBox = word.kind === "city" ? [at.x - 3, at.y - 3, at.x + 3, at.y + 3] : null;
    if (dotBox && taken.some((other) => overlap(dotBox, other))) continue;
    const box = best(word, positions(at, measure(word.text, word.kind), SIZES[word.kind][2], word), taken, sheet);
    if (!box) continue;
    taken.push(box);
    if (dotBox) taken.push(dotBox);
    const end = nearest(at, box);
    // The line ends just short of the letters.
    placed.push({ word, box, lead: isFar(word, box) ? end.subtract(end.subtract(at).multiplyBy(3 / at.distanceTo(end))) : null });
  }
  return placed;
}

function overlap(a, b) {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

function best(word, boxes, taken, sheet) {
  const isStop = word.kind === "stop";
  let found = null;
  let least = Infinity;
  boxes.forEach((box, order) => {
    if (box[0] < 2 || box[1] < 2 || box[2] > sheet.size.x - 2 || box[3] > sheet.size.y - 2) return;
    if (taken.some((other) => overlap(box, other))) return;
    if (isStop && isFar(word, box) ? isCrossed(word.spot, nearest(word.spot, box), taken) : isStop && !isNearest(word.spot, box, sheet.pins)) return;
    const crossed = sheet.drawn.reduce((sum, p) => sum + (p.x > box[0] && p.x < box[2] && p.y > box[1] && p.y < box[3] ? 1 : 0), 0);
    const cost = order + 3 * crossed;
    if (cost < least && (isStop || crossed < 7)) [found, least] = [box, cost];
  });
  return found;
}

function nearest(at, box) {
  return L.point(Math.min(Math.max(at.x, box[0]), box[2]), Math.min(Math.max(at.y, box[1]), box[3]));
}

function isFar(word, box) {
  return word.kind === "stop" && word.spot.distanceTo(nearest(word.spot, box)) > word.gap + LED;
}

// Points every 4 pixels from a pin's rim to the name that it leads to.
function between(from, to) {
  const length = from.distanceTo(to);
  const points = [];
  for (let k = 20; k < length; k += 4) points.push(from.add(to.subtract(from).multiplyBy(k / length)));
  return points;
}

function isCrossed(from, to, taken) {
  return between(from, to).some((p) => taken.some((box) => p.x > box[0] - 1 && p.x < box[2] + 1 && p.y > box[1] - 1 && p.y < box[3] + 1));
}

// A name must lie closer to its own pin than to any other, or it would be taken for the other's.
function isNearest(own, box, pins) {
  const gap = (pin) => Math.hypot(Math.max(box[0] - pin.x, 0, pin.x - box[2]), Math.max(box[1] - pin.y, 0, pin.y - box[3]));
  return pins.every((pin) => own.distanceTo(pin) < 1 || gap(pin) > gap(own));
}

// Points every 8 pixels along legs, claims and fronts in view.
function drawnPoints(map, data, size) {
  const points = [];
  const lines = data.legs.map((leg) => leg.line).concat(data.claims.flatMap((claim) => [claim.line, claim.ring]), data.fronts.flatMap((front) => front.parts));
  const view = L.bounds([[0, 0], [size.x, size.y]]);
  for (const line of lines) {
    const path = line.map((at) => map.latLngToContainerPoint(at));
    for (let i = 1; i < path.length; i++) {
      const ends = L.LineUtil.clipSegment(path[i - 1], path[i], view);
      if (!ends) continue;
      const [a, b] = ends;
      const count = Math.max(1, Math.ceil(a.distanceTo(b) / 8));
      for (let k = 0; k < count; k++) points.push(a.add(b.subtract(a).multiplyBy(k / count)));
    }
  }
  return points;
}

function written(map, word, box) {
  const element = document.createElement("div");
  element.className = "word " + word.kind + " " + word.css;
  element.textContent = word.text;
  element.setAttribute("aria-hidden", "true");
  place(map, element, L.point(box[0] + 2, box[1]));
  return element;
}

function dot(map, at) {
  const element = document.createElement("div");
  element.className = "citydot";
  place(map, element, at.subtract([2, 2]));
  return element;
}

function place(map, element, at) {
  const point = map.containerPointToLayerPoint(at).round();
  element.style.transform = "translate(" + point.x + "px," + point.y + "px)";
}
