// Narrow a table to the rows that hold the words typed, with or without diacritics. The words of the live
// region come from the page: data-found="{n} dòng", data-none="Không có dòng nào khớp".
const fold = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

export const filterRows = (box) => {
  const input = box.querySelector("input");
  const status = box.querySelector("[role=status]");
  const table = document.getElementById(box.dataset.table);
  if (!input || !table) return;
  box.hidden = false;
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]).map((row) => [row, fold(row.textContent)]);

  input.addEventListener("input", () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const [row, text] of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      shown += row.hidden ? 0 : 1;
    }
    if (status) status.textContent = shown ? box.dataset.found.replace("{n}", shown) : box.dataset.none;
  });
};
