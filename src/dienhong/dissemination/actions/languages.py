"""Propose a second text, keep a voice; approve them, take the approval back."""

import hashlib
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.disclosures import actions as disclosures
from dienhong.disclosures import queries as published
from dienhong.disclosures.models import Disclosure, Version
from dienhong.dissemination import access, sounds
from dienhong.dissemination.actions.locked import check_words, locked, spreadable
from dienhong.dissemination.languages import NAMES, VIETNAMESE
from dienhong.dissemination.models import Ruling, Script, SecondText, Voice
from dienhong.dissemination.queries import approved_words
from dienhong.documents import actions as documents
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.registry import queries as registry
from dienhong.registry.models import Organization
from lawcore.vietnamese import nfc, search_folded

LONGEST = 20_000  # characters of a second text


@dataclass(frozen=True, slots=True)
class Words:
    """A second text as it came: typed, or read from the file it came in."""

    language: str
    text: str
    translator_name: str
    file_name: str = ""
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Sound:
    """A recording as it came. `script` or `text` is what was read."""

    language: str
    reader_name: str
    data: bytes
    script: Script | None = None
    text: SecondText | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """Who ruled, how, and whether from their own account."""

    name: str
    post: str
    note: str = ""
    is_own: bool = False
    is_approved: bool = True


@transaction.atomic
def propose_text(*, disclosure: Disclosure, words: Words, key: str, by: Actor) -> SecondText:
    """A second text beside the newest Vietnamese one, shown once a named person approves it.

    The same `key`: the same text.
    """
    disclosure = locked(disclosure)
    organization = disclosure.item.plan.organization
    access.check_make(by, organization)
    earlier = SecondText.objects.select_related("version").filter(key=key).first()
    if earlier is not None:
        _check_same(earlier.version, disclosure)
        return earlier
    version = spreadable(disclosure)
    text, translator = nfc(words.text).strip(), nfc(words.translator_name).strip()
    if words.language not in NAMES:
        raise Refused(_("Hãy chọn thứ tiếng trong danh sách."))
    if not text or not translator:
        raise Refused(_("Hãy ghi lời dịch hoặc chọn tệp, và ghi họ tên người dịch."))
    if len(text) > LONGEST:
        raise Refused(_("Lời dịch quá dài. Hãy đưa bản tóm tắt, bản đầy đủ thì kèm tệp ở nội dung công khai."))
    check_words(version, text)
    stored = documents.store(data=words.data, name=words.file_name, by=by.key) if words.data else None
    made = SecondText.objects.create(
        version=version,
        language=words.language,
        number=SecondText.objects.filter(version=version, language=words.language).count() + 1,
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        file=stored,
        file_name=words.file_name[:200] if stored else "",
        translator_name=translator,
        key=key,
        recorded_by=by.key,
    )
    _sign("second_text.proposed", made, organization, by)
    return made


@transaction.atomic
def keep_voice(*, disclosure: Disclosure, sound: Sound, key: str, by: Actor) -> Voice:
    """A recording of the newest version, played once a named person approves it. The same `key`: the same."""
    disclosure = locked(disclosure)
    organization = disclosure.item.plan.organization
    access.check_make(by, organization)
    earlier = Voice.objects.select_related("version").filter(key=key).first()
    if earlier is not None:
        _check_same(earlier.version, disclosure)
        return earlier
    version = spreadable(disclosure)
    kind, reader = sounds.kind_of(sound.data), nfc(sound.reader_name).strip()
    if kind is None:
        raise Refused(sounds.NOT_A_SOUND)
    if sound.language not in {VIETNAMESE, *NAMES}:
        raise Refused(_("Hãy chọn thứ tiếng trong danh sách."))
    if not reader:
        raise Refused(_("Hãy ghi họ tên người đọc."))
    read = sound.text or sound.script
    if read is not None and read.version_id != version.pk:
        raise Refused(_("Lời này thuộc bản trước. Hãy chọn lời của bản đang công khai."))
    if sound.text is not None and sound.text.language != sound.language:
        raise Refused(_("Thứ tiếng của bản ghi âm không khớp lời dịch đã chọn."))
    made = Voice.objects.create(
        version=version,
        language=sound.language,
        number=Voice.objects.filter(version=version, language=sound.language).count() + 1,
        script=sound.script,
        text=sound.text,
        reader_name=reader,
        file=documents.store(data=sound.data, name=f"giong-doc.{kind}", by=by.key),
        kind=kind,
        key=key,
        recorded_by=by.key,
    )
    _sign("voice.kept", made, organization, by)
    return made


