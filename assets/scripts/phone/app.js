// What every page on a telephone does, with or without a signal: what happened is kept here first, then sent.
import { isFull } from "../offline/database.js";
import { forgetOthers, keepLooks } from "../offline/kept.js";
import { button, h, say, setWords } from "./parts.js";
import { add, answer, forgetRolls, keepMeta, meta, PAGES, whole } from "./store.js";
import { begin, fresh, sync, zoned } from "./sync.js";

const AGAIN = 30 * 1000;
const OFF = 5 * 60; // seconds by which a clock may be wrong before it is said

// `screens` by their names; `standing(state, events, app)`: where it stands; `quiet`: screens on which nothing is typed;
// `following`: those that follow what others recorded until something is typed on them;
// `nameOf(pk)`: under which name the phone keeps it; `asked(app)`: the name of a screen that asks something first.
export const run = ({ screens, standing, quiet, following, nameOf, asked }) => {
  const root = document.getElementById("hop");
  const { account } = root.dataset;
  const held = nameOf(Number(root.dataset.held));
  const addresses = JSON.parse(root.dataset.addresses);
  const place = `screen ${account} ${held}`;
  const app = { addresses, problem: "", part: 0, partIsKnown: false, events: [], offset: null };
  let shown;
  let timer;

  const reread = async () => {
    Object.assign(app, await whole(account, held));
    app.offset = await meta("offset");
    if (app.state) app.now = standing(app.state, app.events, app);
  };

  app.clockWords = () => {
    const off = app.offset;
    if (off === undefined || off === null || Math.abs(off) < OFF) return "";
    const minutes = Math.round(Math.abs(off) / 60);
    const time = say("days_hours", { days: Math.floor(minutes / 1440), hours: Math.floor((minutes % 1440) / 60), minutes: minutes % 60 });
    return say(off > 0 ? "clock_behind" : "clock_ahead", { time });
  };

  const tell = (kind) => (words) => {
    const line = document.getElementById(kind);
    line.textContent = words;
    if (words && kind === "loi") line.scrollIntoView({ block: "center" });
  };
  app.alert = tell("loi");
  app.status = tell("tin");

  const inputs = () => [...root.querySelectorAll("input, textarea, select")];
  const typed = () => inputs().map((each) => `${each.checked} ${each.value}`).join("\n");

  const draw = ([name, ...given], focus) => {
    if (shown && shown.leave) shown.leave();
    const screen = screens[name](app, ...given);
    shown = { name, given, leave: screen.leave };
    const title = h("h1", { tabindex: "-1" }, screen.title);
    root.textContent = "";
    root.append(
      h("header", { class: "hop-top" }, screen.back ? button(`‹ ${say("back")}`, () => app.go(...screen.back), "hop-back") : null, title),
      h("p", { id: "loi", class: "hop-alert", role: "alert" }),
      h("p", { id: "tin", class: "hop-status", role: "status" }),
      ...screen.body.filter((each) => each),
      h("div", { class: "hop-bar" }, ...screen.bar.filter((each) => each)),
    );
    root.dataset.screen = name;
    shown.drawn = typed();
    if (focus) {
      window.scrollTo(0, 0);
      title.focus();
    }
  };

  app.go = (...where) => {
    keepMeta(place, where).catch(() => undefined);
    draw(where, true);
  };

  // What is drawn without anything being typed on it follows what others recorded, and so does a sheet or a household on
  // which nothing has been typed yet: the words that a person is reading, and the place where somebody is about to type, stay.
  const redraw = () => {
    if (!shown) return;
    if (quiet.includes(shown.name) || (following.includes(shown.name) && typed() === shown.drawn)) asItStood();
  };

  const asItStood = () => {
    const said = ["loi", "tin"].map((each) => document.getElementById(each).textContent);
    const active = root.contains(document.activeElement) ? document.activeElement : null;
    const place = active && active.id ? active.id : "";
    const words = active && !place ? active.textContent : "";
    draw([shown.name, ...shown.given], false);
    ["loi", "tin"].forEach((each, at) => (document.getElementById(each).textContent = said[at]));
    const same = place ? document.getElementById(place) : [...root.querySelectorAll("button, h1")].find((each) => words && each.textContent === words);
    if (same) same.focus({ preventScroll: true });
  };

  // One event: on the disk before anything says that it is recorded. False where it could not be kept.
  app.record = async (kind, data, after = [], photograph = null) => {
    const now = zoned(new Date());
    const event = {
      key: fresh(),
      account,
      meeting: held,
      kind,
      data,
      happened_at: now,
      entered_at: now,
      offset: app.offset === undefined ? null : app.offset,
      after: after.filter((key) => key),
      seen: app.state.seen,
    };
    try {
      await add(event, photograph);
    } catch (failure) {
      app.alert(say(isFull(failure) ? "full" : "cannot_keep"));
      return false;
    }
    await reread();
    app.send();
    return true;
  };

  app.drop = async (key) => {
    await answer(key, "dropped");
    await reread();
    draw(["log"], false);
  };

  // The cluster or the route that this telephone is for.
  app.choose = async (part) => {
    app.part = part;
    await keepMeta(`cluster ${held}`, part);
    await reread();
    app.go("home");
  };

  let sending = false;
  let again = false;
  app.send = async (pressed = false) => {
    again = sending;
    if (sending) return;
    sending = true;
    if (pressed) app.status(say("sending"));
    do {
      again = false;
      app.problem = await sync(account, held, addresses);
    } while (again); // the signal came back in the middle of an attempt
    sending = false;
    root.dataset.problem = app.problem;
    await reread();
    redraw();
    if (pressed) app.status(app.problem ? say("not_sent") : say("all_sent"));
    clearTimeout(timer);
    if (app.problem || app.now.unsent.length) timer = setTimeout(() => app.send(), AGAIN);
  };

  const keep = async () => {
    if (!("serviceWorker" in navigator) || !window.caches) return;
    await forgetOthers(account);
    await forgetRolls(account);
    await navigator.serviceWorker.register(addresses.worker);
    await navigator.serviceWorker.ready;
    await keepLooks();
    const cache = await caches.open(PAGES + account);
    const here = location.origin + location.pathname;
    if (!(await cache.match(here))) {
      const response = await fetch(here, { credentials: "same-origin" });
      if (response.ok && response.headers.get("X-Account") === account) await cache.put(here, response);
    }
    if (navigator.storage && navigator.storage.persist) await navigator.storage.persist();
    root.dataset.kept = "yes";
  };

  const start = async () => {
    setWords(JSON.parse(root.dataset.words));
    const { state, problem } = await begin(account, held, addresses);
    if (!state) {
      root.textContent = "";
      root.append(
        h("h1", {}, say("cannot_open")),
        h("p", {}, say(problem === "sign-in" ? "sign_in" : "open_with_signal")),
        h("p", {}, h("a", { href: addresses.signIn }, say("sign_in_link"))),
      );
      return;
    }
    const part = await meta(`cluster ${held}`);
    app.partIsKnown = part !== undefined;
    app.part = part || 0;
    app.problem = problem || (navigator.onLine ? "" : "no-signal");
    await reread();
    const where = asked(app) || (await meta(place)) || ["home"];
    try {
      draw(where, false);
    } catch (failure) {
      app.go("home"); // the screen that was left is of another state
    }
    window.addEventListener("online", () => app.send());
    window.addEventListener("offline", () => {
      app.problem = "no-signal";
      redraw();
    });
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && app.send());
    await app.send();
    await keep().catch(() => undefined);
  };

  start().catch(() => {
    if (!root.dataset.screen) root.append(h("p", { role: "alert" }, root.dataset.broken));
  });
};
