// What every page says of signal, clock and memory, and the list of what waits.
import { box, button, clock, h, say } from "./parts.js";

const AT_THE_SERVER = ["done", "same", "conflict", "late", "dropped"];
const TROUBLED = ["conflict", "late", "refused", "blocked"];
const OUT = ["refused", "conflict", "late", "dropped"];

// What was recorded here and is not in the server's state yet; what waits; what did not enter.
export const outbox = (events) => ({
  local: events.filter((each) => !each.settled && !OUT.includes(each.state)),
  unsent: events.filter((each) => !AT_THE_SERVER.includes(each.state)),
  troubled: events.filter((each) => TROUBLED.includes(each.state)),
});

export const notices = (app) => [
  app.problem === "no-signal" && box("warn", h("p", { class: "hop-strong" }, say("no_signal")), h("p", {}, say("no_signal_more"))),
  app.problem === "sign-in" &&
    box("warn", h("p", { class: "hop-strong" }, say("sign_in")), h("p", {}, h("a", { href: app.addresses.signIn }, say("sign_in_link")))),
  app.problem === "busy" && box("warn", h("p", {}, say("busy"))),
  app.clockWords() && box("warn", h("p", {}, app.clockWords())),
  app.now.troubled.length > 0 && box("bad", h("p", {}, say("troubled", { n: app.now.troubled.length }))),
];

const drop = (app, event) => {
  const act = button(say("drop"), async () => {
    if (act.dataset.sure !== "yes") {
      act.dataset.sure = "yes";
      act.textContent = say("drop_sure");
      return;
    }
    await app.drop(event.key);
  });
  return act;
};

// `said(app, event)`: an event in words.
export const log = (said) => (app) => {
  const shown = app.events.filter((each) => !each.settled || ["conflict", "late"].includes(each.state));
  const troubled = shown.filter((each) => TROUBLED.includes(each.state));
  const rest = shown.filter((each) => !troubled.includes(each) && each.state !== "dropped");
  const line = (each) =>
    h(
      "li",
      { class: "hop-event", "data-state": each.state },
      h("p", { class: "hop-strong" }, said(app, each)),
      h("p", {}, `${say(`state_${each.state}`)}. ${say("entered", { at: clock(each.entered_at) })}`),
      each.message && h("p", {}, each.message),
      ["refused", "blocked"].includes(each.state) && drop(app, each),
    );
  return {
    title: say("log"),
    back: ["home"],
    body: [
      ...notices(app),
      troubled.length > 0 && h("h2", {}, say("conflicts")),
      troubled.length > 0 && h("ul", { class: "hop-rows", id: "khong-khop" }, ...troubled.map(line)),
      troubled.length > 0 && h("p", {}, h("a", { href: app.addresses.late }, say("late_page"))),
      h("h2", {}, say("waiting_n", { n: app.now.unsent.length })),
      h("ul", { class: "hop-rows", id: "cho-gui" }, ...rest.slice(-60).reverse().map(line)),
    ],
    bar: [
      button(say("send_now"), () => app.send(true), "hop-button--go"),
      button(say("home"), () => app.go("home")),
    ],
  };
};
