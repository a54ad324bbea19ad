// The base map: drawn once, thinned by Leaflet for each zoom.
function drawGround(map, base) {
  map.createPane("ground").style.zIndex = 200;
  const renderer = L.svg({ pane: "ground", padding: 0.4 });
  const shared = { renderer, pane: "ground", interactive: false, weight: null, color: null, opacity: null, lineCap: null, lineJoin: null };
  const area = (lines, className) => L.polygon(lines.map((line) => [line]), { ...shared, className, stroke: false, fillColor: null, fillOpacity: null, smoothFactor: 0.8 }).addTo(map);
  const line = (lines, className) => L.polyline(lines, { ...shared, className, smoothFactor: 0.8 }).addTo(map);
  const land = unpack(base.land);
  area(land, "land");
  line(land.flatMap((ring) => coast(ring, base.world)), "coast");
  area(unpack(base.lakes), "lake");
  line(unpack(base.rivers), "river");
  line(unpack(base.borders), "border");
  line(unpack(base.disputed), "disputed");
}

// A ring without its cuts: along the edge of the world, and where the source cuts at 180 degrees.
function coast(ring, world) {
  const [[south, west], [north, east]] = world;
  const near = (a, b) => Math.abs(a - b) < 0.002;
  const cuts = [
    (p) => near(p[1], west), (p) => near(p[1], east), (p) => near(p[0], south), (p) => near(p[0], north),
    (p) => near(Math.abs(p[1]) % 360, 180),
  ];
  const lines = [];
  let line = [ring[0]];
  ring.forEach((point, i) => {
    const next = ring[(i + 1) % ring.length];
    if (cuts.some((isCut) => isCut(point) && isCut(next))) {
      if (line.length > 1) lines.push(line);
      line = [next];
    } else {
      line.push(next);
    }
  });
  if (line.length > 1) lines.push(line);
  return lines;
}
