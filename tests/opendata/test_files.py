"""The register as CSV and JSON, its dictionary, its catalogue: whole, typed, with nothing that a page withholds."""

import csv
import json
import re
from datetime import date, datetime
from io import StringIO

import pytest

from dienhong.opendata import queries
from dienhong.opendata.dictionary import COLUMNS, NAMES
from dienhong.site.cli import main
from tests.reports.conftest import client_of

pytestmark = pytest.mark.django_db
WITHHELD = ("Nguyễn Văn Tám", "Trần Thị Chín", "Hồ Văn Lành", "Toàn văn", "user:")


def body(path, status=200):
    response = client_of().get(path)
    assert response.status_code == status, path
    return (b"".join(response) if response.streaming else response.content).decode()


def rows(register, today):
    return json.loads(body(f"/du-lieu/xa/{register.code}/cong-khai-{today.year}.json"))


def test_csv_and_json_hold_the_same_rows_in_the_order_of_the_dictionary(register, today):
    path = f"/du-lieu/xa/{register.code}/cong-khai-{today.year}"
    table = list(csv.DictReader(StringIO(body(f"{path}.csv"), newline="")))
    objects = json.loads(body(f"{path}.json"))
    assert [int(each["id"]) for each in table] == [each["id"] for each in objects]
    assert len(objects) == 4
    for line, one in zip(table, objects, strict=True):
        assert tuple(line) == tuple(one) == NAMES
        assert {name: "" if value is None else str(value) for name, value in one.items()} == {
            name: value.removeprefix("'") for name, value in line.items()
        }


def test_no_cell_runs_as_a_formula(register, today):
    text = body(f"/du-lieu/xa/{register.code}/cong-khai-{today.year}.csv")
    titles = [line["title"] for line in csv.DictReader(StringIO(text, newline=""))]
    assert "'=Đường; thôn, «một»" in titles


def test_every_value_is_of_the_kind_that_the_dictionary_says(register, today):
    readers = {
        "integer": lambda value: isinstance(value, int), "date": date.fromisoformat,
        "dateTime": lambda value: datetime.fromisoformat(value).tzinfo, "string": lambda value: isinstance(value, str),
        "anyURI": lambda value: value.startswith("http://localhost:8000/cong-khai/"),
    }  # fmt: skip
    for one in rows(register, today):
        for column in COLUMNS:
            value = one[column.name]
            assert readers[column.kind](value) is not False if value is not None else not column.is_always_there


def test_what_is_out_is_named_by_its_hash_what_is_not_says_only_what_is_owed(register, today):
    found = {one["id"]: one for one in rows(register, today)}
    out, owed, gone = (found[each.pk] for each in (register.out, register.owed, register.gone))
    assert (out["title"], out["state"], out["public_on"]) == ("Dự toán ngân sách", "up", register_day(register.out))
    assert re.fullmatch("[0-9a-f]{64}", out["text_sha256"])
    assert (owed["title"], owed["state"], owed["text_sha256"]) == (register.owed.item.label, "overdue", "")
    assert (gone["title"], gone["public_on"], gone["text_sha256"]) == (register.gone.item.label, None, "")


def register_day(disclosure):
    disclosure.refresh_from_db()
    return disclosure.public_on.isoformat()


def test_nothing_that_a_page_withholds_and_nobodys_name_is_anywhere(register, today):
    code, year = register.code, today.year
    paths = [f"/du-lieu/cong-khai-{year}.{kind}" for kind in ("csv", "json")]
    paths += [f"/du-lieu/xa/{code}/{file}" for file in ("tin.atom", "niem-yet.ics", "han.ics", "danh-muc.jsonld")]
    paths += [f"/du-lieu/xa/{code}/cong-khai-{year}.csv", "/sitemap.xml", f"/sitemap/xa/{code}.xml"]
    for path in paths:
        text = re.sub("\r\n ", "", body(path))
        assert not [word for word in WITHHELD if word in text], path


