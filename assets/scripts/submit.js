// A form that is on its way cannot be sent a second time by an impatient finger.
const PAUSE = 3000;

export const submitOnce = (root) => {
  root.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent && Date.now() - Number(form.dataset.sent) < PAUSE) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = String(Date.now());
  });
};
