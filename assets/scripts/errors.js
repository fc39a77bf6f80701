// After a refused form the first thing heard and seen is what to correct.
export const focusErrors = (summary) => {
  summary.setAttribute("tabindex", "-1");
  summary.focus();
  summary.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    const heading = field.closest("fieldset")?.querySelector("legend") ?? document.querySelector(`label[for="${field.id}"]`);
    (heading ?? field).scrollIntoView({ block: "start" });
    field.focus({ preventScroll: true });
  });
};
