// Work through a list by keyboard: j and k move between the items (data-item); any other letter presses the
// button or link of the current item that carries data-key. Nothing happens while one types in a field.
const typing = (target) => target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

export const watchKeys = (list) => {
  const items = () => [...list.querySelectorAll("[data-item]")];
  const current = () => document.activeElement?.closest("[data-item]");

  const move = (step) => {
    const all = items();
    if (!all.length) return;
    const at = all.indexOf(current());
    const next = at < 0 ? all[step > 0 ? 0 : all.length - 1] : all[Math.min(Math.max(at + step, 0), all.length - 1)];
    next.setAttribute("tabindex", "-1");
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
    showSource(next);
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const key = event.key.toLowerCase();
    if (key === "j" || key === "k") {
      event.preventDefault();
      move(key === "j" ? 1 : -1);
      return;
    }
    const place = current() ?? list;
    const control = /^[a-z?]$/.test(key) && place.querySelector(`[data-key="${key}"]`);
    if (!control) return;
    event.preventDefault();
    if (control.matches("input, select, textarea")) control.focus();
    else control.click();
  });

  list.addEventListener("focusin", () => showSource(current()));
  showSource(current()); // the focus may have come with the page
};

// The text a proposal comes from is marked and brought into view in the other pane.
const showSource = (item) => {
  const source = item?.dataset.source && document.getElementById(item.dataset.source);
  if (!source) return;
  for (const marked of document.querySelectorAll("[data-shown]")) delete marked.dataset.shown;
  source.dataset.shown = "yes";
  const pane = source.closest(".dh-review__text");
  if (!pane) return;
  const below = source.getBoundingClientRect().top - pane.getBoundingClientRect().top; // the pane may be sticky
  pane.scrollTo({ top: pane.scrollTop + below - pane.clientHeight / 3 });
};
