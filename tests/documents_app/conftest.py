"""A store of files in a folder of its own for every test."""

import pytest


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.DIENHONG_FILES = tmp_path / "files"
    return settings.DIENHONG_FILES
