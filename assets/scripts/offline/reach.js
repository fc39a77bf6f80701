// Whether the server answers, and to whom.
export const isJson = (response) => (response.headers.get("Content-Type") || "").includes("application/json");

// Who is signed in now, and the token that a sending carries; or why nothing can be sent.
export const reach = async (address) => {
  let response;
  try {
    response = await fetch(address, { credentials: "same-origin", cache: "no-store" });
    if (response.status >= 500) return { problem: "busy" };
    if (!isJson(response)) return { problem: "sign-in" };
    const said = await response.json();
    return said.token ? said : { problem: "sign-in" };
  } catch (failure) {
    return { problem: "no-signal" };
  }
};

// One sender at a time, in however many open pages.
export const alone = (name, act) => (navigator.locks ? navigator.locks.request(name, act) : act());
