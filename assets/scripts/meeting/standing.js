// Where the meeting stands: what the server said, and over it what was recorded here and is not in it yet. Pure.
import { outbox } from "../phone/log.js";
import { compared } from "../phone/sheet.js";

// In clusters the result is the sum over all of them, which only the server has.
const standingOf = (item, local, opened, cluster, inClusters) => {
  const mine = local.filter((each) => each.data.item === item.pk);
  const last = (kind, fits = () => true) => mine.filter((each) => each.kind === kind && fits(each)).pop();
  const way = last("choose");
  const sheets = {};
  for (const place of [1, 2]) {
    const event = last("sheet", (each) => each.data.place === place);
    const there = item.sheets.some(([of, at]) => of === cluster && at === place);
    if (event) sheets[place] = { counter: event.data.counter, figures: event.data.figures, key: event.key };
    else if (there) sheets[place] = { figures: inClusters ? null : item.figures };
  }
  const { both, apart, alike } = compared(sheets, (item.differ || {})[cluster]);
  const own = alike ? sheets[1].figures : null;
  const agreed = inClusters ? item.figures : own;
  const short = last("close_short");
  const closing = last("close_item");
  const isOver = opened && !["notified", "in_meeting"].includes(item.stage);
  const outcome = item.outcome || (closing && { agree: closing.data.figures.agree });
  return Object.assign({}, item, {
    method: way ? way.data.method : item.method,
    wayKey: way && way.key,
    sheets,
    both,
    apart,
    alike,
    agreed,
    closed: Boolean(short || outcome || isOver),
    short: Boolean(short) || (isOver && !item.outcome),
    adopted: outcome ? outcome.agree >= item.need : undefined,
    agree: outcome ? outcome.agree : agreed ? agreed.agree : undefined,
    hasRecord: item.has_record || Boolean(last("write")),
    hasPage: Boolean(last("page")),
  });
};

const choosing = (what, local) => local.filter((each) => each.kind === "choose" && each.data.what === what).pop();

const chosen = (what, state, local) => {
  const event = choosing(what, local);
  if (event) return event.data.names;
  return state.chosen[what] ? state.chosen[what].names : [];
};

export const standing = (state, events, { part: cluster }) => {
  const { local, unsent, troubled } = outbox(events);
  const present = new Map(state.present.map(([entry, isPresent, by]) => [entry, { isPresent, by }]));
  for (const { kind, data } of local) {
    if (kind === "tick") present.set(data.entry, { isPresent: data.is_present, by: data.by_name });
  }
  const here = state.roll.filter(([entry]) => present.has(entry) && present.get(entry).isPresent);
  const mine = cluster ? here.filter((each) => each[4] === cluster) : here;
  const event = (kind) => local.filter((each) => each.kind === kind).pop();
  const opening = event("open");
  const closing = event("close");
  const opened = Boolean(opening) || ["open", "closed"].includes(state.meeting.stage);
  const items = state.items.map((each) => standingOf(each, local, opened, cluster, state.clusters.length > 0));
  return {
    present,
    count: here.length,
    checkedIn: mine.length,
    opened,
    openKey: opening && opening.key,
    openedAt: opening ? opening.happened_at : state.meeting.opened_at,
    closed: Boolean(closing) || state.meeting.stage === "closed",
    closeKey: closing && closing.key,
    closedAt: closing ? closing.happened_at : state.meeting.closed_at,
    items,
    secretary: chosen("secretary", state, local),
    tellers: chosen("tellers", state, local),
    tellersKey: (choosing("tellers", local) || {}).key,
    unsent,
    troubled,
  };
};
