// Every page works without this file; it only saves steps. A module is started by a data-module attribute.
import { focusErrors } from "./errors.js";
import { watchKeys } from "./keys.js";
import { forgetOnSigningOut, forgetStrangers } from "./own-pages.js";
import { printPage } from "./print.js";
import { submitOnce } from "./submit.js";
import { filterRows } from "./table-filter.js";
import { switchTheme } from "./theme.js";
import { showUpload } from "./upload.js";

const modules = {
  "focus-errors": focusErrors,
  "watch-keys": watchKeys,
  "print-page": printPage,
  "filter-rows": filterRows,
  "switch-theme": switchTheme,
  "show-upload": showUpload,
  "forget-pages": forgetOnSigningOut,
};

const start = (root) => {
  for (const element of root.querySelectorAll("[data-module]")) {
    if (element.dataset.started) continue;
    element.dataset.started = "yes";
    modules[element.dataset.module]?.(element);
  }
};

forgetStrangers(document.documentElement.dataset.account);
submitOnce(document);
start(document);
document.addEventListener("htmx:load", (event) => start(event.target.parentElement ?? event.target));
