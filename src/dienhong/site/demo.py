"""`make demo`: a sample commune, ready to be used, from an empty folder; started again, it is as it was left."""

import json
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.db import connection

from dienhong.documents import queries as documents
from dienhong.foundations import clock
from dienhong.ledger import commands as ledger
from dienhong.registry.models import Locality
from dienhong.sample import commune, story
from dienhong.sample.commune import SignIn
from dienhong.site import serving, worker

STEPS = 4


class NotEmpty(Exception):
    """The folder holds an installation that is not this demo."""


def _say(line: str = "") -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


@contextmanager
def _step(number: int, words: str) -> Iterator[None]:
    begin = time.monotonic()
    sys.stdout.write(f"[{number}/{STEPS}] {words}… ")
    sys.stdout.flush()
    yield
    _say(f"xong ({time.monotonic() - begin:.1f} giây)")


def _sign_in_file() -> Path:
    return Path(settings.HOME) / "dang-nhap-thu.json"


def _keep(sign_ins: list[SignIn]) -> None:
    file = _sign_in_file()
    file.touch(mode=0o600)
    file.write_text(json.dumps([asdict(each) for each in sign_ins], ensure_ascii=False, indent=1))


def _kept() -> list[SignIn]:
    return [SignIn(**each) for each in json.loads(_sign_in_file().read_text())]


def _unfinished() -> Path:
    return Path(settings.HOME) / "demo-chua-xong"


def _forget_unfinished() -> None:
    """What a demo that was cut off left behind: its own database and files, told by its own mark."""
    if _unfinished().exists() and connection.vendor == "sqlite":
        for leftover in Path(settings.HOME).glob("dienhong.sqlite3*"):
            leftover.unlink()
        shutil.rmtree(settings.DIENHONG_FILES, ignore_errors=True)


def load(resolution: Path | None) -> None:
    """Everything the demo needs; what is there already is left as it is. Cut off, it begins anew."""
    _forget_unfinished()
    with _step(1, "Tạo cơ sở dữ liệu"):
        serving.prepare()
        if not Path(settings.DIENHONG_KEY_FILE).exists():
            ledger.new_key()
    if _sign_in_file().exists() and not _unfinished().exists():
        _check_begun_from(resolution)
        return
    if Locality.objects.exists():
        raise NotEmpty(f"{settings.HOME} đã có dữ liệu của nơi khác. Hãy đặt DIENHONG_HOME vào một thư mục trống.")
    _unfinished().touch()
    with _step(2, "Lập xã mẫu Bến Sậy: thôn, cơ quan, hộ, chức danh"):
        place, sign_ins = commune.build()
    with _step(3, "Nạp nghị quyết, lập chương trình, ghi một năm hoạt động"):
        story.tell(place, at=clock.read(), resolution=resolution, run_jobs=worker.run_jobs)
    with _step(4, "Niêm phong sổ cái"):
        ledger.seal(clock.read())
    _keep(sign_ins)
    _unfinished().unlink()


def _check_begun_from(resolution: Path | None) -> None:
    """A demo that is there already is not silently shown in place of the document that was asked for."""
    if resolution is None:
        return
    if documents.stored(sha256(resolution.read_bytes()).hexdigest()) is None:
        raise NotEmpty(
            f"{settings.HOME} đã có bản dùng thử bắt đầu từ văn bản khác. "
            f"Hãy đặt DIENHONG_HOME vào một thư mục trống, hoặc thêm văn bản này ở trang Nghị quyết."
        )


def _introduce(port: int) -> None:
    _say()
    _say(f"Mở http://localhost:{port}/  (Ctrl+C để dừng)")
    _say("Đăng nhập bằng một trong các tài khoản sau; mã một lần lấy từ khóa, bằng ứng dụng xác thực bất kỳ:")
    _say()
    for each in _kept():
        _say(f"  {each.username:13} {each.password:22} khóa {each.totp_key}  {each.title}")
    _say()
    _say(f"Thư nhắc việc được ghi ra tệp trong {settings.HOME}/mail")


def run(*, port: int, resolution: Path | None, serve: bool) -> int:
    """Loads the sample, prints the sign-ins, serves the site and runs the worker beside it."""
    if resolution is not None and not resolution.is_file():
        sys.stderr.write(f"Không tìm thấy tệp {resolution}. Hãy kiểm tra lại đường dẫn.\n")
        return 2
    try:
        if serve:
            serving.check_port("127.0.0.1", port)
        load(resolution)
    except (NotEmpty, serving.PortTaken) as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 2
    _introduce(port)
    return serving.serve(host="127.0.0.1", port=port, workers=1, with_worker=True) if serve else 0
