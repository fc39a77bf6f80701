// Sends what was recorded, in its order, each event once; then fetches what others recorded meanwhile.
import { alone, isJson, reach } from "../offline/reach.js";
import { answer, events, FINAL, keepMeta, keepState, meta, NAME, photoOf, stateOf } from "./store.js";

const MOST = 100; // events of one sending
const LARGEST = 1500000; // characters of one sending

export const two = (number) => String(number).padStart(2, "0");
export const zoned = (at) => {
  const ahead = -at.getTimezoneOffset();
  const zone = `${ahead < 0 ? "-" : "+"}${two(Math.floor(Math.abs(ahead) / 60))}:${two(Math.abs(ahead) % 60)}`;
  return new Date(at.getTime() + ahead * 60000).toISOString().slice(0, 19) + zone;
};
export const fresh = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((each) => each.toString(16).padStart(2, "0")).join("");

const inText = (blob) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",")[1] || "");
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });

const asSent = async (event) => {
  const data = Object.assign({}, event.data);
  const kept = await photoOf(event.key);
  if (kept) data.photo = await inText(kept.photo);
  const { key, kind, happened_at, entered_at, offset, after, seen } = event;
  return { key, kind, happened_at, entered_at, offset, after, seen, data };
};

// Our clock against the server's, in seconds, by the hour that came with an answer.
const noteClock = async (response) => {
  const said = Date.parse(response.headers.get("Date") || "");
  if (!Number.isNaN(said)) await keepMeta("offset", Math.round((said - Date.now()) / 1000));
};

const refresh = async (account, meeting, addresses) => {
  const contained = (await events(account, meeting)).filter((each) => FINAL.includes(each.state) && !each.settled);
  const response = await fetch(addresses.state, { credentials: "same-origin", cache: "no-store" });
  if (response.status >= 500) return "busy";
  if (!response.ok || !isJson(response)) return "sign-in";
  await noteClock(response);
  const state = await response.json();
  if (state.account !== account) return "sign-in";
  await keepState(account, meeting, state, contained);
  return "";
};

const post = async (account, addresses, token, list) => {
  const body = { account, device: await meta("device"), sent_at: zoned(new Date()), events: list };
  return fetch(addresses.send, {
    method: "POST",
    body: JSON.stringify(body),
    credentials: "same-origin",
    headers: { Accept: "application/json", "Content-Type": "application/json", "X-CSRFToken": token },
  });
};

const sendBatch = async (account, addresses, token, list) => {
  const response = await post(account, addresses, token, list);
  if (response.status >= 500) return "busy";
  if (!isJson(response) || response.status === 401 || response.status === 403) return "sign-in";
  const said = await response.json();
  if (response.ok) {
    for (const each of said.results) await answer(each.key, each.result, each.message);
    return "";
  }
  if (response.status !== 400 && response.status !== 413) return "sign-in";
  if (list.length === 1) {
    await answer(list[0].key, "refused", said.message || "");
    return "";
  }
  const half = Math.ceil(list.length / 2); // one of them cannot be read: the others are not held up by it
  return (
    (await sendBatch(account, addresses, token, list.slice(0, half))) ||
    sendBatch(account, addresses, token, list.slice(half))
  );
};

const sendWaiting = async (account, meeting, addresses) => {
  const who = await reach(addresses.send);
  if (who.problem) return who.problem;
  if (who.account !== account) return "sign-in";
  let list = [];
  let size = 0;
  for (const event of await events(account, meeting)) {
    if (FINAL.includes(event.state)) continue;
    const sent = await asSent(event);
    const length = JSON.stringify(sent).length;
    if (list.length && (list.length >= MOST || size + length > LARGEST)) {
      const problem = await sendBatch(account, addresses, who.token, list);
      if (problem) return problem;
      list = [];
      size = 0;
    }
    list.push(sent);
    size += length;
  }
  const problem = list.length ? await sendBatch(account, addresses, who.token, list) : "";
  return problem || refresh(account, meeting, addresses);
};

// "" when the server has everything and the phone the newest, else why not: "no-signal", "sign-in", "busy".
export const sync = (account, meeting, addresses) =>
  alone(NAME, async () => {
    try {
      return await sendWaiting(account, meeting, addresses);
    } catch (failure) {
      return "no-signal";
    }
  });

// The phone's name for itself, and what it has of the meeting or round; fetched where nothing is kept yet.
export const begin = async (account, meeting, addresses) => {
  if (!(await meta("device"))) await keepMeta("device", fresh());
  let problem = "";
  if (!(await stateOf(account, meeting))) problem = await sync(account, meeting, addresses);
  return { state: await stateOf(account, meeting), problem };
};
