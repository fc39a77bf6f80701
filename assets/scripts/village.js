// The village head's pages on a phone: kept for when there is no signal, and what is recorded is kept until it is sent.
// Every word comes from the page. Without this file, or where the browser cannot, the forms are sent as any other.
import { isFull } from "./offline/database.js";
import { discard, put, reach, records, sendAll } from "./village/outbox.js";
import { forgetOthers, keepPages, PAGES } from "./village/pages.js";
import { shrink } from "./village/photo.js";

const root = document.getElementById("thon");
const { account, list, token, worker } = root.dataset;
const home = new URL(list, location.href).href;
const address = new URL(token, location.href).href;
const WEEK = 7 * 24 * 3600 * 1000;
const AGAIN = 30 * 1000;

const two = (number) => String(number).padStart(2, "0");
const moment = (text) => {
  const at = new Date(text);
  return `${two(at.getHours())}:${two(at.getMinutes())} ${two(at.getDate())}/${two(at.getMonth() + 1)}`;
};
const zoned = (at) => {
  const ahead = -at.getTimezoneOffset();
  const zone = `${ahead < 0 ? "-" : "+"}${two(Math.floor(Math.abs(ahead) / 60))}:${two(Math.abs(ahead) % 60)}`;
  return new Date(at.getTime() + ahead * 60000).toISOString().slice(0, 19) + zone;
};
const day = (at) => zoned(at).slice(0, 10);
const fresh = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((each) => each.toString(16).padStart(2, "0")).join("");
const say = (element, words) => {
  element.textContent = words;
  element.hidden = !words;
};

// --- the signal ---------------------------------------------------------------------------------------------------
const banner = document.getElementById("khong-song");
const signal = (there) => {
  banner.hidden = there;
  say(banner.querySelector("[data-part=elsewhere]"), "");
};

// Other pages are not kept: say so instead of leading to the browser's own page of failure.
const stayHere = (event) => {
  const link = event.target.closest("a[href]");
  if (banner.hidden || !link || link.pathname.startsWith(new URL(home).pathname)) return;
  event.preventDefault();
  say(banner.querySelector("[data-part=elsewhere]"), root.dataset.elsewhere);
  banner.scrollIntoView({ block: "center" });
};

// --- the list of what was recorded on this phone --------------------------------------------------------------------
const box = document.getElementById("tren-may");
const signIn = document.getElementById("dang-nhap-lai");

const shape = (record) => {
  const line = document.getElementById("mau-viec").content.firstElementChild.cloneNode(true);
  const part = (name) => line.querySelector(`[data-part=${name}]`);
  part("title").textContent = record.title;
  part("what").textContent = record.what;
  part("times").textContent = record.times || root.dataset.entered.replace("{at}", moment(record.entered_at));
  say(part("message"), record.message || "");
  for (const tag of line.querySelectorAll("[data-state]")) tag.hidden = tag.dataset.state !== record.state;
  const picture = part("picture");
  picture.hidden = !record.thumb;
  if (record.thumb) picture.src = record.thumb;
  part("change").hidden = part("discard").hidden = record.state === "sent";
  part("change").href = `${record.url}?viec=${record.key}`;
  const button = part("discard");
  button.addEventListener("click", async () => {
    if (button.dataset.sure !== "yes") {
      button.dataset.sure = "yes";
      button.textContent = button.dataset.again;
      return;
    }
    await discard(record.key);
    show();
  });
  return line;
};

const show = async () => {
  const found = await records(account);
  const old = new Date(Date.now() - WEEK).toISOString();
  for (const each of found) if (each.state === "sent" && each.sent_at < old) await discard(each.key);
  const waiting = found.filter((each) => each.state === "waiting");
  for (const tag of document.querySelectorAll("[data-waits]")) {
    tag.hidden = !waiting.some((each) => each.url === tag.dataset.waits);
  }
  if (!box) return found;
  box.hidden = !found.length;
  const lines = box.querySelector("ul");
  lines.textContent = "";
  lines.append(...found.reverse().map(shape));
  const button = box.querySelector("[data-part=send]");
  button.hidden = button.parentElement.hidden = !waiting.length;
  button.textContent = button.dataset.words.replace("{n}", waiting.length);
  return found;
};

// What was sent leaves the list, and what the commune did meanwhile comes into it.
const refresh = async () => {
  try {
    const response = await fetch(home, { credentials: "same-origin" });
    if (!response.ok || response.redirected) return;
    if (window.caches) await (await caches.open(PAGES + account)).put(home, response.clone());
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
    for (const part of ["danh-sach", "luc"]) document.getElementById(part).replaceWith(fresh.getElementById(part));
    await show();
    await keep();
  } catch (failure) {
    // the signal went again: the list stays as it was, with its hour above it
  }
};

