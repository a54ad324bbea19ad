// Runs last: the drawing stays in sight until the live map is there.
document.documentElement.classList.add("js");
if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
  L.Map.mergeOptions({ zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, inertia: false });
}

function start(map) {
  const data = JSON.parse(document.getElementById("route-data").textContent);
  for (const item of data.legs.concat(data.claims)) {
    for (const name of ["line", "ring"]) item[name] = unpack(item[name] || "")[0] || [];
  }
  for (const front of data.fronts) front.parts = unpack(front.parts);
  const links = linker(map, data);
  // No stop under the buttons above or the scale below.
  const rim = () => (map.getSize().x < 600 ? { paddingTopLeft: [26, 62], paddingBottomRight: [26, 40] } : { paddingTopLeft: [56, 56], paddingBottomRight: [56, 48] });
  const whole = (animate) => map.fitBounds(data.box, { ...rim(), animate });
  map.setMinZoom(Math.max(0.5, Math.log2(map.getSize().x / 256) - 0.75));
  map.setMaxBounds(L.latLngBounds(data.base.world).pad(0.1));
  map.options.maxBoundsViscosity = 0.7;
  // In a frame the wheel belongs to the page around it until a reader turns to the map.
  if (document.querySelector(".embed")) {
    map.scrollWheelZoom.disable();
    map.once("click focus", () => map.scrollWheelZoom.enable());
  }
  whole(false);
  drawGround(map, data.base);
  const route = drawRoute(map, data, links);
  links.connect(route);
  L.control.scale({ position: "bottomright", imperial: true, maxWidth: 130 }).addTo(map);
  const lay = labeller(map, data, route.pins);
  const relay = () => { route.relay(); lay(); };
  map.on("zoomend moveend resize viewreset", relay);
  relay();
  document.getElementById("whole").addEventListener("click", () => whole(true));
  for (const button of document.querySelectorAll(".enlarge")) {
    button.addEventListener("click", () => map.fitBounds(data.insets[button.dataset.inset].box, { padding: [12, 12] }));
  }
  new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(map.getContainer());
  document.documentElement.classList.add("ready");
  performance.mark("route-ready");
}