def test_withdrawn_there_gone_here_with_the_next_request(register, taken_back, today):
    path = f"/du-lieu/xa/{register.code}/cong-khai-{today.year}.json"
    assert "Dự toán ngân sách" in body(path)
    taken_back(register.out)
    assert "Dự toán ngân sách" not in body(path)


def test_the_whole_installation_is_every_commune_together(register, neighbour, today):
    whole = json.loads(body(f"/du-lieu/cong-khai-{today.year}.json"))
    assert whole == rows(register, today)


def test_a_year_a_commune_or_a_kind_that_is_not_there(register, today):
    for path in ("cong-khai-1999.csv", f"cong-khai-{today.year}.xml", f"xa/khong/cong-khai-{today.year}.csv"):
        body(f"/du-lieu/{path}", status=404)
    assert client_of().post(f"/du-lieu/cong-khai-{today.year}.csv").status_code == 405


def test_the_register_is_read_some_hundreds_at_a_time(register, today, monkeypatch, django_assert_max_num_queries):
    monkeypatch.setattr(queries, "CHUNK", 1)
    assert [each.pk for each in queries.register(year=today.year)] == sorted(
        each.pk for each in (register.out, register.local, register.owed, register.gone)
    )
    monkeypatch.setattr(queries, "CHUNK", 500)
    with django_assert_max_num_queries(8):
        list(queries.register(year=today.year))


def test_the_csv_says_where_its_columns_are_described(register, today):
    path = f"/du-lieu/xa/{register.code}/cong-khai-{today.year}.csv"
    assert f'{path}-metadata.json>; rel="describedby"' in client_of().get(path)["Link"]
    described = json.loads(body(f"{path}-metadata.json"))
    assert described["@context"][0] == "http://www.w3.org/ns/csvw"
    assert described["url"].endswith(path)
    columns = described["tableSchema"]["columns"]
    assert tuple(each["name"] for each in columns) == NAMES
    assert all(each["dc:description"] and each["datatype"] for each in columns)
    body(f"/du-lieu/cong-khai-{today.year}.csv-metadata.json")


def test_the_catalogue_is_dcat_with_every_file_it_names_really_there(register, today):
    whole = json.loads(body("/du-lieu/danh-muc.jsonld"))
    assert (whole["@type"], whole["@context"]["dcat"]) == ("dcat:Catalog", "http://www.w3.org/ns/dcat#")
    for needed in ("dct:title", "dct:description", "dct:publisher", "dct:license"):
        assert whole[needed]
    identifiers = [each["@id"] for each in whole["dcat:dataset"]]
    assert len(identifiers) == len(set(identifiers)) == 2
    for each in whole["dcat:dataset"]:
        assert each["@type"] == "dcat:Dataset"
        assert each["dct:accrualPeriodicity"]["@id"].endswith("/frequency/CONT")
        assert {part["dcat:mediaType"]["@id"].rsplit("/", 1)[1] for part in each["dcat:distribution"]} == {
            "csv",
            "json",
        }
        for part in each["dcat:distribution"]:
            assert part["dct:license"]["@id"].startswith("https://")
            body(part["dcat:downloadURL"]["@id"].removeprefix("http://localhost:8000"))
    own = json.loads(body(f"/du-lieu/xa/{register.code}/danh-muc.jsonld"))
    assert own["dcat:dataset"][-1]["@id"] in identifiers


def test_the_command_line_writes_the_same_file(register, today, tmp_path, capsys):
    target = tmp_path / "so.json"
    words = ["export", "--year", str(today.year), "--commune", register.code, "--kind", "json", str(target)]
    assert main(words) == 0
    assert json.loads(target.read_text()) == rows(register, today)
    assert "Đã xuất sổ công khai" in capsys.readouterr().out
    assert main(["export", "--year", "1999", str(target)]) == 2
    assert main(["export", "--year", str(today.year), "--commune", "khong", str(target)]) == 2
    assert "Không có xã nào" in capsys.readouterr().err
