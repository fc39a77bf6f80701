// Typing the list of a village from its photograph: Enter goes to the next row and takes the hamlet of the row
// above along. The page works without this file.
const table = document.querySelector("[data-typing]");

const boxes = (row) => [...row.querySelectorAll("input")];

const next = (row) => {
  const following = row.nextElementSibling;
  if (!following) return null;
  const [, hamlet] = boxes(row);
  const [, below] = boxes(following);
  if (below && !below.value) below.value = hamlet.value;
  return following;
};

table?.addEventListener("keydown", (event) => {
  const row = event.target.closest("tr");
  if (event.key !== "Enter" || event.isComposing || !row || event.target.tagName !== "INPUT") return;
  const following = next(row);
  if (!following) return; // the last row: Enter sends the block
  event.preventDefault();
  boxes(following)[0].focus();
});
