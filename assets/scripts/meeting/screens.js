// The screens between check-in and count: where the meeting stands, its steps, minutes, photos.
import { notices } from "../phone/log.js";
import { box, button, clock, field, h, say, stepRow, text, tick } from "../phone/parts.js";
import { camera, verdict } from "../phone/sheet.js";

const lines = (app) =>
  app.now.items.map((each) => {
    const values = { about: each.about, need: each.need, n: each.position };
    const enough = app.now.count >= each.need;
    return h("li", { class: enough ? "hop-yes" : "hop-no" }, say(enough ? "enough_for" : "not_enough_for", values));
  });

export const home = (app) => {
  const { now } = app;
  const log = button(now.unsent.length ? say("log_n", { n: now.unsent.length }) : say("log"), () => app.go("log"));
  const title = say("meeting_of", { village: app.state.meeting.village });
  if (app.state.meeting.stage === "called_off" && !now.opened) {
    return { title, body: [...notices(app), box("warn", h("p", { class: "hop-strong" }, say("is_off")))], bar: [log] };
  }
  const next = now.closed
    ? button(say("minutes"), () => app.go("minutes"), "hop-button--go")
    : now.opened
      ? button(say("steps"), () => app.go("steps"), "hop-button--go")
      : button(say("open"), () => app.go("open"), "hop-button--go");
  const cluster = app.state.clusters.find(([pk]) => pk === app.part);
  return {
    title,
    body: [
      ...notices(app),
      cluster && h("p", {}, say("this_cluster", { name: cluster[1] })),
      h("p", { class: "hop-count" }, say("here_of", { n: now.count, of: app.state.households })),
      h("ul", { class: "hop-lines" }, ...lines(app)),
      h("p", { class: "hop-hint" }, now.closed ? say("is_closed") : now.opened ? say("is_open", { at: clock(now.openedAt) }) : say("is_planned", { place: app.state.meeting.place })),
    ],
    bar: [
      now.closed ? null : button(say("check_in"), () => app.go("roll"), now.opened ? "" : "hop-button--go"),
      next,
      log,
    ],
  };
};

export const cluster = (app) => ({
  title: say("which_cluster"),
  body: [h("p", {}, say("which_cluster_hint"))],
  bar: app.state.clusters.map(([pk, name]) => button(name, () => app.choose(pk), "hop-button--go")),
});

export const open = (app) => ({
  title: say("open"),
  back: ["home"],
  body: [h("p", { class: "hop-count" }, say("here_of", { n: app.now.count, of: app.state.households })), h("ul", { class: "hop-lines" }, ...lines(app)), h("p", {}, say("open_hint"))],
  bar: [
    button(say("open_now"), async () => (await app.record("open", {})) && app.go("steps"), "hop-button--go"),
    button(say("check_in"), () => app.go("roll")),
    button(say("back"), () => app.go("home")),
  ],
});

const words = (item) => {
  if (!item.closed) return item.method ? say("counting") : say("not_voted");
  if (item.short && item.agree === undefined) return say("too_few_short");
  return item.adopted ? say("passed") : say("not_passed", { left: item.need - item.agree });
};

export const steps = (app) => {
  const { now } = app;
  const left = now.items.filter((each) => !each.closed);
  const next = !now.secretary.length
    ? button(say("next_secretary"), () => app.go("secretary"), "hop-button--go")
    : left.length
      ? button(say("next_item", { n: left[0].position }), () => app.go("item", left[0].pk), "hop-button--go")
      : button(say("next_end"), () => app.go("end"), "hop-button--go");
  return {
    title: say("steps"),
    back: ["home"],
    body: [
      h("p", { class: "hop-count" }, say("here_of", { n: now.count, of: app.state.households })),
      h(
        "ul",
        { class: "hop-rows" },
        stepRow(say("secretary"), now.secretary.join(", ") || say("not_chosen_yet"), now.secretary.length > 0, () => app.go("secretary")),
        stepRow(say("tellers"), now.tellers.join(", ") || say("not_chosen_yet"), now.tellers.length > 0, () => app.go("tellers")),
        ...now.items.map((each) => stepRow(`${say("item_n", { n: each.position })}: ${each.title}`, words(each), each.closed, () => app.go("item", each.pk))),
      ),
    ],
    bar: [now.closed ? null : next, button(say("check_in"), () => app.go("roll")), button(say("home"), () => app.go("home"))],
  };
};

export const end = (app) => {
  const left = app.now.items.filter((each) => !each.closed);
  return {
    title: say("end"),
    back: ["steps"],
    body: left.length
      ? [box("warn", h("p", {}, say("items_left", { n: left.length })))]
      : [h("p", {}, say("end_hint")), ...app.now.items.map((each) => h("p", {}, `${say("item_n", { n: each.position })}: ${words(each)}`))],
    bar: [
      left.length ? null : button(say("end_now"), async () => (await app.record("close", {}, [app.now.openKey])) && app.go("minutes"), "hop-button--go"),
      button(say("back"), () => app.go("steps")),
    ],
  };
};

