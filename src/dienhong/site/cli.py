"""The command `dienhong`. Each verb imports what it needs when it is called, so that `--help` is quick."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from dienhong.site.arguments import Parser

Verb = Callable[[argparse.Namespace], int]


def _django() -> None:
    """Django is loaded by the verbs that need the database, and by no other."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dienhong.site.settings")
    import django  # noqa: PLC0415

    django.setup()


def _manage(options: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dienhong.site.settings")
    from django.core.management import execute_from_command_line  # noqa: PLC0415

    execute_from_command_line(["dienhong manage", *options.arguments])
    return 0


def _read(options: argparse.Namespace) -> int:
    from pathlib import Path  # noqa: PLC0415

    from dienhong.reading.command import read  # noqa: PLC0415

    return read(Path(options.file), as_text=options.text, out=sys.stdout.buffer, messages=sys.stderr)


def _law(options: argparse.Namespace) -> int:
    from dienhong.foundations import clock  # noqa: PLC0415
    from dienhong.site import law  # noqa: PLC0415

    out, as_json = sys.stdout.buffer, options.json
    match options.act:
        case "list":
            return law.show_all(as_json=as_json, out=out)
        case "ask":
            today = clock.legal_day(clock.read())
            return law.ask(options.words, as_json=as_json, today=today, out=out, messages=sys.stderr.buffer)
        case _:
            return law.search(options.words, as_json=as_json, out=out)


def _demo(options: argparse.Namespace) -> int:
    _django()
    from pathlib import Path  # noqa: PLC0415

    from dienhong.site import demo  # noqa: PLC0415

    resolution = Path(options.resolution) if options.resolution else None
    return demo.run(port=options.port, resolution=resolution, serve=not options.no_serve)


def _serve(options: argparse.Namespace) -> int:
    _django()
    from dienhong.site import serving  # noqa: PLC0415

    try:
        serving.check_port(options.host, options.port)
    except serving.PortTaken as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 2
    serving.prepare()
    return serving.serve(host=options.host, port=options.port, workers=options.workers, with_worker=options.with_worker)


def _worker(options: argparse.Namespace) -> int:
    _django()
    from dienhong.site import lifeline, worker  # noqa: PLC0415

    if options.beside is not None:
        lifeline.hold(options.beside)
    worker.run_until_signalled()
    return 0


def _setup(options: argparse.Namespace) -> int:
    _django()
    from dienhong.site import setup  # noqa: PLC0415

    return setup.run(options)


def _backup(options: argparse.Namespace) -> int:
    _django()
    from dienhong.site import commands  # noqa: PLC0415

    return commands.back_up(options.file)


def _restore(options: argparse.Namespace) -> int:
    _django()
    from dienhong.site import commands  # noqa: PLC0415

    return commands.restore(options.file)


def _files(_options: argparse.Namespace) -> int:
    _django()
    from dienhong.site import commands  # noqa: PLC0415

    return commands.verify_files()


def _export(options: argparse.Namespace) -> int:
    _django()
    from dienhong.site import commands  # noqa: PLC0415

    return commands.export(options)


def _ledger(options: argparse.Namespace) -> int:
    _django()
    from dienhong.site import commands  # noqa: PLC0415

    return commands.ledger(options)


def _rolls(options: argparse.Namespace) -> int:
    _django()
    from dienhong.site import commands  # noqa: PLC0415

    return commands.rolls(options)


def _add_running(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    demo = verbs.add_parser("demo", help="tạo một xã mẫu và mở cho dùng thử")
    demo.add_argument("--port", type=int, default=8000)
    demo.add_argument("--resolution", metavar="TỆP", help="bắt đầu từ một nghị quyết của mình")
    demo.add_argument("--no-serve", action="store_true", help="chỉ tạo dữ liệu")
    demo.set_defaults(run=_demo)

    serve = verbs.add_parser("serve", help="chạy trang")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8000)
    serve.add_argument("--workers", type=int, default=2, metavar="SỐ")
    serve.add_argument("--with-worker", action="store_true", help="chạy cả việc nền")
    serve.set_defaults(run=_serve)

    worker = verbs.add_parser("worker", help="chạy việc nền: niêm phong sổ cái, nhắc việc")
    worker.add_argument("--beside", type=int, help=argparse.SUPPRESS)  # the server that started it; ends with it
    worker.set_defaults(run=_worker)

    setup = verbs.add_parser("setup", help="lập địa phương đầu tiên và người quản trị đầu tiên")
    setup.add_argument("--province", required=True, metavar="'tỉnh Tên'")
    setup.add_argument("--commune", metavar="'xã Tên'", help="bỏ trống khi lập cho cả tỉnh")
    setup.add_argument("--since", required=True, metavar="NGÀY", help="địa phương có từ ngày, ví dụ 01/07/2025")
    setup.add_argument("--name", required=True, metavar="'Họ và tên'", help="người quản trị")
    setup.add_argument("--username", required=True, metavar="TÊN")
    setup.set_defaults(run=_setup)


def _add_keeping(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    backup = verbs.add_parser("backup", help="sao lưu cơ sở dữ liệu, tệp và khóa vào một tệp")
    backup.add_argument("file", metavar="TỆP")
    backup.set_defaults(run=_backup)

    restore = verbs.add_parser("restore", help="phục hồi vào nơi còn trống từ tệp sao lưu")
    restore.add_argument("file", metavar="TỆP")
    restore.set_defaults(run=_restore)

    files = verbs.add_parser("files", help="các tệp đã nhận: kiểm tra")
    files.add_argument("act", choices=("verify",), metavar="verify", help="băm lại mọi tệp, so với lúc nhận")
    files.set_defaults(run=_files)

    export = verbs.add_parser("export", help="xuất sổ công khai của một năm, như trang Dữ liệu mở")
    export.add_argument("file", metavar="TỆP")
    export.add_argument("--year", type=int, required=True, metavar="NĂM")
    export.add_argument("--commune", metavar="MÃ", help="chỉ một xã; bỏ trống: mọi xã")
    export.add_argument("--kind", choices=("csv", "json"), default="csv", metavar="csv|json")
    export.set_defaults(run=_export)

    ledger = verbs.add_parser("ledger", help="sổ cái: kiểm tra, xuất, khóa ký")
    acts = ledger.add_subparsers(metavar="việc", required=True, dest="act")
    acts.add_parser("verify", help="kiểm tra toàn bộ sổ cái")
    acts.add_parser("seal", help="niêm phong ngay")
    public = acts.add_parser("export", help="xuất phần công khai của sổ cái")
    public.add_argument("file", metavar="TỆP")
    public.add_argument("--locality", metavar="MÃ")
    rolls = verbs.add_parser("rolls", help="danh sách hộ đã chốt: kiểm tra, xuất")
    of_rolls = rolls.add_subparsers(metavar="việc", required=True, dest="act")
    verify = of_rolls.add_parser("verify", help="tính lại mã băm của mọi bản chốt, so với lúc chốt")
    verify.add_argument("--village", metavar="MÃ", help="chỉ một thôn; bỏ trống: mọi thôn")
    one = of_rolls.add_parser("export", help="xuất một bản chốt ra CSV, có tên và địa chỉ: giữ kín")
    one.add_argument("roll", type=int, metavar="SỐ", help="số của bản chốt, in ra khi kiểm tra")
    one.add_argument("file", metavar="TỆP")
    rolls.set_defaults(run=_rolls)

    key = acts.add_parser("key", help="khóa ký")
    key.add_argument("what", choices=("new", "rotate"), metavar="new|rotate")
    ledger.set_defaults(run=_ledger)


def _add_law(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    law = verbs.add_parser("law", help="hỏi một quy tắc của luật: con số, thời hạn, điều kiện, kèm điều khoản và lý do")
    acts = law.add_subparsers(metavar="việc", required=True, dest="act")
    every = acts.add_parser("list", help="mọi quy tắc hỏi được, với các khóa và giá trị được phép")
    ask = acts.add_parser("ask", help="hỏi một quy tắc: ask decision.required matter=15.2 households=151")
    ask.add_argument("words", nargs=argparse.REMAINDER, metavar="MÃ khóa=giá-trị …")
    search = acts.add_parser("search", help="tìm quy tắc theo từ, có dấu hay không dấu")
    search.add_argument("words", nargs="+", metavar="TỪ")
    for act in (every, ask, search):
        act.add_argument("--json", action="store_true", help="in JSON cho máy đọc")
    law.set_defaults(run=_law)


def _parser() -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = Parser(
        prog="dienhong",
        description="Diên Hồng: đưa nghị quyết về dân chủ ở cơ sở vào thực hiện.",
    )
    verbs = parser.add_subparsers(metavar="lệnh", required=True)

    manage = verbs.add_parser("manage", help="lệnh quản trị của Django", add_help=False)
    manage.add_argument("arguments", nargs=argparse.REMAINDER)
    manage.set_defaults(run=_manage)

    read = verbs.add_parser("read", help="đọc một văn bản và in ra cấu trúc của nó")
    read.add_argument("file", metavar="TỆP", help="DOCX, PDF, TXT, Markdown hoặc HTML")
    form = read.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="in một đối tượng JSON (mặc định)")
    form.add_argument("--text", action="store_true", help="in các từ của văn bản theo thứ tự")
    read.set_defaults(run=_read)

    _add_law(verbs)
    _add_running(verbs)
    _add_keeping(verbs)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one verb; its result is the exit code."""
    options = _parser().parse_args(arguments)
    run: Verb = options.run
    return run(options)


if __name__ == "__main__":
    sys.exit(main())
