// The pages of a village head, kept on the phone for one account: the list, every thing in it, and what they look like.
import { forgetOthers, keepLooks } from "../offline/kept.js";

export { forgetOthers };
export const PAGES = "thon-trang ";

const fetched = async (cache, address, account) => {
  const response = await fetch(address, { credentials: "same-origin" });
  if (response.ok && response.headers.get("X-Account") === account) await cache.put(address, response);
};

// Keeps the list and everything that it leads to; what left the list goes, except what a record still needs.
export const keepPages = async (account, list, links, needed) => {
  await forgetOthers(account);
  const changed = await keepLooks();
  const cache = await caches.open(PAGES + account);
  const wanted = [list, ...links.map((each) => each.href), ...needed];
  for (const { url } of await cache.keys()) if (!wanted.includes(url)) await cache.delete(url);
  if (changed || !(await cache.match(list))) await fetched(cache, list, account);
  for (const { href, dataset } of links) {
    const kept = await cache.match(href);
    if (changed || !kept || kept.headers.get("X-Stamp") !== dataset.stamp) await fetched(cache, href, account);
  }
};
