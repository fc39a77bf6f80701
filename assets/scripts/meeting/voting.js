// What the meeting decides: its officers, the way of voting, two sheets that do not see each other, the result.
import { box, button, field, h, number, plain, read, say, text } from "../phone/parts.js";
import { inWords, sheetOf, verdict } from "../phone/sheet.js";

// How many must raise a hand, from the server's table for those present here.
const least = (app, what) => app.state.majority[what][app.now.count];

const judged = (app, what, input) => {
  const line = h("p", { class: "hop-judged", "aria-live": "polite" });
  const draw = () => {
    const agree = read(input);
    const need = least(app, what);
    if (!app.now.count) line.textContent = say("nobody_here");
    else if (Number.isNaN(agree)) line.textContent = say("needs_of", { need, n: app.now.count });
    else if (agree > app.now.count) line.textContent = say("more_than_here", { n: app.now.count });
    else line.textContent = agree >= need ? say("is_chosen", { agree, need }) : say("not_chosen", { left: need - agree, need });
  };
  input.addEventListener("input", draw);
  draw();
  return line;
};

const allows = (app, what, input) => {
  const agree = read(input);
  if (app.now.count && agree >= least(app, what) && agree <= app.now.count) return true;
  app.alert(say("not_enough_hands"));
  return false;
};

export const officers = (what) => (app) => {
  const many = what === "tellers" ? Math.max(...app.state.tellers) : 1;
  const kept = app.now[what];
  const names = Array.from({ length: many }, (_each, at) => text(kept[at] || ""));
  const agree = number();
  const record = async () => {
    const given = names.map((each) => each.value.trim()).filter((each) => each);
    if (!given.length) return app.alert(say("name_them"));
    if (what === "tellers" && !app.state.tellers.includes(given.length)) {
      return app.alert(say("so_many_tellers", { least: Math.min(...app.state.tellers), most: many }));
    }
    if (!allows(app, what, agree)) return undefined;
    const data = { what, names: given, agree: read(agree), method: "", item: null };
    if (await app.record("choose", data, [app.now.openKey])) app.go("steps");
    return undefined;
  };
  return {
    title: say(what),
    back: ["steps"],
    body: [
      ...names.map((each, at) => field(`ten-${at + 1}`, many > 1 ? say("name_n", { n: at + 1 }) : say("name"), each)),
      field("so-dong-y", say("hands_up"), agree),
      judged(app, what, agree),
    ],
    bar: [button(say("record"), record, "hop-button--go"), button(say("back"), () => app.go("steps"))],
  };
};

const way = (app, item) => {
  const agree = number();
  const choose = (method) => async () => {
    if (!allows(app, "method", agree)) return;
    const data = { what: "method", names: [], method, item: item.pk, agree: read(agree) };
    if (await app.record("choose", data, [app.now.openKey])) app.go("item", item.pk);
  };
  return {
    body: [h("p", {}, say("choose_way")), field("so-dong-y", say("hands_up"), agree), judged(app, "method", agree)],
    bar: [
      button(say("by_hands"), choose("hands"), "hop-button--go"),
      button(say("in_secret"), choose("secret"), "hop-button--go"),
      button(say("back"), () => app.go("steps")),
    ],
  };
};

const short = (app, item) => async () => {
  const data = { item: item.pk };
  if (await app.record("close_short", data, [app.now.openKey])) app.go("steps");
};

const secretly = (item) => item.method === "secret";

// Of a secret vote it is asked who of the households watched the count.
const watching = (app, item) =>
  Array.from({ length: secretly(item) ? app.state.witnesses || 2 : 0 }, () => text());

const closing = (app, item, inputs) => async () => {
  const witnesses = inputs.map((each) => each.value.trim());
  const different = new Set(witnesses.concat(app.now.tellers).map((each) => plain(each)));
  const all = new Set(app.now.tellers.map((each) => plain(each))).size + witnesses.length;
  if (witnesses.some((each) => !each) || (witnesses.length && different.size !== all)) {
    return app.alert(say("name_witnesses", { n: witnesses.length }));
  }
  const keys = [item.wayKey, item.sheets[1].key, item.sheets[2].key, app.now.openKey];
  const data = { item: item.pk, figures: item.agreed };
  if (witnesses.length) data.witnesses = witnesses;
  if (await app.record("close_item", data, keys)) app.go("steps");
  return undefined;
};

export const item = (app, pk) => {
  const here = app.now.items.find((each) => each.pk === pk);
  const title = say("item_n", { n: here.position });
  const about = [h("p", { class: "hop-strong" }, here.title), h("p", {}, here.asked)];
  const back = ["steps"];
  if (here.closed) {
    const result = here.short && here.agree === undefined ? box("plain", h("p", {}, say("too_few"))) : verdict(here, app.state.households);
    return { title, back, body: [...about, result], bar: [button(say("back"), () => app.go("steps"), "hop-button--go")] };
  }
  const fewer = app.now.count < here.need;
  const warning = fewer && box("warn", h("p", {}, say("cannot_pass", { n: app.now.count, need: here.need })));
  if (!here.method) {
    const asked = way(app, here);
    if (fewer) asked.bar[2] = button(say("record_too_few"), short(app, here));
    return { title, back, body: [...about, warning, ...asked.body], bar: asked.bar };
  }
  const sheet = (place) =>
    button(
      here.sheets[place] ? say("sheet_again", { n: place }) : say("sheet_n", { n: place }),
      () => app.go("sheet", pk, place),
      here.sheets[place] ? "" : "hop-button--go",
    );
  const body = [...about, warning, h("p", {}, say(here.method === "secret" ? "way_secret" : "way_hands"))];
  if (here.apart.length) body.push(box("bad", h("p", {}, say("sheets_differ", { which: inWords(app.state.counting[here.method], here.apart) }))));
  else if (here.both && !here.agreed) body.push(box("plain", h("p", {}, say(here.alike ? "clusters_later" : "other_phone_has_it"))));
  if (secretly(here) && !app.now.tellers.length) {
    body.push(box("warn", h("p", {}, say("tellers_first"))));
    const bar = [button(say("tellers"), () => app.go("tellers"), "hop-button--go"), button(say("back"), () => app.go("steps"))];
    return { title, back, body, bar };
  }
  if (here.agreed) {
    const watchers = watching(app, here);
    const fields = watchers.map((each, at) => field(`chung-kien-${at + 1}`, say("witness_n", { n: at + 1 }), each));
    return {
      title,
      back,
      body: [...body, verdict(here, app.state.households), ...fields],
      bar: [button(say("close_result"), closing(app, here, watchers), "hop-button--go"), sheet(1), sheet(2)],
    };
  }
  return { title, back, body, bar: [sheet(1), sheet(2), button(say("back"), () => app.go("steps"))] };
};

export const sheet = (app, pk, place) => {
  const here = app.now.items.find((each) => each.pk === pk);
  return sheetOf(app, {
    title: say("sheet_of", { n: place, item: here.position }),
    back: ["item", pk],
    intro: say("checked_in", { n: app.now.checkedIn }),
    table: app.state.counting[here.method],
    known: { checked_in: app.now.checkedIn },
    first: here.sheets[3 - place],
    place,
    record: ({ counter, figures, note }) => {
      const data = { item: pk, place, counter, figures, note, cluster: app.part || null };
      return app.record("sheet", data, [here.wayKey, secretly(here) ? app.now.tellersKey : null, app.now.openKey]);
    },
  });
};
