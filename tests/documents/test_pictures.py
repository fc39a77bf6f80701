"""What a telephone writes beside a picture is left out, the picture itself stays; what is broken is not given."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image

from dienhong.documents import pictures

PLACE = (21.0, 1.0, 42.5)


def taken(kind, *, turned=1, **more):
    """A picture of a telephone: with its place, its maker, its day and how it was held."""
    picture = Image.linear_gradient("L").convert("RGB").resize((64, 48))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = turned
    exif[ExifTags.Base.Make] = "Vsmart Secret"
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: PLACE, 3: "E", 4: (105.0, 51.0, 0.0)})
    out = BytesIO()
    picture.save(out, kind, exif=exif, **more)
    return out.getvalue()


def opened(data):
    return Image.open(BytesIO(data))


def pixels(data):
    return opened(data).convert("RGB").tobytes()


@pytest.mark.parametrize("more", [{}, {"progressive": True}, {"comment": b"Nha ong Ba"}, {"icc_profile": b"x" * 200}])
def test_a_photo_with_its_place_is_given_without(more):
    data = taken("JPEG", **more)
    assert opened(data).getexif().get_ifd(ExifTags.IFD.GPSInfo)[2] == PLACE
    bare = pictures.bare(data)
    assert not opened(bare).getexif()
    for told in (b"Secret", b"Nha ong Ba"):
        assert told not in bare
    assert pixels(bare) == pixels(data)
    assert opened(bare).info.get("icc_profile") == opened(data).info.get("icc_profile")


@pytest.mark.parametrize("turned", range(1, 9))
def test_which_way_up_it_is_shown_stays(turned):
    exif = opened(pictures.bare(taken("JPEG", turned=turned))).getexif()
    assert dict(exif) == ({} if turned == 1 else {ExifTags.Base.Orientation: turned})
    assert not exif.get_ifd(ExifTags.IFD.GPSInfo)


def test_what_hangs_behind_the_picture_is_cut_off():
    """Some telephones put a second picture or a film there, with a place of its own."""
    data = taken("JPEG")
    assert pictures.bare(data + taken("JPEG") + b"film") == pictures.bare(data)


def test_a_png_keeps_its_picture_and_nothing_else():
    from PIL.PngImagePlugin import PngInfo  # noqa: PLC0415 - one use

    told = PngInfo()
    told.add_text("Location", "21.0283 105.8500")
    data = taken("PNG", pnginfo=told)
    bare = pictures.bare(data + b"more")
    assert b"21.0283" not in bare
    assert b"eXIf" not in bare
    assert pixels(bare) == pixels(data)


def test_twice_is_once():
    for data in (taken("JPEG", turned=6), taken("PNG")):
        once = pictures.bare(data)
        assert pictures.bare(once) == once


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xd8", b"\xff\xd8\xff\xe0 photo", b"GIF89a", b"RIFF....WEBP", b"\xff\xd8\xff\xff"]
)
def test_what_is_no_picture_is_not_given(data):
    with pytest.raises(pictures.BrokenPicture):
        pictures.bare(data)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_file_broken_anywhere_ends_and_never_tells_the_place(data):
    whole = taken(data.draw(st.sampled_from(["JPEG", "PNG"])))
    at = data.draw(st.integers(0, len(whole)))
    try:
        bare = pictures.bare(whole[:at] + data.draw(st.binary(max_size=8)))
    except pictures.BrokenPicture:
        return
    assert b"Vsmart" not in bare
