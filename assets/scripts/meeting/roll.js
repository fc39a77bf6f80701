// Who came: the roll with a search, a household, the number pad, the camera.
import { box, button, field, h, plain, say, text } from "../phone/parts.js";

const SHOWN = 40; // rows drawn at once; the search narrows the rest down

export const household = (app, pk) => {
  const [, order, name, address] = app.state.roll.find((each) => each[0] === pk);
  const there = app.now.present.get(pk);
  const isPresent = Boolean(there && there.isPresent);
  const other = text(isPresent ? there.by : "");
  const record = async (present) => {
    const by = other.value.trim();
    if (present && !name && !by) return app.alert(say("needs_name"));
    if (await app.record("tick", { entry: pk, is_present: present, by_name: present ? by : "" })) app.go("roll");
  };
  return {
    title: say("household_of", { number: order, name: name || say("nobody") }),
    back: ["roll"],
    body: [
      address && h("p", {}, address),
      box(isPresent ? "good" : "plain", h("p", {}, isPresent ? say("is_present") : say("is_absent"))),
      field("nguoi-den-thay", say("other_came"), other, name ? say("other_came_hint") : say("needs_name")),
    ],
    bar: [
      button(isPresent ? say("still_present") : say("mark_present"), () => record(true), "hop-button--go"),
      isPresent && button(say("mark_absent"), () => record(false)),
      button(say("back_to_roll"), () => app.go("roll")),
    ],
  };
};

const row = (app, entry, redraw) => {
  const [pk, order, name, address] = entry;
  const there = app.now.present.get(pk);
  const isPresent = Boolean(there && there.isPresent);
  const act = async () => {
    if (isPresent || !name) return app.go("household", pk);
    if (await app.record("tick", { entry: pk, is_present: true, by_name: "" })) {
      app.status(say("ticked", { number: order, name }));
      redraw();
    }
  };
  return h(
    "li",
    {},
    h(
      "button",
      { type: "button", class: `hop-row${isPresent ? " hop-row--here" : ""}`, onclick: act },
      h("span", { class: "hop-row__number" }, `${order}.`),
      h("span", { class: "hop-row__name" }, name || say("nobody"), isPresent && h("span", { class: "hop-unseen" }, ` (${say("is_present")})`), h("span", { class: "hop-row__address" }, (there && there.isPresent && there.by) || address)),
      h("span", { class: "hop-row__mark", "aria-hidden": "true" }, isPresent ? "✓" : ""),
    ),
  );
};

export const roll = (app) => {
  const search = text(app.searched || "");
  search.setAttribute("type", "search");
  const list = h("ul", { class: "hop-rows" });
  const count = h("p", { class: "hop-count", "aria-live": "polite" });
  let onlyAbsent = Boolean(app.onlyAbsent);
  const draw = () => {
    const asked = plain(search.value);
    app.searched = search.value;
    const isHere = (pk) => app.now.present.has(pk) && app.now.present.get(pk).isPresent;
    const found = app.state.roll.filter(
      ([pk, order, name, address]) =>
        (!onlyAbsent || !isHere(pk)) &&
        (!asked || String(order) === asked || plain(`${name} ${address}`).includes(asked)),
    );
    list.textContent = "";
    list.append(...found.slice(0, SHOWN).map((each) => row(app, each, draw)));
    if (found.length > SHOWN) list.append(h("li", {}, h("p", {}, say("more_rows", { n: found.length - SHOWN }))));
    if (!found.length) list.append(h("li", {}, h("p", {}, say("no_row"))));
    count.textContent = say("here_of", { n: app.now.count, of: app.state.households });
  };
  search.addEventListener("input", draw);
  const toggle = button(onlyAbsent ? say("show_all") : say("show_absent"), () => {
    onlyAbsent = app.onlyAbsent = !onlyAbsent;
    toggle.textContent = onlyAbsent ? say("show_all") : say("show_absent");
    draw();
  });
  draw();
  return {
    title: say("roll"),
    back: ["home"],
    body: [count, field("tim-ho", say("search"), search), list],
    bar: [
      button(say("pad"), () => app.go("pad"), "hop-button--go"),
      window.BarcodeDetector && navigator.mediaDevices ? button(say("scan"), () => app.go("scan")) : toggle,
      button(say("done_here"), () => app.go("home")),
    ],
  };
};

const found = (app, order) => app.state.roll.find((each) => each[1] === order);

// A household found by its number: ticked at once, or asked about where something has to be said.
const arrive = async (app, order) => {
  const entry = found(app, order);
  if (!entry) return app.alert(say("no_number", { n: order }));
  const there = app.now.present.get(entry[0]);
  if (!entry[2] || (there && there.isPresent)) return app.go("household", entry[0]);
  if (await app.record("tick", { entry: entry[0], is_present: true, by_name: "" })) {
    app.status(say("ticked", { number: order, name: entry[2] }));
    return true;
  }
  return false;
};

export const pad = (app) => {
  let typed = "";
  const shown = h("p", { class: "hop-pad__shown", "aria-live": "polite" }, say("type_number"));
  const draw = () => {
    const entry = typed && found(app, Number(typed));
    shown.textContent = typed ? `${typed}${entry ? ` – ${entry[2] || say("nobody")}` : ""}` : say("type_number");
  };
  const press = (digit) => () => {
    typed = (typed + digit).slice(0, 4);
    draw();
  };
  const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9"].map((each) => button(each, press(each), "hop-key"));
  keys.push(
    button("⌫", () => {
      typed = typed.slice(0, -1);
      draw();
    }, "hop-key", { "aria-label": say("erase_digit") }),
    button("0", press("0"), "hop-key"),
    button("✓", async () => {
      if (typed && (await arrive(app, Number(typed)))) {
        typed = "";
        draw();
      }
    }, "hop-key hop-button--go", { "aria-label": say("mark_present") }),
  );
  return {
    title: say("pad"),
    back: ["roll"],
    body: [shown, h("div", { class: "hop-pad" }, ...keys)],
    bar: [button(say("search"), () => app.go("roll")), button(say("done_here"), () => app.go("home"))],
  };
};

// The number of a household in what a code says: "H5-012-K7" of the sign-in sheet, "…ho=12", "…/ho/12/" or it alone.
export const numberIn = (code) => {
  const part = /^H[0-9]+-([0-9]{3,4})-[A-Z0-9]{2}$/.exec(code.trim()) || /(?:^|[?&#/])ho[=/]([0-9]{1,4})(?![0-9])/.exec(code) || /^([0-9]{1,4})$/.exec(code.trim());
  return part ? Number(part[1]) : 0;
};

export const scan = (app) => {
  const video = h("video", { class: "hop-video", playsinline: true, muted: true });
  let stream;
  let over = false;
  const stop = () => {
    over = true;
    if (stream) stream.getTracks().forEach((each) => each.stop());
  };
  const look = async () => {
    const detector = new window.BarcodeDetector({ formats: ["qr_code"] });
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      video.srcObject = stream;
      await video.play();
    } catch (failure) {
      return app.alert(say("no_camera"));
    }
    let last = 0;
    while (!over) {
      const codes = await detector.detect(video).catch(() => []);
      const order = codes.map((each) => numberIn(each.rawValue)).find((each) => each) || 0;
      if (order && order !== last) await arrive(app, order);
      last = order || last;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  };
  look();
  return {
    title: say("scan"),
    back: ["roll"],
    leave: stop,
    body: [h("p", {}, say("scan_hint")), video],
    bar: [button(say("pad"), () => app.go("pad")), button(say("done_here"), () => app.go("home"))],
  };
};
