// Around the doors: where the round stands, its pads, the count, the minutes.
import { notices } from "../phone/log.js";
import { box, button, clock, field, h, plain, say, stepRow, text } from "../phone/parts.js";
import { camera, inWords as figuresInWords, sheetOf, verdict } from "../phone/sheet.js";
import { progress } from "./doors.js";
import { nowOf } from "./standing.js";

const two = (each) => String(each).padStart(2, "0");
const dayOf = (moment) => {
  const at = new Date(moment);
  return `${clock(moment)} ${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()}`;
};

const logButton = (app, kind) => {
  const n = app.now.unsent.length;
  return button(n ? say("log_n", { n }) : say("log"), () => app.go("log"), kind);
};

const said = { early: "is_early", announced: "is_announced", collecting: "is_collecting", counting: "is_counting", settled: "is_settled" };

const barOf = (app) => {
  const { stage } = app.now;
  if (stage === "early") return [logButton(app, "hop-button--go")];
  if (stage === "announced") return [button(say("begin"), () => app.go("begin"), "hop-button--go"), button(say("see_list"), () => app.go("walk", "out")), logButton(app)];
  if (stage === "settled") return [button(say("minutes"), () => app.go("minutes"), "hop-button--go"), logButton(app)];
  if (stage === "counting") return [button(say("count"), () => app.go("result"), "hop-button--go"), button(say("late_slips"), () => app.go("walk", "back")), logButton(app)];
  const isOut = app.now.reached >= app.state.households;
  return [
    button(say("hand_out_slips"), () => app.go("walk", "out"), isOut ? "" : "hop-button--go"),
    button(say("collect_slips"), () => app.go("walk", "back"), isOut ? "hop-button--go" : ""),
    logButton(app),
  ];
};

export const home = (app) => {
  const { round, routes } = app.state;
  const { stage, pads } = app.now;
  const route = routes.find(([each]) => each === app.part);
  const isWalking = stage === "collecting" || stage === "counting";
  const rows = [
    routes.length > 1 && stepRow(say("route"), route ? `${route[0]}. ${route[1]}` : say("all_routes"), false, () => app.go("route")),
    stepRow(say("pads"), say("pads_short", pads), false, () => app.go("pads")),
    stage === "collecting" && stepRow(say("end"), say("until", { at: dayOf(round.collects_until) }), false, () => app.go("end")),
    isWalking && stepRow(say("minutes"), say("form_04"), false, () => app.go("minutes")),
  ];
  return {
    title: say("round_of", { village: round.village }),
    body: [
      ...notices(app),
      stage !== "early" && h("p", { class: "hop-count" }, progress(app)),
      h("p", {}, say(said[stage], { day: round.hands_out_on.split("-").reverse().join("/"), until: dayOf(round.collects_until) })),
      h("p", { class: "hop-strong" }, round.title),
      stage !== "early" && h("ul", { class: "hop-rows" }, ...rows),
      h("p", { class: "hop-hint" }, say(round.is_named ? "is_named" : "is_secret")),
    ],
    bar: barOf(app),
  };
};

export const route = (app) => ({
  title: say("which_route"),
  body: [h("p", {}, say("which_route_hint")), ...app.state.routes.map(([part, words]) => button(`${part}. ${words}`, () => app.choose(part)))],
  bar: [button(say("all_routes"), () => app.choose(0), "hop-button--go")],
});

export const begin = (app) => {
  const [year, month, day] = app.state.round.hands_out_on.split("-").map(Number);
  const isEarly = nowOf(app) < new Date(year, month - 1, day).getTime();
  const on = app.state.round.hands_out_on.split("-").reverse().join("/");
  return {
    title: say("begin"),
    back: ["home"],
    body: [isEarly && box("warn", h("p", {}, say("too_early", { day: on }))), h("p", {}, say("begin_hint"))],
    bar: [
      !isEarly && button(say("begin_now"), async () => (await app.record("begin", { is_marked: true })) && app.go("home"), "hop-button--go"),
      button(say("back"), () => app.go("home")),
    ],
  };
};

const figureList = (app, figures, names) => {
  const labels = app.state.counting.figures.filter(([name]) => names.includes(name));
  return h("ul", { class: "hop-figures" }, ...labels.map(([name, label]) => h("li", {}, h("span", {}, label), h("strong", {}, String(figures[name])))));
};

export const pads = (app) => ({
  title: say("pads"),
  back: ["home"],
  body: [
    h("p", {}, say("pads_printed", app.now.pads)),
    h("p", {}, say("pads_issued", app.now.pads)),
    figureList(app, app.now.pads, Object.keys(app.now.pads)),
  ],
  bar: [button(say("home"), () => app.go("home"), "hop-button--go")],
});

// Which households were not reached, and what was found at their doors: what the note of the closing starts from.
const unreached = (app) =>
  app.state.roll
    .filter(([pk]) => !app.now.lines.has(pk))
    .map(([pk, order]) => {
      const visit = app.now.visits.get(pk);
      const words = visit && [(app.state.found.find(([value]) => value === visit.found) || [])[1], visit.words].filter((each) => each).join(", ");
      return `${say("household_n", { n: order })}: ${words || "…"}`;
    })
    .join("; ")
    .slice(0, 300);

