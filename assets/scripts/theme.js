// The same choice as the form makes, without a new page. The cookie is what the server reads next time.
const YEAR = 31536000;

export const switchTheme = (form) => {
  form.addEventListener("submit", (event) => {
    const theme = event.submitter?.value;
    if (!["light", "dark", "auto"].includes(theme)) return;
    event.preventDefault();
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `theme=${theme}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`;
    document.documentElement.dataset.theme = theme;
    for (const button of form.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.value === theme));
    }
  });
};
