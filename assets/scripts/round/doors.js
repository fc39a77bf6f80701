// From door to door: who is next, a household, what becomes of its slip.
import { box, button, field, h, number, plain, read, say, text } from "../phone/parts.js";

const SHOWN = 40; // rows drawn at once; the search narrows the rest down

const nameOf = ([, order, name]) => say("household_of", { number: order, name: name || say("nobody") });
const entryOf = (app, pk) => app.state.roll.find((each) => each[0] === pk);

// Whether a household still waits: for a slip, or to give it back.
const waits = (app, mode) => ([pk]) => {
  const held = app.now.holds(pk);
  return mode === "out" ? !held : Boolean(held) && held.to === "out";
};

// The slip for a household that has none: its own, or the next of the reserve.
const slipFor = (app, [, order]) => {
  if (!app.now.places.has(order)) return order;
  for (let spare = app.state.households + 1; spare <= app.state.printed; spare += 1) if (!app.now.places.has(spare)) return spare;
  return 0;
};

// Why a slip cannot be this household's, as far as this phone knows; "" where nothing speaks against it.
const wrongSlip = (app, entry, slip) => {
  if (!(slip >= 1 && slip <= app.state.printed)) return say("no_such_slip", { n: app.state.printed });
  if (slip <= app.state.households && slip !== entry[1]) return say("slip_of_other", { n: slip });
  return app.now.places.has(slip) ? say("slip_is_out", { n: slip }) : "";
};

const pass = (app, entry, slip, to, more = {}) => {
  const there = app.now.places.get(slip);
  const data = Object.assign({ entry: entry[0], slip, to, before: there ? there.to : "", words: "", by_name: "" }, more);
  return app.record("slip", data, [app.now.keyOf(entry[0])]);
};

const handOut = async (app, entry, slip, by = "") => {
  const wrong = wrongSlip(app, entry, slip);
  if (wrong) return app.alert(wrong);
  if (!(await pass(app, entry, slip, "out", { by_name: by }))) return false;
  return true;
};

const collect = async (app, entry, by = "") => {
  const { slip } = app.now.holds(entry[0]);
  if (!(await pass(app, entry, slip, "collected", { by_name: by }))) return false;
  return true;
};

const mayRead = (app, pk) => {
  const held = app.now.holds(pk);
  return app.state.round.is_named && held && held.to === "collected" && app.now.stage !== "settled";
};

const stands = (app, pk) => {
  const line = app.now.lines.get(pk);
  const visit = app.now.visits.get(pk);
  if (line) return say("slip_stands", { n: line.slip, words: app.state.labels[line.to] });
  return visit ? say("was_visited", { words: labelOf(app.state.found, visit.found) }) : say("no_slip_yet");
};

const labelOf = (list, value) => (list.find(([each]) => each === value) || ["", value])[1];

const row = (app, entry, mode) => {
  const [pk, order, name, address] = entry;
  const isDone = !waits(app, mode)(entry);
  return h(
    "li",
    {},
    h(
      "button",
      { type: "button", class: `hop-row${isDone ? " hop-row--here" : ""}`, onclick: () => app.go("household", pk, mode) },
      h("span", { class: "hop-row__number" }, `${order}.`),
      h("span", { class: "hop-row__name" }, name || say("nobody"), h("span", { class: "hop-row__address" }, `${address ? `${address} · ` : ""}${stands(app, pk)}`)),
      h("span", { class: "hop-row__mark", "aria-hidden": "true" }, isDone ? "✓" : "›"),
    ),
  );
};

const progress = (app) => say("progress", { out: app.now.reached, back: app.now.answered, left: app.state.households - app.now.reached });

