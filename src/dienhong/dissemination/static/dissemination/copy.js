// Copying and sharing with one touch. Without this file the words stand in a box, to be marked and copied by hand.
const modules = {
  copy(element, text) {
    const said = element.querySelector("[role=status]");
    element.querySelector("button").addEventListener("click", async () => {
      text.select();
      try {
        await navigator.clipboard.writeText(text.value);
      } catch {
        document.execCommand("copy"); // a page without https has no clipboard
      }
      said.textContent = element.dataset.done;
    });
    element.hidden = false;
  },
  share(element, text) {
    if (!navigator.share) return;
    element.querySelector("button").addEventListener("click", () => {
      navigator.share({ text: text.value }).catch(() => {}); // closed without sharing
    });
    element.hidden = false;
  },
};

for (const [name, start] of Object.entries(modules)) {
  for (const element of document.querySelectorAll(`[data-module="${name}"]`)) {
    start(element, document.getElementById(element.dataset.from));
  }
}
