// The worker behind pages that open without a signal. Only GET below its own folder and the site's own looks; a page is
// kept under the account that the server names in it.
import { forgetOthers, LOOKS } from "./kept.js";

const PATIENCE = 4000; // milliseconds until a kept page is shown instead of waiting for a signal that comes and goes

// `family`: the name of the caches; `nothing`: the page for what is not kept; `keptFirst`: show what is kept at once.
export const serve = ({ family, nothing, keptFirst = false }) => {
  const kept = async (request) => {
    for (const name of await caches.keys()) {
      if (!name.startsWith(family)) continue;
      const found = await (await caches.open(name)).match(request, { ignoreSearch: true, ignoreVary: true });
      if (found) return found;
    }
    return undefined;
  };

  const keep = async (request, response) => {
    const account = response.headers.get("X-Account");
    if (!response.ok || !account) return;
    await forgetOthers(account);
    const address = new URL(request.url);
    address.search = "";
    await (await caches.open(family + account)).put(address.href, response);
  };

  const page = async (event) => {
    const asked = fetch(event.request).then((response) => {
      event.waitUntil(keep(event.request, response.clone()).catch(() => undefined)); // a full phone still shows the page
      return response;
    });
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
    try {
      const there = keptFirst && (await kept(event.request));
      if (there) {
        event.waitUntil(asked.catch(() => undefined));
        return there;
      }
      const first = await Promise.race([asked, late]);
      const found = !first || first.status >= 500 ? await kept(event.request) : undefined;
      return found || first || (await asked);
    } catch (failure) {
      const found = await kept(event.request);
      return found || new Response(nothing, { headers: { "Content-Type": "text/html; charset=utf-8" } });
    }
  };

  const look = async (request) =>
    (await (await caches.open(LOOKS)).match(request, { ignoreVary: true })) || fetch(request);

  self.addEventListener("install", () => self.skipWaiting());
  self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
  self.addEventListener("fetch", (event) => {
    const { request } = event;
    const address = new URL(request.url);
    if (request.method !== "GET" || address.origin !== location.origin) return;
    if (address.pathname.startsWith("/tinh/")) event.respondWith(look(request));
    else if (request.mode === "navigate") event.respondWith(page(event));
  });
};