// Households that wait first: those where nobody stood at the door yet, then those that were visited in vain.
const inOrder = (app, mode) => {
  const waiting = app.now.here.filter(waits(app, mode));
  const fresh = waiting.filter(([pk]) => mode !== "out" || !app.now.visits.has(pk));
  const done = app.now.here.filter((each) => !waiting.includes(each));
  return { waiting, list: [...fresh, ...waiting.filter((each) => !fresh.includes(each)), ...(mode === "out" ? done : done.filter(([pk]) => app.now.lines.has(pk)))] };
};

export const walk = (app, mode) => {
  const search = text();
  search.setAttribute("type", "search");
  const list = h("ul", { class: "hop-rows" });
  const { waiting, list: ordered } = inOrder(app, mode);
  const next = ordered.find((each) => waiting.includes(each));
  const draw = () => {
    const asked = plain(search.value);
    const found = (asked ? app.now.here : ordered).filter(
      ([, order, name, address]) => !asked || String(order) === asked || plain(`${name} ${address}`).includes(asked),
    );
    list.textContent = "";
    list.append(...found.slice(0, SHOWN).map((each) => row(app, each, mode)));
    if (found.length > SHOWN) list.append(h("li", {}, h("p", {}, say("more_rows", { n: found.length - SHOWN }))));
    if (!found.length) list.append(h("li", {}, h("p", {}, say("no_row"))));
  };
  search.addEventListener("input", draw);
  draw();
  const act = async () => {
    const slip = mode === "out" ? slipFor(app, next) : app.now.holds(next[0]).slip;
    const isKept = mode === "out" ? await handOut(app, next, slip) : await collect(app, next);
    if (!isKept) return;
    if (mode === "back" && mayRead(app, next[0])) app.go("answer", next[0], mode);
    else app.go("walk", mode);
    app.status(say(mode === "out" ? "handed_out" : "was_collected", { slip, number: next[1], name: next[2] || say("nobody") }));
  };
  const isOpen = app.now.stage === "collecting" || (app.now.stage === "counting" && mode === "back");
  const words = next && say(mode === "out" ? "hand_out" : "collect", { slip: mode === "out" ? slipFor(app, next) : app.now.holds(next[0]).slip });
  const card = next
    ? box("plain", h("h2", {}, say("next_household")), h("p", { class: "hop-strong" }, nameOf(next)), next[3] && h("p", {}, next[3]), h("p", {}, stands(app, next[0])))
    : box("good", h("p", {}, say(mode === "out" ? "all_have_slips" : "all_are_back")));
  return {
    title: say(mode === "out" ? "hand_out_slips" : "collect_slips"),
    back: ["home"],
    body: [h("p", { class: "hop-count", "aria-live": "polite" }, progress(app)), card, field("tim-ho", say("search"), search), list],
    bar: [
      next && isOpen && button(words, act, "hop-button--go"),
      next && button(say("open_household"), () => app.go("household", next[0], mode)),
      button(say("done_here"), () => app.go("home"), next && isOpen ? "" : "hop-button--go"),
    ],
  };
};

export const household = (app, pk, mode) => {
  const entry = entryOf(app, pk);
  const held = app.now.holds(pk);
  const other = text(held ? held.by : "");
  const slip = number(held ? String(held.slip) : String(slipFor(app, entry) || ""));
  const visit = app.now.visits.get(pk);
  const toList = () => app.go("walk", mode);
  const by = () => (other.value.trim() === entry[2] ? "" : other.value.trim());
  const give = async () => (await handOut(app, entry, read(slip), by())) && toList();
  const take = async () => {
    if (await collect(app, entry, by())) return mayRead(app, pk) ? app.go("answer", pk, mode) : toList();
    return undefined;
  };
  const isOpen = app.now.stage === "collecting" || (app.now.stage === "counting" && held);
  const answer = app.state.round.is_named && held && app.now.answers.get(held.slip);
  const first = !isOpen ? null
    : !held ? button(say("hand_out_this"), give, "hop-button--go")
    : held.to === "out" ? button(say("collect", { slip: held.slip }), take, "hop-button--go")
    : mayRead(app, pk) ? button(say("answer_on_slip"), () => app.go("answer", pk, mode), "hop-button--go") : null;
  const second = !isOpen ? null
    : held ? app.now.stage === "collecting" && button(say("something_else"), () => app.go("other", pk, mode))
    : button(say("not_met"), () => app.go("visit", pk, mode));
  return {
    title: nameOf(entry),
    back: ["walk", mode],
    body: [
      entry[3] && h("p", {}, entry[3]),
      box(held && held.to !== "out" ? "good" : "plain", h("p", {}, stands(app, pk)), answer && h("p", {}, labelOf(app.state.marks, answer)), visit && visit.words && h("p", {}, visit.words)),
      first && !held && field("so-phieu", say("slip_number"), slip, say("slip_number_hint")),
      first && (!held || held.to === "out") && field("nguoi-nhan", say(held ? "who_gave" : "who_took"), other, say("who_hint")),
    ],
    bar: [first, second, button(say("back_to_roll"), toList, first ? "" : "hop-button--go")],
  };
};

