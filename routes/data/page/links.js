// Text, lists and map speak of the same things: what is pointed at in one lights up in the others.
function linker(map, data) {
  const wide = matchMedia("(min-width: 1100px) and (min-height: 640px)");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const boxes = new Map();
  for (const item of data.legs) boxes.set(item.ref, L.latLngBounds(item.line));
  for (const item of data.claims) boxes.set(item.ref, L.latLngBounds(item.line.concat(item.ring)));
  const spots = new Map(data.stops.concat(data.others).map((item) => [item.ref, item.at]));
  let route = null;

  const hover = (ref, on) => {
    for (const element of document.querySelectorAll("[data-ref], [data-refs], [data-pin]")) {
      const refs = (element.dataset.refs || element.dataset.ref || element.dataset.pin).split(" ");
      if (refs.includes(ref)) element.classList.toggle("hot", on);
    }
    for (const shape of (route && route.shapes.get(ref)) || []) {
      const path = shape.getElement();
      if (path) path.classList.toggle("hot", on);
    }
  };
  const show = (ref) => {
    const animate = !calm.matches;
    const box = boxes.get(ref);
    if (box) map.fitBounds(box, { padding: [48, 48], animate });
    else if (spots.has(ref)) map.setView(spots.get(ref), Math.max(map.getZoom(), 7), { animate });
  };
  // Bring a card into view beside the map; below the map it would take the map out of sight.
  const choose = (ref, move = true) => {
    if (move) show(ref);
    const card = document.getElementById(ref);
    if (move && !wide.matches) map.getContainer().scrollIntoView({ block: "nearest" });
    if (card && wide.matches) card.scrollIntoView({ block: "nearest", behavior: calm.matches ? "auto" : "smooth" });
    say(ref);
  };
  const say = (ref) => {
    const [kind, index] = ref.split("-");
    document.querySelector(".status").textContent = kind + " " + (Number(index) + 1) + " is shown on the map";
  };

  for (const element of document.querySelectorAll("[data-ref]")) {
    if (element.closest("svg")) continue;
    const ref = element.dataset.ref;
    for (const event of ["mouseenter", "focusin"]) element.addEventListener(event, () => hover(ref, true));
    for (const event of ["mouseleave", "focusout"]) element.addEventListener(event, () => hover(ref, false));
    // A link goes where it says; on a wide screen the map beside it follows.
    const isLink = element.matches(".chip, .others a");
    if (element.matches("button, mark") || isLink) element.addEventListener("click", () => (isLink && !wide.matches ? show(ref) : choose(ref)));
  }
  for (const sentence of document.querySelectorAll("[data-refs]")) {
    const refs = sentence.dataset.refs.split(" ");
    sentence.addEventListener("mouseenter", () => refs.forEach((ref) => hover(ref, true)));
    sentence.addEventListener("mouseleave", () => refs.forEach((ref) => hover(ref, false)));
  }
  return { hover, choose, connect: (drawn) => { route = drawn; } };
}
