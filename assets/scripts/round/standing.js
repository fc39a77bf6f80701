// Where the round stands: what the server said, and over it what was recorded here and is not in it yet. Pure.
import { outbox } from "../phone/log.js";
import { compared } from "../phone/sheet.js";

const HELD = ["out", "collected", "late", "handed_back"]; // a household with such a slip may not have another
const OFF = 300; // seconds by which a clock may be off and be taken at its word

// When an event happened by the server's clock, as far as this phone knows it.
const momentOf = (event) => Date.parse(event.happened_at) + (Math.abs(event.offset || 0) >= OFF ? event.offset * 1000 : 0);

export const nowOf = (app) => momentOf({ happened_at: new Date().toISOString(), offset: app.offset });

// Where every slip is that left the pads, by its number.
const placesOf = (state, local) => {
  const places = new Map(state.places.map(([slip, to, entry, by]) => [slip, { slip, to, entry, by }]));
  const until = Date.parse(state.round.collects_until);
  for (const event of local) {
    const { entry, slip, to, by_name: by } = event.data;
    if (event.kind !== "slip") continue;
    const at = to === "collected" && momentOf(event) > until ? "late" : to;
    if (to === "unused") places.delete(slip);
    else places.set(slip, { slip, to: at, entry, by });
  }
  return places;
};

// A household's slip: the one that it holds or handed in, else the newest.
const linesOf = (places) => {
  const lines = new Map();
  for (const each of places.values()) {
    const there = lines.get(each.entry);
    if (!there || !HELD.includes(there.to)) lines.set(each.entry, each);
  }
  return lines;
};

const padsOf = (printed, places) => {
  const all = [...places.values()];
  const of = (to) => all.filter((each) => each.to === to).length;
  const households = new Set(all.map((each) => each.entry)).size;
  return {
    printed, unused: printed - all.length, issued: all.length, replaced: all.length - households,
    collected: of("collected"), handed_back: of("handed_back"), spoiled: of("spoiled"), late: of("late"), missing: of("out"),
  };
};

const sheetsOf = (state, last) => {
  const sheets = {};
  for (const place of [1, 2]) {
    const event = last("count", (each) => each.data.place === place);
    if (event) sheets[place] = { counter: event.data.counter, figures: event.data.figures, note: event.data.note, key: event.key };
    else if (state.sheets.includes(place)) sheets[place] = { figures: state.figures };
  }
  const { both, apart, alike } = compared(sheets, state.differ);
  return { sheets, both, apart, agreed: alike ? sheets[1].figures : null };
};

const BEFORE = ["chosen", "planned", "plan_sent", "team_set"];

const stageOf = (state, begun, ended, settled) => {
  if (settled || state.outcome) return "settled";
  if (ended || state.round.stage === "counting") return "counting";
  if (begun || state.round.stage === "collecting") return "collecting";
  return BEFORE.includes(state.round.stage) || !state.roll.length ? "early" : "announced";
};

export const standing = (state, events, { part }) => {
  const { local, unsent, troubled } = outbox(events);
  const last = (kind, fits = () => true) => local.filter((each) => each.kind === kind && fits(each)).pop();
  const [begun, ended, settled] = [last("begin"), last("end"), last("settle")];
  const places = placesOf(state, local);
  const lines = linesOf(places);
  const visits = new Map(state.visits.map(([entry, found, words]) => [entry, { found, words }]));
  const answers = new Map(state.answers);
  for (const { kind, data } of local) {
    if (kind === "visit") visits.set(data.entry, { found: data.found, words: data.words });
    if (kind === "answer") answers.set(data.slip, data.answer);
  }
  const pads = padsOf(state.printed, places);
  const all = [...lines.values()];
  const counted = sheetsOf(state, last);
  const figures = settled ? settled.data.figures : counted.agreed;
  return Object.assign(counted, {
    stage: stageOf(state, begun, ended, settled),
    places,
    lines,
    visits,
    answers,
    pads,
    here: part ? state.roll.filter((each) => each[4] === part) : state.roll,
    reached: all.length,
    answered: all.filter((each) => HELD.includes(each.to) && each.to !== "out").length,
    holds: (entry) => (lines.has(entry) && HELD.includes(lines.get(entry).to) ? lines.get(entry) : null),
    keyOf: (entry) => (last("slip", (each) => each.data.entry === entry) || {}).key,
    figures,
    agree: state.outcome ? state.outcome.agree : figures ? figures.agree : undefined,
    endKey: ended && ended.key,
    endedAt: ended ? ended.happened_at : state.round.closed_at,
    witnesses: ended ? ended.data.names : state.round.witnesses,
    notes: [ended ? ended.data.note : state.round.note, ...state.notes, ...[1, 2].map((place) => (counted.sheets[place] || {}).note)],
    settleKey: settled && settled.key,
    hasPage: state.has_page || Boolean(last("paper")),
    unsent,
    troubled,
  });
};