// What else may be said of a slip: it is spoiled, handed back, or was recorded by mistake.
export const other = (app, pk, mode) => {
  const entry = entryOf(app, pk);
  const held = app.now.holds(pk);
  const why = text();
  why.maxLength = 200;
  const move = ([to, label, saysWhy]) =>
    button(label, async () => {
      if (saysWhy && !why.value.trim()) return app.alert(say("say_why"));
      if (await pass(app, entry, held.slip, to, { words: why.value.trim() })) app.go("household", pk, mode);
      return undefined;
    });
  const moves = held ? app.state.moves[held.to] || [] : [];
  return {
    title: nameOf(entry),
    back: ["household", pk, mode],
    body: [h("p", {}, stands(app, pk)), field("vi-sao", say("why"), why, say("why_hint")), ...moves.map(move), held && held.to === "out" && button(say("not_met"), () => app.go("visit", pk, mode))],
    bar: [button(say("back"), () => app.go("household", pk, mode), "hop-button--go")],
  };
};

// Nobody was met, or the slip was not taken.
export const visit = (app, pk, mode) => {
  const entry = entryOf(app, pk);
  const words = text();
  words.maxLength = 200;
  const record = (found) => async () => {
    if (!(await app.record("visit", { entry: pk, found, words: words.value.trim() }))) return;
    app.go("walk", mode);
    app.status(say("visit_kept", { number: entry[1] }));
  };
  return {
    title: nameOf(entry),
    back: ["household", pk, mode],
    body: [h("p", {}, say("visit_hint")), field("ghi-chu", say("visit_words"), words)],
    bar: [...app.state.found.map(([value, label]) => button(label.charAt(0).toUpperCase() + label.slice(1), record(value), "hop-button--go")), button(say("back"), () => app.go("household", pk, mode))],
  };
};

// What a slip of a named round says. There is no such screen in a secret one: the server gives no marks.
export const answer = (app, pk, mode) => {
  const entry = entryOf(app, pk);
  const held = app.now.holds(pk);
  const words = text();
  words.maxLength = 500;
  const there = app.now.answers.get(held.slip);
  const record = (value) => async () => {
    const data = { slip: held.slip, answer: value, words: words.value.trim() };
    if (await app.record("answer", data, [app.now.keyOf(pk)])) app.go("walk", mode);
  };
  return {
    title: say("answer_of", { n: held.slip }),
    back: ["household", pk, mode],
    body: [
      h("p", {}, nameOf(entry)),
      there && box("good", h("p", {}, labelOf(app.state.marks, there))),
      h("p", { class: "hop-strong" }, app.state.round.asked),
      ...app.state.marks.map(([value, label]) => button(label, record(value))),
      field("y-kien", say("own_words"), words, say("own_words_hint")),
    ],
    bar: [button(say("answer_later"), () => app.go("walk", mode), "hop-button--go")],
  };
};

export { progress };
