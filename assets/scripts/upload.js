// Show how much of the files has gone. data-limit (bytes) and the words come from the page; without this the
// form is sent as any other.
const show = (box, percent) => {
  box.querySelector("progress").value = percent;
  box.querySelector("[role=status]").textContent = box.dataset.sending.replace("{n}", percent);
};

const tooLarge = (input, limit) => [...input.files].some((file) => limit && file.size > limit);

export const showUpload = (box) => {
  const input = box.querySelector("input[type=file]");
  const form = input.form;
  const progress = box.querySelector("progress");
  if (!form || !progress) return;

  input.addEventListener("change", () => {
    input.setCustomValidity(tooLarge(input, Number(box.dataset.limit)) ? box.dataset.toolarge : "");
    input.reportValidity();
  });

  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented || !input.files.length || form.method !== "post") return;
    event.preventDefault();
    progress.hidden = false;
    const body = new FormData(form, event.submitter);
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (step) => {
      if (step.lengthComputable) show(box, Math.round((100 * step.loaded) / step.total));
    });
    request.addEventListener("load", () => {
      // The answer is a page, or a redirect already followed to one: show it at its own address.
      history.replaceState(null, "", request.responseURL);
      document.open();
      document.write(request.responseText);
      document.close();
    });
    request.addEventListener("error", () => {
      progress.hidden = true;
      delete form.dataset.sent;
      box.querySelector("[role=status]").textContent = box.dataset.failed;
    });
    request.open("POST", form.action || location.href);
    request.send(body);
  });
};
