// Pages kept on the phone belong to one account; what they look like to nobody.
export const LOOKS = "thon-tinh";
const FAMILIES = ["thon-trang ", "hop-trang "];

// Pages of every other account go; with "" those of all.
export const forgetOthers = async (account) => {
  const others = (name) => FAMILIES.some((family) => name.startsWith(family) && (!account || name !== family + account));
  await Promise.all((await caches.keys()).filter(others).map((name) => caches.delete(name)));
};

const looks = () => {
  const found = [...document.querySelectorAll("link[rel=stylesheet], link[rel=preload], link[rel=icon]")].map((e) => e.href);
  found.push(...[...document.querySelectorAll("script[src]")].map((e) => e.src));
  found.push(...performance.getEntriesByType("resource").map((e) => e.name));
  const here = location.origin + "/tinh/";
  return [...new Set(found)].filter((address) => address.startsWith(here));
};

// Whether the pages look otherwise than those that are kept.
export const keepLooks = async () => {
  const cache = await caches.open(LOOKS);
  const wanted = looks();
  const kept = (await cache.keys()).map((each) => each.url);
  const missing = wanted.filter((address) => !kept.includes(address));
  await cache.addAll(missing);
  return missing.length > 0;
};
