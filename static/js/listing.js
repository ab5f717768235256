// What the swap of a list would forget: which facets were open, how far a long one was scrolled, and where the visitor was.
const opened = new Map();
const scrolled = new Map();

function widen() {
  const old = !CSS.supports("selector(::details-content)");
  const facets = document.querySelector(".facets");
  if (facets && old && matchMedia("(min-width: 62rem)").matches) facets.open = true;
}

// Words are searched on Enter or the button only: leaving the field would ask the same a second time.
document.addEventListener("change", (event) => {
  if (event.target.id === "search") event.stopPropagation();
}, true);

document.addEventListener("htmx:beforeSwap", () => {
  document.querySelectorAll("#question details[id]").forEach((part) => opened.set(part.id, part.open));
  document.querySelectorAll(".facet-values").forEach((part) => scrolled.set(part.id, part.scrollTop));
});

document.addEventListener("htmx:afterSettle", () => {
  opened.forEach((open, id) => document.getElementById(id)?.toggleAttribute("open", open));
  scrolled.forEach((top, id) => document.getElementById(id)?.scrollTo(0, top));
  if (document.activeElement === document.body) document.getElementById("results-heading")?.focus();
  widen();
});

widen();