let sending = false;
let again = false;
const send = async (pressed = false) => {
  again = sending; // the signal came back in the middle of an attempt: try once more after it
  if (sending) return;
  sending = true;
  const waiting = (await records(account)).filter((each) => each.state === "waiting");
  if (!waiting.length) {
    const { problem } = await reach(address);
    sending = false;
    signal(problem !== "no-signal");
    if (problem === "no-signal") later();
    return show();
  }
  const status = box && box.querySelector("[role=status]");
  if (status) say(status, root.dataset.sending);
  const problem = await sendAll(address, account);
  sending = false;
  signal(problem !== "no-signal");
  if (signIn) signIn.hidden = problem !== "sign-in";
  if (status) say(status, problem === "busy" ? root.dataset.busy : problem && pressed ? root.dataset.waits : "");
  const found = await show();
  if (box && found.filter((each) => each.state === "waiting").length < waiting.length && !problem) await refresh();
  if (again) return send(pressed);
  if (problem) later();
};

// --- signing out ----------------------------------------------------------------------------------------------------
// What waits stays on the phone, and only its own account sends it: say so before that account is gone, and offer to stay.
const leaving = document.getElementById("con-viec");
const leave = async (form) => {
  if (window.caches) await forgetOthers("").catch(() => undefined);
  form.submit();
};
const warn = async (form) => {
  let waiting = [];
  try {
    waiting = (await records(account)).filter((each) => each.state !== "sent");
  } catch (failure) {
    // a browser that keeps nothing has nothing to lose
  }
  if (!waiting.length) return leave(form);
  const text = leaving.querySelector("[data-part=left]");
  text.textContent = text.dataset.words.replace("{n}", waiting.length);
  leaving.hidden = false;
  leaving.querySelector("[data-part=leave]").onclick = () => leave(form);
  const stay = leaving.querySelector("[data-part=stay]");
  stay.onclick = () => {
    leaving.hidden = true;
    send(true);
  };
  leaving.scrollIntoView({ block: "center" });
  stay.focus();
};
const askBeforeLeaving = (event) => {
  if (!leaving || new URL(event.target.action, location.href).pathname !== root.dataset.out) return;
  event.preventDefault();
  event.stopPropagation();
  warn(event.target);
};

// --- recording ------------------------------------------------------------------------------------------------------
const missing = (form) => {
  const given = new FormData(form);
  const { words } = form.dataset;
  const lacks = JSON.parse(words);
  const name = (field) => `${form.dataset.keep}-${field}`;
  for (const field of ["places", "notice", "days"]) {
    if (form.elements[name(field)] && !given.get(name(field))) return lacks[field];
  }
  const notice = given.get(name("notice"));
  if (notice === "meeting" && !given.get(name("reader"))) return lacks.reader;
  if (notice === "social-network" && !given.get(name("is_agreed"))) return lacks.is_agreed;
  if (form.elements[name("claimed_on_0")]) {
    const [d, m, y] = [0, 1, 2].map((part) => Number(given.get(name(`claimed_on_${part}`))));
    const at = new Date(y, m - 1, d);
    if (!y || at.getMonth() !== m - 1 || at.getDate() !== d) return lacks.claimed_on;
  }
  return "";
};

const gathered = async (form, earlier) => {
  const fields = [];
  const photos = [];
  let thumb = "";
  for (const [name, value] of new FormData(form)) {
    if (name === "csrfmiddlewaretoken") continue;
    if (!(value instanceof File)) fields.push([name, value]);
    else if (value.size) {
      const small = await shrink(value);
      photos.push({ name, blob: small.blob, file: small.file });
      thumb = small.thumb;
    }
  }
  if (!photos.length && earlier) {
    photos.push(...earlier.photos);
    thumb = earlier.thumb;
  }
  const key = fresh();
  for (const field of fields) if (field[0] === `${form.dataset.keep}-key`) field[1] = key;
  return { key, fields, photos, thumb };
};

// What was done in the words of the form: the choices that are ticked.
const inWords = (form) =>
  [form.dataset.what, ...[...form.querySelectorAll("input:checked")].map((each) => each.labels[0].textContent.trim())].join(": ");

const keepRecord = async (form, earlier) => {
  const record = {
    ...(await gathered(form, earlier)),
    account,
    url: location.pathname,
    title: form.dataset.title,
    what: inWords(form),
    form: form.dataset.keep,
    entered_at: zoned(new Date()),
    unread: root.dataset.unread,
    state: "waiting",
    tries: 0,
  };
  await put(record, earlier ? earlier.key : "");
};

const askToSendLater = async () => {
  try {
    if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
    const registration = await navigator.serviceWorker.getRegistration();
    if (registration && registration.sync) await registration.sync.register("gui");
  } catch (failure) {
    // not every browser sends for a page that is closed; this page sends when it is opened
  }
};

