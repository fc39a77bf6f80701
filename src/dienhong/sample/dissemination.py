"""How one disclosure of the sample commune is spread: a script, notices to village heads, a Khmer text, a sound."""

import io
import wave
from datetime import datetime, time
from math import pi, sin
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from dienhong.disclosures.models import Disclosure
from dienhong.dissemination import actions, sayings
from dienhong.dissemination.actions.languages import Sound, Words
from dienhong.foundations.actors import Actor
from dienhong.foundations.clock import legal_day

SPREAD: Final = "11.12.1"
KHMER: Final = "សូមអញ្ជើញបងប្អូនអានសេចក្តីជូនដំណឹងនេះ។"
"""Brothers and sisters, please read this notice. An example of how Khmer stands on the page, no translation."""
EDE: Final = "(Mẫu chữ Ê Đê: ƀ č ê̆ ñ ơ̆ ŏ ŭ ư̆.)"
RATE: Final = 8_000
LOUDNESS: Final = 9_000
PITCH: Final = 440


def spread(*, officer: Actor, second: Actor, at: datetime) -> None:
    """What an officer made of the fee for cleaning, up to the day `at`; another officer approved one text."""
    about = Disclosure.objects.select_related("item__plan__organization__locality").get(item__code=SPREAD)
    version = about.versions.get(number=1)
    script = actions.save_script(
        disclosure=about,
        text=sayings.proposed_script(about, version).text,
        first_on=legal_day(at),
        last_on=None,
        times=[time(5, 30), time(17)],
        key=_key("script"),
        by=officer,
    )
    actions.send_to_heads(disclosure=about, by=officer, at=at)
    khmer = Words("km", KHMER, "Thạch Sô Phia (mẫu)")
    text = actions.propose_text(disclosure=about, words=khmer, key=_key("km"), by=officer)
    actions.write_down_approval(
        thing=text, name="Danh Lung (mẫu)", post="sư cả", note="Mẫu: ký trên bản in ngày 12/8.", by=officer
    )
    ede = Words("rad", EDE, "H’Rin Niê (mẫu)")
    actions.propose_text(disclosure=about, words=ede, key=_key("rad"), by=officer)
    bell = Sound("vi", "Tiếng chuông thử, chưa có giọng người", _bell(), script=script)
    voice = actions.keep_voice(disclosure=about, sound=bell, key=_key("voice"), by=officer)
    actions.approve(thing=voice, post="Chủ tịch Ủy ban nhân dân xã", by=second)


def _bell() -> bytes:
    """One second of a fading tone."""
    tone = (int(LOUDNESS * (1 - at / RATE) * sin(2 * pi * PITCH * at / RATE)) for at in range(RATE))
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(b"".join(value.to_bytes(2, "little", signed=True) for value in tone))
    return out.getvalue()


def _key(name: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"sample:dissemination:{name}"))
