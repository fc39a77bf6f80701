// What a village head recorded, kept on the phone until the server has it. Used by the page and by the worker behind it.
// A record: key (made here, so that sending it twice records it once), account, url, fields, photos, entered_at, state.
import { database } from "../offline/database.js";
import { alone, isJson, reach } from "../offline/reach.js";

export { reach };

const NAME = "dien-hong-thon";
const STORE = "viec";

const kept = database(NAME, (base) => base.createObjectStore(STORE, { keyPath: "key" }));
const run = (mode, act) => kept([STORE], mode, act);

export const put = (record, instead = "") =>
  run("readwrite", (store) => {
    if (instead) store.delete(instead);
    return store.put(record);
  });

export const discard = (key) => run("readwrite", (store) => store.delete(key));

export const records = async (account) => {
  const found = (await run("readonly", (store) => store.getAll())) || [];
  return found.filter((each) => each.account === account).sort((a, b) => (a.entered_at < b.entered_at ? -1 : 1));
};

const post = (record, token) => {
  const body = new FormData();
  for (const [name, value] of record.fields) body.append(name, value);
  for (const { name, blob, file } of record.photos) body.append(name, blob, file);
  body.append("account", record.account);
  body.append("entered_at", record.entered_at);
  body.append("by_sync", record.tries ? "1" : "0");
  return fetch(record.url, {
    method: "POST",
    body,
    credentials: "same-origin",
    headers: { Accept: "application/json", "X-CSRFToken": token },
  });
};

// "sent", "refused", or why it still waits: "no-signal", "sign-in", "busy".
const send = async (record, token) => {
  let response;
  let said = {};
  try {
    response = await post(record, token);
    if (isJson(response)) said = await response.json();
  } catch (failure) {
    await put({ ...record, tries: record.tries + 1 });
    return "no-signal";
  }
  if (said.result === "recorded" || said.result === "same") {
    const { message, times } = said;
    await put({ ...record, state: "sent", photos: [], message, times, sent_at: new Date().toISOString() });
    return "sent";
  }
  const unread = response.status === 400 || response.status === 413;
  if (said.result === "refused" || unread) {
    await put({ ...record, state: "refused", message: said.message || record.unread });
    return "refused";
  }
  return response.status >= 500 ? "busy" : "sign-in";
};

// What could not go at once says so when it goes: it came from the phone later.
const hasWaited = async (account) => {
  for (const record of await records(account)) {
    if (record.state === "waiting" && !record.tries) await put({ ...record, tries: 1 });
  }
};

const sendWaiting = async (address, account) => {
  const who = await reach(address);
  const problem = who.problem || (account && who.account !== account ? "sign-in" : "");
  if (problem) {
    if (account) await hasWaited(account);
    return problem;
  }
  for (const record of await records(who.account)) {
    if (record.state !== "waiting") continue;
    const outcome = await send(record, who.token);
    if (outcome !== "sent" && outcome !== "refused") {
      await hasWaited(who.account);
      return outcome;
    }
  }
  return "";
};

// Sends what waits, one after the other; "" when nothing waits any more, else why. One sender at a time.
export const sendAll = (address, account = "") => alone(NAME, () => sendWaiting(address, account));
