// Pages and rolls that a phone keeps belong to one account: another one that signs in, or signing out, empties them.
// What was recorded and not sent stays: it belongs to the village.
import { forgetOthers } from "./offline/kept.js";
import { forgetRolls, waiting } from "./phone/store.js";
import { records } from "./village/outbox.js";

// A store that another window holds open may never answer: signing out does not wait for it.
const soon = (promise, otherwise) => Promise.race([promise, new Promise((done) => setTimeout(done, 2000, otherwise))]);

const forget = async (account) => {
  if (window.caches) await forgetOthers(account);
  if (window.indexedDB) await forgetRolls(account);
};

export const forgetStrangers = (account) => {
  if (account) forget(account).catch(() => undefined);
};

const unsent = async (account) => {
  const kept = (await records(account)).filter((each) => each.state === "waiting").length;
  return kept + (await waiting(account));
};

export const forgetOnSigningOut = (form) => {
  const warning = form.querySelector("[data-part=waits]");
  const { account } = document.documentElement.dataset;
  form.addEventListener("submit", async (event) => {
    if (!window.caches) return undefined;
    event.preventDefault();
    const left = account && !(warning && !warning.hidden) ? await soon(unsent(account).catch(() => 0), 0) : 0;
    if (left && !warning) return location.assign(form.action); // the page of signing out says it
    if (left) {
      warning.textContent = warning.dataset.words.replace("{n}", left);
      warning.hidden = false;
      return undefined;
    }
    await soon(forget("").catch(() => undefined));
    return form.submit();
  });
};