const minutesOf = (app, item) => {
  const { now, state } = app;
  const figures = item.agreed ? state.counting[item.method || "hands"].figures.map(([name, label]) => `${label}: ${item.agreed[name]}`).join("; ") : "";
  return h(
    "section",
    { class: "hop-paper" },
    h("h2", {}, `${say("item_n", { n: item.position })}: ${item.title}`),
    h("p", {}, say("paper_when", { from: clock(now.openedAt), to: now.closedAt ? clock(now.closedAt) : "…", place: state.meeting.place })),
    h("p", {}, say("paper_who", { chair: state.meeting.chair, secretary: now.secretary.join(", ") || "…" })),
    h("p", {}, say("paper_here", { n: now.count, absent: state.households - now.count, of: state.households })),
    h("p", {}, item.asked),
    figures && h("p", {}, figures),
    item.agree === undefined ? h("p", {}, say("too_few")) : verdict(item, state.households),
  );
};

export const minutes = (app) => {
  const adopted = app.now.items.filter((each) => each.adopted);
  const unwritten = adopted.filter((each) => !each.hasRecord);
  const write = async () => {
    for (const each of unwritten) {
      if (!(await app.record("write", { item: each.pk, read_back: true }, [app.now.closeKey]))) return;
    }
    app.status(say("read_back_kept"));
    app.go("minutes");
  };
  return {
    title: say("minutes"),
    back: ["home"],
    body: [h("p", {}, say("minutes_hint")), ...app.now.items.map((each) => minutesOf(app, each))],
    bar: [
      unwritten.length > 0 && button(say("read_back"), write, "hop-button--go"),
      adopted.length > 0 && button(say("photo"), () => app.go("photo"), unwritten.length ? "" : "hop-button--go"),
      button(say("home"), () => app.go("home")),
    ],
  };
};

export const photo = (app) => {
  const ready = app.now.items.filter((each) => each.adopted && each.hasRecord);
  if (!ready.length) {
    return { title: say("photo"), back: ["minutes"], body: [box("warn", h("p", {}, say("read_back_first")))], bar: [button(say("back"), () => app.go("minutes"), "hop-button--go")] };
  }
  const which = h("select", {}, ...ready.map((each) => h("option", { value: String(each.pk) }, `${each.position}. ${each.title}${each.hasPage ? " ✓" : ""}`)));
  const next = ready.find((each) => !each.hasPage) || ready[0];
  which.value = String(next.pk);
  const taken = camera(app);
  const signed = ["village_head", "front_head", "front_member"].map((name) => [name, h("input", { type: "checkbox" })]);
  const one = text();
  const other = text();
  const record = async () => {
    const names = [one.value.trim(), other.value.trim()];
    const blob = taken.photo();
    if (!blob) return undefined;
    if (!names[0] || !names[1] || names[0].toLowerCase() === names[1].toLowerCase()) return app.alert(say("two_households"));
    const item = Number(which.value);
    const data = { item, representatives: names };
    for (const [name, input] of signed) data[name] = input.checked;
    const written = app.events.filter((each) => each.kind === "write" && each.data.item === item).map((each) => each.key);
    if (await app.record("page", data, written, blob)) {
      app.status(say("photo_kept"));
      app.go("minutes");
    }
    return undefined;
  };
  return {
    title: say("photo"),
    back: ["minutes"],
    body: [
      field("viec", say("which_item"), which),
      ...taken.body,
      h("fieldset", {}, h("legend", {}, say("who_signed")), ...signed.map(([name, input]) => tick(input, say(name)))),
      field("dai-dien-1", say("representative_n", { n: 1 }), one),
      field("dai-dien-2", say("representative_n", { n: 2 }), other),
    ],
    bar: [button(say("keep_photo"), record, "hop-button--go"), button(say("back"), () => app.go("minutes"))],
  };
};

export const said = (app, event) => {
  const { kind, data } = event;
  const entry = data.entry && app.state.roll.find(([pk]) => pk === data.entry);
  const item = data.item && app.state.items.find(({ pk }) => pk === data.item);
  const parts = [say(`kind_${kind}`)];
  if (entry) parts.push(`${entry[1]}. ${entry[2] || data.by_name}: ${say(data.is_present ? "is_present" : "is_absent")}`);
  if (item) parts.push(say("item_n", { n: item.position }));
  if (data.names && data.names.length) parts.push(data.names.join(", "));
  if (kind === "sheet") parts.push(say("sheet_by", { n: data.place, counter: data.counter }));
  return parts.join(" – ");
};
