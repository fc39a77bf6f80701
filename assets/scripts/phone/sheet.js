// The sheet of one of two who counted, and what comes of it: what adds up, what differs, the result, its photo.
import { shrink } from "../village/photo.js";
import { box, button, field, h, number, read, say, text } from "./parts.js";

const LARGEST = 1300000; // bytes of a photo

const unlike = (one, two) => Object.keys(one).filter((name) => one[name] !== two[name]);

// Whether both sheets are there, in which figures they are apart. Of two that the server has, it alone knows (`said`).
export const compared = (sheets, said) => {
  const both = Boolean(sheets[1] && sheets[2]);
  const known = both && sheets[1].figures && sheets[2].figures;
  const sent = both && !sheets[1].key && !sheets[2].key;
  const apart = sent ? said || [] : known ? unlike(sheets[1].figures, sheets[2].figures) : [];
  return { both, apart, alike: Boolean(known || sent) && !apart.length };
};

const sums = (names, figures) =>
  names.reduce((sum, name) => sum + (name[0] === "-" ? -figures[name.slice(1)] : figures[name]), 0);

// What does not add up on a sheet, by the server's table; figures that are not typed yet are not judged. `known`: what
// else stands in the table.
export const faults = (table, figures, known, note) => {
  const all = Object.assign({}, known, figures);
  const typed = (each) => each.left.concat(each.right).every((name) => Number.isInteger(all[name.replace("-", "")]));
  const found = [];
  for (const each of table.identities.filter(typed)) {
    const left = sums(each.left, all);
    const right = sums(each.right, all);
    if (each.equal ? left === right : left <= right) continue;
    found.push(each.words.replace("%(left)d", left).replace("%(right)d", right));
  }
  const { explained } = table;
  if (explained && all[explained.figure] > 0 && !note.trim()) {
    found.push(explained.words.replace("%(left)d", all[explained.figure]));
  }
  return found;
};

// The figures in which two sheets are apart, as the table names them.
export const inWords = (table, apart) => table.figures.filter(([name]) => apart.includes(name)).map(([, label]) => label).join(", ");

export const verdict = (item, households) => {
  const good = item.agree >= item.need;
  return box(
    good ? "good" : "bad",
    h("p", { class: "hop-verdict" }, good ? say("passed") : say("not_passed", { left: item.need - item.agree })),
    h("p", {}, say("agree_of", { agree: item.agree, of: households, need: item.need })),
  );
};

// `known`: what else stands in the table; `first`: the other sheet, where this phone has it; `record` keeps the event.
export const sheetOf = (app, { title, back, intro, table, known, first, place, record }) => {
  const counter = text();
  const note = text();
  const inputs = table.figures.map(([name, label]) => [name, label, number()]);
  const list = h("div", { "aria-live": "polite" });
  const typed = () => {
    const figures = {};
    for (const [name, , input] of inputs) if (!Number.isNaN(read(input))) figures[name] = read(input);
    return figures;
  };
  const draw = () => {
    list.textContent = "";
    const wrong = faults(table, typed(), known, note.value);
    const whole = Object.keys(typed()).length === inputs.length;
    if (wrong.length) list.append(box("bad", ...wrong.map((each) => h("p", {}, each))));
    else if (whole) list.append(box("good", h("p", {}, say("adds_up"))));
  };
  const keep = async () => {
    const figures = typed();
    const name = counter.value.trim();
    if (!name) return app.alert(say("who_counts"));
    if (Object.keys(figures).length !== inputs.length) return app.alert(say("all_figures"));
    if (faults(table, figures, known, note.value).length) return app.alert(say("does_not_add_up"));
    if (first && first.counter && first.counter.trim().toLowerCase() === name.toLowerCase()) return app.alert(say("two_people"));
    if (!(await record({ counter: name, figures, note: note.value.trim() }))) return undefined;
    app.go(...back);
    app.status(say(place === 1 ? "hand_over" : "sheet_kept"));
    return undefined;
  };
  [counter, note, ...inputs.map((each) => each[2])].forEach((each) => each.addEventListener("input", draw));
  return {
    title,
    back,
    body: [
      h("p", {}, intro),
      field("nguoi-dem", say("counter"), counter),
      ...inputs.map(([name, label, input]) => field(`so-${name}`, label, input)),
      table.explained && field("ghi-chu", say("note"), note),
      list,
    ],
    bar: [button(say("record_sheet"), keep, "hop-button--go"), button(say("back"), () => app.go(...back))],
  };
};

// A photo to be taken: what stands on the screen, and `photo()`, the picture or null with words why.
export const camera = (app) => {
  const file = h("input", { type: "file", accept: "image/*", capture: "environment" });
  const picture = h("img", { class: "hop-photo", alt: say("photo_alt"), hidden: true });
  let taken;
  file.addEventListener("change", async () => {
    if (!file.files[0]) return;
    taken = await shrink(file.files[0]);
    picture.hidden = !taken.thumb;
    if (taken.thumb) picture.src = taken.thumb;
  });
  const photo = () => {
    const isGood = taken && taken.thumb && taken.blob.size <= LARGEST;
    if (!isGood) app.alert(say(taken ? "photo_unread" : "take_photo"));
    return isGood ? taken.blob : null;
  };
  return { body: [field("anh", say("photo_of"), file, say("photo_hint")), picture], photo };
};
