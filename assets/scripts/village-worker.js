// Opens the pages of a village head without a signal, and sends what waits when the browser says that there is one.
import { serve } from "./offline/worker.js";
import { sendAll } from "./village/outbox.js";
import { PAGES } from "./village/pages.js";

const NOTHING =
  '<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
  "<title>Không có sóng</title><h1>Không có sóng</h1><p>Trang này chưa được giữ trên máy. Khi có sóng, hãy mở lại " +
  "trang “Cần thông báo” một lần; sau đó mở được cả khi không có sóng.</p>" +
  '<p><a href="./">Mở lại danh sách</a></p></html>';

serve({ family: PAGES, nothing: NOTHING });
self.addEventListener("sync", (event) => {
  if (event.tag === "gui") event.waitUntil(sendAll(new URL("gui/", self.registration.scope).href));
});
