# ruff: noqa: INP001 - a script, not a package
"""Cut Noto to the letters our pages need: `python fonts.py node_modules OUT`.

Vietnamese whole, with combining tone marks for text that was not composed, and the letters of Ê Đê, M'nông,
Ba Na and Gia Rai (ƀ ĕ ŏ č ñ and ư with breve, which has no code point of its own).
"""

import sys
from pathlib import Path

from fontTools import subset

WESTERN = [*range(0x20, 0x7F), 0xA0, *map(ord, "§©«°±²³·»½×÷")]
VIETNAMESE = [*range(0x1EA0, 0x1EFA), *map(ord, "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư")]
HIGHLANDS = [*map(ord, "ƀɃČčĔĕĬĭŎŏŬŭÑñÄäÖöËëŃńʼ")]
MARKS = [0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323]
SIGNS = [*map(ord, "‘’“”–—…•−№₫‹›")]
LETTERS = [*WESTERN, *VIETNAMESE, *HIGHLANDS, *MARKS, *SIGNS]

FONTS = {
    "sans-regular.woff2": "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf",
    "sans-bold.woff2": "@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf",
    "serif-semibold.woff2": "@expo-google-fonts/noto-serif/600SemiBold/NotoSerif_600SemiBold.ttf",
}


def cut(source: Path, target: Path) -> None:
    options = subset.Options()
    options.flavor = "woff2"
    options.hinting = False
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.name_IDs = [0, 1, 2, 13, 14]  # whose it is and under which licence
    font = subset.load_font(source, options)
    absent = [chr(letter) for letter in LETTERS if letter not in font.getBestCmap()]
    if absent:
        raise SystemExit(f"{source.name} lacks {' '.join(absent)}")
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    subset.save_font(font, target, options)


if __name__ == "__main__":
    packages, out = map(Path, sys.argv[1:])
    for name, source in FONTS.items():
        cut(packages / source, out / name)
