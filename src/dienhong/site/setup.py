"""An installation begins: its first place and its first administrator, entered on the command line."""

import argparse
import getpass
import sys
from datetime import date

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from dienhong.foundations.actors import Role
from dienhong.ledger import actions as ledger
from dienhong.registry.actions import places
from dienhong.registry.models import Locality, Person, Post, User
from dienhong.registry.rows import parse_day
from dienhong.site import serving
from lawcore.vietnamese import nfc, search_folded

WORDS = {"province": ("tỉnh", "thành phố"), "commune": ("xã", "phường", "đặc khu")}


def _place(text: str, kind: str, since: date, parent: Locality | None) -> Locality:
    """The word, then the name: "xã Bến Sậy". The code is the name without diacritics."""
    word = next((word for word in WORDS[kind] if nfc(text).lower().startswith(word + " ")), None)
    if word is None:
        raise ValueError(f"Viết đủ, ví dụ: {WORDS[kind][0]} Tên (nhận được: {text})")
    name = nfc(text)[len(word) :].strip()
    code = search_folded(name).replace(" ", "-")
    return places.found_first_locality(code=code, kind=kind, word=word, name=name, valid_from=since, parent=parent)


@transaction.atomic
def begin(*, province: str, commune: str | None, since: date, name: str, username: str, password: str) -> User:
    """The first places, and one person who may give posts and accounts to others from then on."""
    top = _place(province, "province", since, None)
    home = _place(commune, "commune", since, top) if commune else top
    person = Person.objects.create(name=nfc(name), locality=home, search=search_folded(name))
    user = User(username=username, person=person)
    validate_password(password, user)
    user.set_password(password)
    user.save()
    for role in (Role.ADMINISTRATOR, Role.REGISTRAR):
        Post.objects.create(person=person, locality=home, title="Quản trị hệ thống", role=role, starts_on=since)
    ledger.append(
        kind="installation.begun", subject=f"registry.user:{user.pk}", by="system", locality=home.code, data={}
    )
    return user


def run(options: argparse.Namespace) -> int:
    since = parse_day(options.since)
    if since is None:
        sys.stderr.write("Ngày viết ngày/tháng/năm, ví dụ 01/07/2025.\n")
        return 2
    serving.prepare()
    password = getpass.getpass("Mật khẩu của người quản trị (ít nhất 10 ký tự): ")
    try:
        begin(
            province=options.province,
            commune=options.commune,
            since=since,
            name=options.name,
            username=options.username,
            password=password,
        )
    except (ValueError, ValidationError) as refusal:
        lines = refusal.messages if isinstance(refusal, ValidationError) else [str(refusal)]
        sys.stderr.write("\n".join(lines) + "\n")
        return 2
    sys.stdout.write("Đã lập. Chạy `dienhong serve --with-worker`, đăng nhập và bật mã một lần.\n")
    return 0
