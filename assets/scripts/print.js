// A button that opens the browser's print dialog; hidden without scripts.
export const printPage = (button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
};
