// Leaflet puts each vertex on a whole pixel, which makes a long smooth line stagger.
const exact = {
  _projectLatlngs(latlngs, result, bounds) {
    if (!(latlngs[0] instanceof L.LatLng)) {
      for (const part of latlngs) this._projectLatlngs(part, result, bounds);
      return;
    }
    const origin = this._map.getPixelOrigin();
    const points = latlngs.map((at) => this._map.project(at).subtract(origin));
    for (const point of points) bounds.extend(point);
    result.push(points);
  },
};

// Legs, claims, fronts and pins. Every word comes in as text, never as markup.
function drawRoute(map, data, select) {
  map.createPane("route").style.zIndex = 410;
  const renderer = L.svg({ pane: "route", padding: 0.4 });
  const plain = { renderer, pane: "route", interactive: false, weight: null, color: null, opacity: null, lineCap: null, lineJoin: null, fillColor: null, fillOpacity: null };
  const Way = L.Polyline.extend(exact);
  const Ring = L.Polygon.extend(exact);
  const shapes = new Map();
  const keep = (ref, layer) => {
    if (!shapes.has(ref)) shapes.set(ref, []);
    shapes.get(ref).push(layer);
    return layer;
  };
  const stroke = (line, className) => new Way(line, { ...plain, className, smoothFactor: 0.15 }).addTo(map);

  for (const front of data.fronts) {
    stroke(front.parts, "front-case");
    stroke(front.parts, "front");
  }
  for (const claim of data.claims) {
    if (claim.ring.length) keep(claim.ref, new Ring(claim.ring, { ...plain, className: claim.round, smoothFactor: 0.15 }).addTo(map));
    if (claim.line.length) {
      keep(claim.ref, stroke(claim.line, "reach " + claim.css));
      L.circleMarker(claim.line.at(-1), { ...plain, radius: 4, className: "end " + claim.css }).addTo(map);
    }
  }
  for (const leg of data.legs) {
    for (const className of leg.strokes) keep(leg.ref, stroke(leg.line, className));
    const target = L.polyline(leg.line, { renderer, pane: "route", weight: 18, opacity: 0, smoothFactor: 0.6 }).addTo(map);
    target.on("mouseover", () => select.hover(leg.ref, true)).on("mouseout", () => select.hover(leg.ref, false));
    target.on("click", () => select.choose(leg.ref, false));
  }
  for (const other of data.others) L.circleMarker(other.at, { ...plain, radius: 3.5, className: "other" }).addTo(map);
  const leaders = L.layerGroup([], { pane: "route" }).addTo(map);
  const arrows = L.layerGroup([], { pane: "route" }).addTo(map);
  const pins = data.stops.map((stop) => pin(map, stop, select));
  const relay = () => {
    spreadPins(map, pins, leaders, plain);
    layArrows(map, data.legs, pins, arrows, plain);
  };
  return { shapes, pins, relay };
}

function pin(map, stop, select) {
  const number = document.createElement("span");
  number.textContent = stop.number;
  const icon = L.divIcon({ className: "numbered " + stop.css, iconSize: [26, 26], html: number });
  const marker = L.marker(stop.at, { icon, keyboard: true, riseOnHover: true }).addTo(map);
  const element = marker.getElement();
  element.setAttribute("aria-label", "Stop " + stop.number + ": " + stop.name);
  element.dataset.pin = stop.ref;
  const words = document.createElement("div");
  const name = document.createElement("b");
  const note = document.createElement("div");
  name.textContent = stop.name;
  note.textContent = stop.note;
  words.append(name, note);
  marker.bindPopup(words, { autoPanPadding: [20, 20] });
  marker.on("click", () => select.choose(stop.ref, false));
  for (const [event, on] of [["mouseenter", true], ["focus", true], ["mouseleave", false], ["blur", false]]) {
    element.addEventListener(event, () => select.hover(stop.ref, on));
  }
  return { stop, marker, at: null };
}

// Push pins off each other; a line leads from a moved pin to its place.
function spreadPins(map, pins, leaders, plain) {
  const apart = 29;
  leaders.clearLayers();
  const spots = pins.map((item) => map.latLngToLayerPoint(item.stop.at));
  const moved = spots.map((spot) => spot.clone());
  for (let round = 0, settled = false; round < 40 && !settled; round++) {
    settled = true;
    for (let i = 0; i < moved.length; i++) {
      for (let j = i + 1; j < moved.length; j++) {
        let step = moved[j].subtract(moved[i]);
        let distance = Math.hypot(step.x, step.y);
        if (distance >= apart - 0.01) continue;
        settled = false;
        if (distance < 0.5) [step, distance] = [L.point(1, 0), 1];
        const push = step.multiplyBy((apart - Math.min(distance, apart)) / 2 / distance);
        moved[i] = moved[i].subtract(push);
        moved[j] = moved[j].add(push);
      }
    }
  }
  pins.forEach((item, i) => {
    const off = moved[i].subtract(spots[i]);
    const element = item.marker.getElement();
    element.style.marginLeft = off.x - 13 + "px";
    element.style.marginTop = off.y - 13 + "px";
    item.at = moved[i];
    if (Math.hypot(off.x, off.y) > 2) {
      leaders.addLayer(L.polyline([item.stop.at, map.layerPointToLatLng(moved[i])], { ...plain, className: "leader" }));
      leaders.addLayer(L.circleMarker(item.stop.at, { ...plain, radius: 3, className: "spot" }));
    }
  });
}

// Arrows every 120 pixels along what is in view, never under a pin.
function layArrows(map, legs, pins, arrows, plain) {
  const step = 120;
  const bounds = map.getPixelBounds();
  const origin = map.getPixelOrigin();
  const view = L.bounds(bounds.min.subtract(origin), bounds.max.subtract(origin));
  arrows.clearLayers();
  for (const leg of legs) {
    const points = leg.line.map((at) => map.latLngToLayerPoint(at));
    const whole = points.reduce((sum, point, i) => (i ? sum + point.distanceTo(points[i - 1]) : 0), 0);
    if (whole < 50) continue;
    const first = whole < 2 * step ? whole / 2 : step / 2;
    let walked = 0;
    for (let i = 1; i < points.length; i++) {
      const [a, b] = [points[i - 1], points[i]];
      const length = a.distanceTo(b);
      const seen = length > 0 && L.LineUtil.clipSegment(a, b, view);
      if (seen) {
        const [from, to] = seen.map((end) => walked + a.distanceTo(end));
        for (let k = Math.max(0, Math.ceil((from - first) / step)); first + k * step <= to; k++) {
          const at = a.add(b.subtract(a).multiplyBy((first + k * step - walked) / length));
          if (pins.some((item) => item.at && item.at.distanceTo(at) < 24)) continue;
          arrows.addLayer(arrow(map, at, Math.atan2(b.y - a.y, b.x - a.x), leg.arrow, plain));
        }
      }
      walked += length;
    }
  }
}

function arrow(map, at, angle, className, plain) {
  const corner = (x, y) => map.layerPointToLatLng(L.point(
    at.x + x * Math.cos(angle) - y * Math.sin(angle), at.y + x * Math.sin(angle) + y * Math.cos(angle)));
  const corners = [corner(8, 0), corner(-6, -5.5), corner(-3, 0), corner(-6, 5.5)];
  return L.polygon(corners, { ...plain, className: "arrow " + className, smoothFactor: 0 });
}
