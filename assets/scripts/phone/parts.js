// Small parts of every screen. Words come from the page.
let words = {};
export const setWords = (given) => {
  words = given;
};

export const say = (name, values = {}) =>
  Object.keys(values).reduce((text, each) => text.split(`{${each}}`).join(values[each]), words[name] || name);

// h("p", { class: "x", onclick: f }, "text", other): an element; what is null is left out.
export const h = (tag, attributes, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.slice(0, 2) === "on") element.addEventListener(name.slice(2), value);
    else if (name === "value") element.value = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children) if (child !== null && child !== undefined && child !== false) element.append(child);
  return element;
};

export const button = (text, act, kind = "", more = {}) =>
  h("button", Object.assign({ type: "button", class: `hop-button ${kind}`.trim(), onclick: act }, more), text);

export const field = (name, label, input, hint = "") => {
  input.id = name;
  input.name = name;
  if (hint) input.setAttribute("aria-describedby", `${name}-hint`);
  return h(
    "div",
    { class: "hop-field" },
    h("label", { for: name }, label),
    hint && h("p", { class: "hop-hint", id: `${name}-hint` }, hint),
    input,
  );
};

export const text = (value = "") => h("input", { type: "text", value, maxlength: 120, autocomplete: "off" });
export const number = (value = "") =>
  h("input", { type: "text", inputmode: "numeric", pattern: "[0-9]*", maxlength: 5, autocomplete: "off", value });
export const read = (input) => (/^[0-9]{1,6}$/.test(input.value.trim()) ? Number(input.value.trim()) : NaN);

export const tick = (input, label) => {
  input.id = input.name = `o-${label.length}-${Math.round(Math.random() * 1e9)}`;
  return h("div", { class: "hop-tick" }, input, h("label", { for: input.id }, label));
};

export const box = (kind, ...children) => h("div", { class: `hop-box hop-box--${kind}` }, ...children);

// Letters without their marks, as people type them in a hurry.
export const plain = (text) =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .trim();

export const clock = (moment) => {
  const at = new Date(moment);
  const two = (each) => String(each).padStart(2, "0");
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
};

// A line that leads on, ticked where it is done.
export const stepRow = (label, note, done, act) =>
  h(
    "li",
    {},
    h("button", { type: "button", class: `hop-row${done ? " hop-row--here" : ""}`, onclick: act }, h("span", { class: "hop-row__name" }, label, h("span", { class: "hop-row__address" }, note)), h("span", { class: "hop-row__mark", "aria-hidden": "true" }, done ? "✓" : "›")),
  );
