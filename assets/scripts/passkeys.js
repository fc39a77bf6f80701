// Passkeys: a form with data-passkey ("create" or "get") asks the browser for one, puts it into its hidden field
// and is sent. What to ask stands in the JSON block that data-options names, else at the form's own address.
// The form and everything marked data-passkey-only come hidden, and what is marked data-passkey-absent is shown:
// without this file, or where the browser cannot, password and code remain.
const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

// Browsers before 2025 do not read and write JSON themselves.
const read = (options) => ({
  ...options,
  challenge: bytes(options.challenge),
  ...(options.user && { user: { ...options.user, id: bytes(options.user.id) } }),
  ...Object.fromEntries(
    ["allowCredentials", "excludeCredentials"]
      .filter((list) => options[list])
      .map((list) => [list, options[list].map((each) => ({ ...each, id: bytes(each.id) }))]),
  ),
});

const written = (credential) => ({
  id: credential.id,
  rawId: text(credential.rawId),
  type: credential.type,
  clientExtensionResults: credential.getClientExtensionResults(),
  response: Object.fromEntries(
    ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]
      .filter((part) => credential.response[part])
      .map((part) => [part, text(credential.response[part])]),
  ),
});

const ask = async (kind, { publicKey }) => {
  const native = kind === "create" ? "parseCreationOptionsFromJSON" : "parseRequestOptionsFromJSON";
  const parsed = PublicKeyCredential[native]?.(publicKey) ?? read(publicKey);
  const credential = await navigator.credentials[kind]({ publicKey: parsed });
  return credential.toJSON?.() ?? written(credential);
};

const optionsOf = async (form) => {
  const block = document.getElementById(form.dataset.options);
  const options = block
    ? JSON.parse(block.textContent)
    : await (await fetch(form.action, { headers: { Accept: "application/json" } })).json();
  return options.creation_options ?? options.request_options;
};

const watch = (form) => {
  const field = form.elements.credential;
  const status = form.querySelector("[role=status]");
  form.addEventListener("submit", async (event) => {
    if (field.value) return;
    event.preventDefault();
    event.stopPropagation(); // not on its way yet
    status.textContent = "";
    try {
      field.value = JSON.stringify(await ask(form.dataset.passkey, await optionsOf(form)));
    } catch (refusal) {
      status.textContent = refusal.name === "InvalidStateError" ? form.dataset.known : form.dataset.refused;
      return;
    }
    form.requestSubmit();
  });
};

const isNumber = /^[\d.]+$|^\[/.test(location.hostname); // passkeys belong to names, not to numbers
if (window.PublicKeyCredential && isSecureContext && !isNumber) {
  document.querySelectorAll("form[data-passkey]").forEach(watch);
  for (const element of document.querySelectorAll("[data-passkey], [data-passkey-only]")) element.hidden = false;
  for (const element of document.querySelectorAll("[data-passkey-absent]")) element.hidden = true;
}
