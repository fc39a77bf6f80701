// A whole meeting on one telephone, with or without a signal.
import { run } from "./phone/app.js";
import { log } from "./phone/log.js";
import { household, pad, roll, scan } from "./meeting/roll.js";
import { cluster, end, home, minutes, open, photo, said, steps } from "./meeting/screens.js";
import { standing } from "./meeting/standing.js";
import { item, officers, sheet } from "./meeting/voting.js";

run({
  screens: {
    cluster, home, roll, household, pad, scan, open, steps, item, sheet, end, minutes, photo,
    log: log(said),
    secretary: officers("secretary"),
    tellers: officers("tellers"),
  },
  standing,
  quiet: ["home", "steps", "log", "end", "minutes"],
  following: ["item", "sheet"],
  nameOf: (pk) => pk,
  asked: (app) => (app.state.clusters.length && !app.part ? ["cluster"] : null),
});
