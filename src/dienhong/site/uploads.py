"""A file that comes in is written to the disk, and never more of it than a file may be."""

from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler


class BoundedUploadHandler(TemporaryFileUploadHandler):
    """As Django's, but what is larger than the installation allows is emptied and read past.

    The form still sees how large it was: it can say so and keep everything else that was typed.
    """

    file: TemporaryUploadedFile
    is_over = False

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.is_over = False

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if self.is_over:
            return
        if start + len(raw_data) > settings.DIENHONG_UPLOAD_LIMIT:
            self.is_over = True
            self.file.seek(0)
            self.file.truncate()
            return
        super().receive_data_chunk(raw_data, start)