const watch = (form, earlier) => {
  const alert = form.querySelector("[role=alert]");
  const button = form.querySelector("[type=submit]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopPropagation();
    if (button.disabled) return;
    say(alert, missing(form));
    if (alert.textContent) return alert.scrollIntoView({ block: "center" });
    button.disabled = true;
    try {
      await keepRecord(form, earlier);
    } catch (failure) {
      button.disabled = false;
      if (!isFull(failure) && navigator.onLine) return form.submit();
      say(alert, isFull(failure) ? root.dataset.full : root.dataset.cannot);
      return alert.scrollIntoView({ block: "center" });
    }
    await Promise.race([send(), new Promise((resolve) => setTimeout(resolve, 2500))]);
    await askToSendLater();
    location.assign(`${home}#tren-may`);
  });
};

// A page kept for days has the day of its making in it: what is done is done today, by the phone's calendar.
const setDays = (form) => {
  const made = root.dataset.on;
  const today = day(new Date());
  if (today <= made) return;
  const box = (part) => form.elements[`${form.dataset.keep}-claimed_on_${part}`];
  if (box(0)) [box(2).value, box(1).value, box(0).value] = today.split("-").map(Number);
  const names = root.dataset.weekdays.split(",");
  form.querySelectorAll("input[name$=-days]").forEach((tick, back) => {
    const at = new Date();
    at.setDate(at.getDate() - back);
    tick.value = day(at);
    tick.labels[0].textContent = `${names[at.getDay()]} ${two(at.getDate())}/${two(at.getMonth() + 1)}`;
  });
};

// What is asked of a meeting is asked of a meeting only.
const ASKED = { reader: ["meeting", "organisations"], households: ["meeting", "organisations"], is_agreed: ["social-network"] };

const askOnlyWhatFits = (form) => {
  const chosen = form.elements[`${form.dataset.keep}-notice`];
  if (!chosen) return;
  const fit = () => {
    for (const [field, notices] of Object.entries(ASKED)) {
      const element = form.elements[`${form.dataset.keep}-${field}`];
      element.closest(".govuk-form-group").hidden = !notices.includes(chosen.value);
    }
  };
  form.addEventListener("change", fit);
  fit();
};

const refill = (form, record) => {
  for (const element of form.elements) {
    const given = record.fields.filter(([name]) => name === element.name).map(([, value]) => value);
    if (element.type === "checkbox" || element.type === "radio") element.checked = given.includes(element.value);
    else if (element.type !== "file" && element.type !== "hidden" && given.length) element.value = given[0];
  }
  form.closest("details").open = true;
  say(form.querySelector("[role=alert]"), record.message || "");
  const picture = form.querySelector("[data-part=picture]");
  picture.hidden = !record.thumb;
  if (record.thumb) picture.src = record.thumb;
};

const startForms = async () => {
  const forms = [...document.querySelectorAll("form[data-keep]")];
  if (!forms.length) return;
  const asked = new URLSearchParams(location.search).get("viec");
  const earlier = asked && (await records(account)).find((each) => each.key === asked && each.state !== "sent");
  for (const form of forms) {
    const mine = earlier && earlier.form === form.dataset.keep ? earlier : undefined;
    setDays(form);
    if (mine) refill(form, mine);
    askOnlyWhatFits(form);
    watch(form, mine);
  }
};

// --- keeping the pages ----------------------------------------------------------------------------------------------
const keep = async () => {
  if (!("serviceWorker" in navigator) || !window.caches) return;
  await navigator.serviceWorker.register(worker);
  await navigator.serviceWorker.ready;
  const status = document.getElementById("da-giu");
  if (!status) return forgetOthers(account);
  const links = [...document.querySelectorAll("a[data-stamp]")];
  const needed = (await records(account)).filter((each) => each.state !== "sent").map((each) => new URL(each.url, home).href);
  try {
    await keepPages(account, home, links, needed);
    say(status, status.dataset.words.replace("{n}", links.length));
  } catch (failure) {
    say(status, isFull(failure) ? root.dataset.full : "");
  }
};

let timer;
const later = () => {
  clearTimeout(timer);
  timer = setTimeout(() => send(), AGAIN);
};

const start = async () => {
  signal(navigator.onLine);
  window.addEventListener("offline", () => signal(false));
  window.addEventListener("online", () => {
    signal(true);
    send();
  });
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && show().then(() => send()));
  document.addEventListener("click", stayHere);
  document.addEventListener("submit", askBeforeLeaving, true);
  if (box) box.querySelector("[data-part=send]").addEventListener("click", () => send(true));
  await startForms();
  await show();
  if (box && location.hash === "#tren-may") box.scrollIntoView();
  await send();
  await keep();
};

start();