export const end = (app) => {
  const { households, round, witnesses } = app.state;
  const left = households - app.now.reached;
  const waiting = households - app.now.answered;
  const isEarly = nowOf(app) < Date.parse(round.collects_until) && waiting > 0;
  const inputs = Array.from({ length: witnesses }, () => text());
  const note = text(left ? unreached(app) : "");
  note.maxLength = 300;
  const record = async () => {
    const names = inputs.map((each) => each.value.trim());
    const team = round.names.map((each) => plain(each));
    const plainly = names.map((each) => plain(each));
    if (names.some((each) => !each) || new Set(plainly).size !== names.length) return app.alert(say("name_witnesses", { n: witnesses }));
    if (plainly.some((each) => team.includes(each))) return app.alert(say("not_of_the_team"));
    if (left && !note.value.trim()) return app.alert(say("say_why_left", { n: left }));
    if (await app.record("end", { names, note: note.value.trim() })) app.go("result");
    return undefined;
  };
  return {
    title: say("end"),
    back: ["home"],
    body: [
      h("p", { class: "hop-count" }, progress(app)),
      isEarly && box("warn", h("p", {}, say("not_over", { until: dayOf(round.collects_until), n: waiting }))),
      ...inputs.map((each, at) => field(`chung-kien-${at + 1}`, say("witness_n", { n: at + 1 }), each)),
      left > 0 && field("ghi-chu", say("note_left", { n: left }), note),
    ],
    bar: [!isEarly && button(say("end_now"), record, "hop-button--go"), button(say("back"), () => app.go("home"))],
  };
};

const outcome = (app) => verdict({ agree: app.now.agree, need: app.state.need }, app.state.households);

export const result = (app) => {
  const { now } = app;
  const back = ["home"];
  const title = say("count");
  if (now.stage === "settled") {
    return { title, back, body: [outcome(app)], bar: [button(say("minutes"), () => app.go("minutes"), "hop-button--go")] };
  }
  const sheet = (place) =>
    button(now.sheets[place] ? say("sheet_again", { n: place }) : say("sheet_n", { n: place }), () => app.go("count", place), now.sheets[place] ? "" : "hop-button--go");
  const body = [h("p", {}, say("count_hint"))];
  if (now.apart.length) body.push(box("bad", h("p", {}, say("sheets_differ", { which: figuresInWords(app.state.counting, now.apart) }))));
  else if (now.both && !now.agreed) body.push(box("plain", h("p", {}, say("other_phone_has_it"))));
  if (!now.agreed) return { title, back, body, bar: [sheet(1), sheet(2), button(say("back"), () => app.go("home"))] };
  const settle = async () => {
    const keys = [now.endKey, now.sheets[1].key, now.sheets[2].key];
    if (await app.record("settle", { figures: now.agreed }, keys)) app.go("minutes");
  };
  return { title, back, body: [...body, outcome(app)], bar: [button(say("close_result"), settle, "hop-button--go"), sheet(1), sheet(2)] };
};

export const count = (app, place) => {
  const { pads: listed } = app.now;
  const known = { households: app.state.households };
  for (const name of Object.keys(listed)) known[`listed.${name}`] = listed[name];
  return sheetOf(app, {
    title: say("count_of", { n: place }),
    back: ["result"],
    intro: say("count_intro"),
    table: app.state.counting,
    known,
    first: app.now.sheets[3 - place],
    place,
    record: (given) => app.record("count", Object.assign({ place }, given), [app.now.endKey]),
  });
};

// Form 04 as it will be written: blank where nothing is known yet.
export const minutes = (app) => {
  const { round, households } = app.state;
  const { now } = app;
  const dots = "……";
  const isSettled = now.stage === "settled";
  const notes = [...new Set(now.notes.filter((each) => each))];
  const paper = h(
    "section",
    { class: "hop-paper" },
    h("h2", {}, say("form_04")),
    h("p", {}, say("paper_when", { at: now.endedAt ? dayOf(now.endedAt) : dots, place: dots })),
    h("p", {}, say("paper_about", { about: `${round.title}. ${round.asked}` })),
    h("p", {}, say("paper_team")),
    h("ul", {}, ...round.team.map((each) => h("li", {}, each))),
    h("p", {}, say("paper_witnesses", { names: now.witnesses.length ? now.witnesses.join("; ") : `${dots}; ${dots}` })),
    h("p", {}, say("paper_all", { n: households, until: dayOf(round.collects_until) })),
    figureList(app, now.figures || now.pads, now.figures ? app.state.counting.figures.map(([name]) => name) : Object.keys(now.pads)),
    ...notes.map((each) => h("p", {}, say("paper_note", { words: each }))),
    isSettled || now.agreed ? outcome(app) : h("p", {}, say("paper_no_result")),
  );
  return {
    title: say("minutes"),
    back: ["home"],
    body: [h("p", {}, say("minutes_hint")), paper, now.hasPage && box("good", h("p", {}, say("photo_there")))],
    bar: [isSettled && button(say("photo"), () => app.go("photo"), now.hasPage ? "" : "hop-button--go"), button(say("home"), () => app.go("home"))],
  };
};

export const photo = (app) => {
  const taken = camera(app);
  const record = async () => {
    const blob = taken.photo();
    if (!blob || !(await app.record("paper", {}, [app.now.settleKey], blob))) return;
    app.go("minutes");
    app.status(say("photo_kept"));
  };
  return {
    title: say("photo"),
    back: ["minutes"],
    body: taken.body,
    bar: [button(say("keep_photo"), record, "hop-button--go"), button(say("back"), () => app.go("minutes"))],
  };
};

// An event in words, for the list of what waits.
export const inWords = (app, { kind, data }) => {
  const entry = data.entry && app.state.roll.find(([pk]) => pk === data.entry);
  const parts = [say(`kind_${kind}`)];
  if (entry) parts.push(`${entry[1]}. ${entry[2] || say("nobody")}`);
  if (data.slip) parts.push(say("slip_n", { n: data.slip }));
  if (kind === "slip") parts.push(app.state.labels[data.to]);
  if (kind === "visit") parts.push((app.state.found.find(([value]) => value === data.found) || [])[1]);
  if (kind === "count") parts.push(say("sheet_by", { n: data.place, counter: data.counter }));
  return parts.join(" – ");
};
