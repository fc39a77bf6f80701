// A whole ballot round on one telephone, from door to door, with or without a signal.
import { run } from "./phone/app.js";
import { log } from "./phone/log.js";
import { answer, household, other, visit, walk } from "./round/doors.js";
import { begin, count, end, home, inWords, minutes, pads, photo, result, route } from "./round/screens.js";
import { standing } from "./round/standing.js";

run({
  screens: { answer, begin, count, end, home, household, log: log(inWords), minutes, other, pads, photo, result, route, visit, walk },
  standing,
  quiet: ["home", "log", "minutes", "pads", "result"],
  following: ["walk", "household", "count"],
  nameOf: (pk) => `phieu ${pk}`,
  asked: (app) => (app.state.routes.length > 1 && !app.partIsKnown ? ["route"] : null),
});
