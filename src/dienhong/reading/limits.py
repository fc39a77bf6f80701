"""How much of the machine one file may cost."""

from dataclasses import dataclass

MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for reading one file. Sizes in bytes, times in seconds."""

    file_bytes: int = 64 * MB
    plain_bytes: int = 2 * MB  # plain text up to this size is read without the jail
    memory_bytes: int = 512 * MB
    cpu_seconds: int = 10
    wall_seconds: int = 10
    answer_bytes: int = 64 * MB  # what the jail may send back

    members: int = 5_000  # files inside a package
    package_bytes: int = 400 * MB  # all of them together, as declared
    part_bytes: int = 32 * MB  # one of them, as unpacked

    lines: int = 200_000
    characters: int = 10_000_000
    pages: int = 2_000
    rows: int = 200_000
    columns: int = 512
    cells: int = 2_000_000

    ocr_pages: int = 120
    ocr_seconds: int = 60  # for one page
    ocr_memory_bytes: int = 1024 * MB
    office_seconds: int = 60  # for LibreOffice to convert one file
    office_memory_bytes: int = 4096 * MB  # address space it maps, not what it uses


LIMITS = Limits()