@transaction.atomic
def approve(*, thing: SecondText | Voice, post: str, by: Actor) -> Ruling:
    """The actor read it, or heard it, and stands for it with their name; whoever brought it may not."""
    disclosure, last = _begun(thing)
    is_out = published.is_shown(thing.version)
    access.check_approve(by, disclosure.item.plan.organization, is_out=is_out, proposed_by=thing.recorded_by)
    return _rule(thing, disclosure, last, Said(by.name, post, is_own=True), by=by)


@transaction.atomic
def write_down_approval(*, thing: SecondText | Voice, name: str, post: str, note: str, by: Actor) -> Ruling:
    """An officer writes down who approved it and how: a monk who signed the printed sheet has no account."""
    disclosure, last = _begun(thing)
    access.check_make(by, disclosure.item.plan.organization)
    made_by = thing.translator_name if isinstance(thing, SecondText) else thing.reader_name
    proposer = registry.names_of([thing.recorded_by]).get(thing.recorded_by, "")
    if search_folded(name) in {search_folded(each) for each in (made_by, proposer) if each}:
        raise Refused(_("Người dịch, người đọc, người đưa lên không tự duyệt được. Hãy nhờ người khác."))
    if not note.strip():
        raise Refused(_("Hãy ghi người ấy đã duyệt thế nào, ví dụ: ký trên bản in ngày nào."))
    return _rule(thing, disclosure, last, Said(name, post, note), by=by)


@transaction.atomic
def take_back(*, thing: SecondText | Voice, name: str, post: str, note: str, by: Actor) -> Ruling:
    """It is shown and played no more, from now on; who decided and why stay."""
    disclosure, last = _begun(thing)
    access.check_make(by, disclosure.item.plan.organization)
    if last is None or not last.is_approved:
        raise Refused(_("Bản này chưa được duyệt nên không có gì để ngừng dùng."))
    if not note.strip():
        raise Refused(_("Hãy ghi lý do ngừng dùng."))
    return _rule(thing, disclosure, last, Said(name, post, note, is_approved=False), by=by)


def _begun(thing: SecondText | Voice) -> tuple[Disclosure, Ruling | None]:
    disclosure = locked(thing.version.disclosure)
    return disclosure, thing.rulings.order_by("-pk").first()


def _rule(thing: SecondText | Voice, disclosure: Disclosure, last: Ruling | None, said: Said, *, by: Actor) -> Ruling:
    if last is not None and last.is_approved == said.is_approved:
        return last
    name, post = nfc(said.name).strip(), nfc(said.post).strip()
    if not name or not post:
        raise Refused(_("Hãy ghi họ tên và chức danh, vai trò của người duyệt."))
    is_text = isinstance(thing, SecondText)
    ruling = Ruling.objects.create(
        text=thing if isinstance(thing, SecondText) else None,
        voice=thing if isinstance(thing, Voice) else None,
        is_approved=said.is_approved,
        person_name=name,
        person_post=post,
        is_own=said.is_own,
        note=nfc(said.note).strip(),
        recorded_by=by.key,
    )
    verb = "approved" if said.is_approved else "taken_back"
    kind = f"second_text.{verb}" if is_text else f"voice.{verb}"
    _sign(kind, thing, disclosure.item.plan.organization, by)
    disclosures.find_also_by(disclosure=disclosure, words=approved_words(disclosure))
    return ruling


def _check_same(version: Version, disclosure: Disclosure) -> None:
    if version.disclosure_id != disclosure.pk:
        raise Refused(_("Mã yêu cầu này đã dùng cho một nội dung khác. Hãy tải lại trang và gửi lại."))


def _sign(kind: str, thing: SecondText | Voice, organization: Organization, by: Actor) -> None:
    is_text = isinstance(thing, SecondText)
    ledger.append(
        kind=kind,
        subject=f"dissemination.{'secondtext' if is_text else 'voice'}:{thing.pk}",
        by=by.key,
        locality=organization.locality.code,
        data={
            "disclosure": thing.version.disclosure_id,
            "version": thing.version.number,
            "language": thing.language,
            "number": thing.number,
            "sha256": thing.text_sha256 if isinstance(thing, SecondText) else thing.file.sha256,
        },
    )
