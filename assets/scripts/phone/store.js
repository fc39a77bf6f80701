// What a meeting or a ballot round needs and what happened at it, on the phone; a round stands under `meeting` too, by a
// name of its own. An event is added and never changed; what the server answered stands beside it. Used by the page, by
// the worker behind it and where somebody signs out.
import { database } from "../offline/database.js";

export const PAGES = "hop-trang ";
export const NAME = "dien-hong-hop";

const run = database(NAME, (base) => {
  base.createObjectStore("events", { keyPath: "n", autoIncrement: true }).createIndex("key", "key", { unique: true });
  base.createObjectStore("answers", { keyPath: "key" });
  base.createObjectStore("photos", { keyPath: "key" });
  base.createObjectStore("states", { keyPath: "of" });
  base.createObjectStore("meta", { keyPath: "name" });
});

export const FINAL = ["done", "same", "conflict", "late", "dropped"];

const joined = (found, said, account, meeting) => {
  const answers = {};
  for (const each of said) answers[each.key] = each;
  return found
    .filter((each) => each.account === account && (!meeting || each.meeting === meeting))
    .map((each) => Object.assign({ state: "waiting", message: "" }, answers[each.key], each));
};

// The events of one account and meeting in their order, each with `state` and `message`; all of the account without one.
export const events = (account, meeting) =>
  run(["events", "answers"], "readonly", (store, answers) => {
    const [found, said] = [store.getAll(), answers.getAll()];
    return { get result() { return joined(found.result, said.result, account, meeting); } };
  });

const name = (account, meeting) => `${account} ${meeting}`;

// The server's last state and the events over it, of one moment: what is settled in the one is not missing in the other.
export const whole = (account, meeting) =>
  run(["states", "events", "answers"], "readonly", (states, store, answers) => {
    const [state, found, said] = [states.get(name(account, meeting)), store.getAll(), answers.getAll()];
    return { get result() { return { state: state.result && state.result.state, events: joined(found.result, said.result, account, meeting) }; } };
  });

export const add = (event, photo) =>
  run(["events", "photos"], "readwrite", (store, photos) => {
    if (photo) photos.put({ key: event.key, photo });
    return store.add(event);
  });

export const photoOf = (key) => run(["photos"], "readonly", (store) => store.get(key));

// What the server said of an event; a photo that it has is kept no longer.
export const answer = (key, state, message = "") =>
  run(["answers", "photos"], "readwrite", (store, photos) => {
    if (state === "done" || state === "same" || state === "late") photos.delete(key);
    return store.put({ key, state, message, settled: false });
  });

export const stateOf = async (account, meeting) => {
  const found = await run(["states"], "readonly", (store) => store.get(name(account, meeting)));
  return found && found.state;
};

// The newest state of the server: what it had answered before is contained in it.
export const keepState = async (account, meeting, state, contained) => {
  await run(["states", "answers"], "readwrite", (store, answers) => {
    for (const { key, state: said, message } of contained) answers.put({ key, state: said, message, settled: true });
    return store.put({ of: name(account, meeting), state });
  });
};

export const meta = async (what) => {
  const found = await run(["meta"], "readonly", (store) => store.get(what));
  return found && found.value;
};

export const keepMeta = (what, value) => run(["meta"], "readwrite", (store) => store.put({ name: what, value }));

// Of every other account the rolls go, and what the server has already; with "" of all. What was not sent stays.
export const forgetRolls = async (account) => {
  const [all, found, said] = await run(["states", "events", "answers"], "readonly", (states, store, answers) => {
    const asked = [states.getAllKeys(), store.getAll(), answers.getAll()];
    return { get result() { return asked.map((each) => each.result); } };
  });
  const final = said.filter((each) => FINAL.includes(each.state)).map((each) => each.key);
  await run(["states", "events", "answers", "photos"], "readwrite", (states, store, answers, photos) => {
    for (const of of all) if (!account || !of.startsWith(account + " ")) states.delete(of);
    for (const { n, key } of found.filter((each) => each.account !== account && final.includes(each.key))) {
      store.delete(n);
      answers.delete(key);
      photos.delete(key);
    }
  });
};

export const waiting = async (account) => (await events(account)).filter((each) => !FINAL.includes(each.state)).length;
