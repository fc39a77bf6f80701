// Opens the page of a meeting or a round without a signal: at once as it is kept, for at the door nobody waits.
import { serve } from "./offline/worker.js";
import { PAGES } from "./phone/store.js";

const NOTHING =
  '<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
  `<title>Không có sóng</title><h1>Không có sóng</h1><p>${location.pathname.includes("/phieu/") ? "Trang phát phiếu" : "Trang họp"} này chưa được giữ trên máy. Khi có sóng, hãy đăng ` +
  "nhập và mở trang một lần; sau đó mở được cả khi không có sóng.</p></html>";

serve({ family: PAGES, nothing: NOTHING, keptFirst: true });
