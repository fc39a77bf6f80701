"""Every word of the telephone's page of a ballot round, beside those of every page of a telephone."""

from types import MappingProxyType
from typing import Final

from django.utils.translation import gettext_lazy as _

from dienhong.decisions.phone_words import COMMON, Words

WORDS: Final[Words] = MappingProxyType(
    {
        **COMMON,
        # where the round stands
        "round_of": _("Phát phiếu {village}"),
        "progress": _("Đã phát {out} hộ · đã thu {back} · còn {left} hộ chưa phát"),
        "is_early": _("Chưa chốt danh sách hộ. Có sóng, hãy chốt danh sách rồi mở lại trang này."),
        "is_announced": _("Chưa bắt đầu phát. Ngày phát đã công khai: {day}."),
        "is_collecting": _("Đang phát và thu phiếu. Thu đến {until}."),
        "is_counting": _("Đã hết thu phiếu, đang kiểm phiếu."),
        "is_settled": _("Đã có kết quả kiểm phiếu."),
        "is_named": _("Phiếu ghi tên hộ: có thể nhập câu trả lời trên phiếu đã thu."),
        "is_secret": _("Phiếu kín: máy chỉ ghi phiếu nào đã phát, đã thu, không ghi hộ trả lời thế nào."),
        "see_list": _("Xem danh sách hộ"),
        "route": _("Tuyến của máy này"),
        "which_route": _("Máy này đi tuyến nào?"),
        "which_route_hint": _("Chỉ hộ của tuyến được liệt kê. Đổi tuyến lúc nào cũng được ở trang đầu."),
        "all_routes": _("Cả danh sách"),
        "begin": _("Bắt đầu phát phiếu"),
        "begin_hint": _("Mọi phiếu đã có chữ ký Trưởng thôn (việc của thôn) hoặc dấu treo của xã (việc toàn xã)?"),
        "begin_now": _("Đã ký đủ, bắt đầu phát"),
        "too_early": _("Chưa đến ngày phát đã công khai: {day}. Phát sớm thì thời gian báo trước không đủ."),
        # at the doors
        "hand_out_slips": _("Phát phiếu"),
        "collect_slips": _("Thu phiếu"),
        "late_slips": _("Ghi phiếu nộp muộn"),
        "next_household": _("Hộ tiếp theo"),
        "hand_out": _("Đã phát phiếu số {slip}"),
        "hand_out_this": _("Đã phát phiếu này"),
        "collect": _("Đã thu phiếu số {slip}"),
        "open_household": _("Mở hộ này, việc khác"),
        "handed_out": _("Đã ghi phát phiếu số {slip} cho hộ {number}: {name}"),
        "was_collected": _("Đã ghi thu phiếu số {slip} của hộ {number}: {name}"),
        "all_have_slips": _("Hộ nào trong danh sách này cũng đã được phát phiếu."),
        "all_are_back": _("Không còn phiếu nào đang ở các hộ trong danh sách này."),
        "slip_n": _("phiếu số {n}"),
        "slip_stands": _("Phiếu số {n}: {words}"),
        "no_slip_yet": _("chưa phát phiếu"),
        "was_visited": _("chưa phát phiếu, {words}"),
        "slip_number": _("Số trên phiếu"),
        "slip_number_hint": _("Phát phiếu dự phòng thì gõ số in trên phiếu đó."),
        "no_such_slip": _("Tập phiếu chỉ có số từ 1 đến {n}. Hết phiếu dự phòng thì báo Trưởng thôn."),
        "slip_of_other": _("Phiếu số {n} in cho hộ khác. Hãy lấy phiếu của hộ này hoặc phiếu dự phòng."),
        "slip_is_out": _("Phiếu số {n} đã được ghi là phát rồi. Hãy xem lại số trên phiếu."),
        "who_took": _("Người nhận phiếu"),
        "who_gave": _("Người nộp phiếu"),
        "who_hint": _("Chỉ ghi khi không phải người đại diện hộ."),
        "something_else": _("Hỏng, trả lại, ghi nhầm"),
        "why": _("Vì sao"),
        "why_hint": _("Ghi nhầm thì phải nói vì sao. Lần ghi trước vẫn được giữ."),
        "say_why": _("Hãy ghi vì sao lần ghi trước bị nhầm."),
        "not_met": _("Đi vắng, không nhận phiếu"),
        "visit_hint": _("Hộ vẫn ở trong danh sách để đến lại. Phiếu vẫn còn trong tập."),
        "visit_words": _("Ghi chú"),
        "visit_kept": _("Đã ghi lần đến hộ {number}."),
        "answer_on_slip": _("Nhập câu trả lời trên phiếu"),
        "answer_of": _("Trên phiếu số {n}"),
        "answer_later": _("Để sau"),
        "own_words": _("Ý kiến khác của hộ"),
        "own_words_hint": _("Ghi trước khi bấm ô trả lời."),
        # the pads
        "pads": _("Tập phiếu"),
        "pads_short": _("đã in {printed}, đã phát {issued}, còn {unused}"),
        "pads_printed": _("Đã in {printed} = đã phát {issued} + chưa phát {unused}"),
        "pads_issued": _(
            "Đã phát {issued} = thu về {collected} + trả lại {handed_back} + hỏng {spoiled} + nộp muộn {late} "
            "+ đang ở hộ {missing}"
        ),
        # the count
        "end": _("Hết thu, kiểm phiếu"),
        "until": _("thu đến {at}"),
        "not_over": _("Chưa hết hạn thu ({until}) và còn {n} hộ chưa nộp phiếu nên chưa kiểm phiếu được."),
        "name_witnesses": _("Hãy ghi họ tên {n} đại diện hộ khác nhau chứng kiến kiểm phiếu."),
        "not_of_the_team": _("Người chứng kiến phải là đại diện hộ, không phải người của Tổ phát phiếu."),
        "note_left": _("Còn {n} hộ chưa được phát phiếu: vì sao"),
        "say_why_left": _("Còn {n} hộ chưa được phát phiếu. Hãy ghi rõ vì sao."),
        "household_n": _("hộ {n}"),
        "end_now": _("Khép hòm, kiểm phiếu"),
        "count": _("Kiểm phiếu"),
        "count_hint": _("Hai người đếm riêng. Người sau không xem số của người trước."),
        "count_of": _("Phiếu đếm thứ {n}"),
        "count_intro": _("Đếm phiếu thật rồi nhập. Số phải khớp với danh sách phát, thu."),
        # the minutes
        "form_04": _("Biên bản kiểm phiếu (mẫu 04)"),
        "paper_when": _("Hồi {at}, tại {place}, Tổ phát phiếu kiểm phiếu lấy ý kiến."),
        "paper_about": _("Nội dung: {about}"),
        "paper_team": _("Tổ phát phiếu:"),
        "paper_witnesses": _("Đại diện hộ chứng kiến: {names}."),
        "paper_all": _("Tổng số hộ gia đình: {n}. Thu phiếu đến {until}."),
        "paper_note": _("Ghi chú: {words}"),
        "paper_no_result": _("Chưa có kết quả kiểm phiếu."),
        "photo_there": _("Đã có ảnh biên bản đã ký."),
        # what waits
        "kind_begin": _("Bắt đầu phát phiếu"),
        "kind_slip": _("Phiếu"),
        "kind_visit": _("Lần đến nhà"),
        "kind_answer": _("Câu trả lời trên phiếu"),
        "kind_end": _("Hết thu phiếu"),
        "kind_count": _("Phiếu đếm"),
        "kind_settle": _("Chốt kết quả"),
        "kind_paper": _("Ảnh biên bản đã ký"),
        # signal, clock, memory
        "no_signal_more": _("Cứ phát và thu như thường. Máy giữ mọi việc, có sóng sẽ tự gửi."),
        "clock_behind": _("Đồng hồ máy này chậm {time}. Cứ làm: máy chủ ghi nhận và tính lại."),
        "clock_ahead": _("Đồng hồ máy này nhanh {time}. Cứ làm: máy chủ ghi nhận và tính lại."),
        "cannot_open": _("Chưa mở được đợt phát phiếu"),
        "open_with_signal": _("Hãy mở trang này một lần khi có sóng; sau đó đi phát được cả khi không có sóng."),
    }
)
