#!/bin/sh
# Rebuilds what src/dienhong/foundations/static/dienhong holds: style sheet, scripts, fonts, licences.
# Needs Node ≥ 20 with npm; the fonts also need PYTHON with fontTools and brotli (both come with the package).
set -eu
cd "$(dirname "$0")"
out=../src/dienhong/foundations/static/dienhong
python=${PYTHON:-../.venv/bin/python}

npm ci --ignore-scripts --no-audit --no-fund --silent
mkdir -p "$out/fonts" "$out/licences"

npx sass --no-source-map --style=compressed --pkg-importer=node --quiet-deps styles/dienhong.scss "$out/dienhong.css"
npx sass --no-source-map --style=compressed styles/meeting.scss "$out/meeting.css"
npx esbuild scripts/dienhong.js scripts/passkeys.js --bundle --format=esm --target=es2020 --minify --log-level=warning \
    --outdir="$out"
# For phones of 2018, and read by a browser that knows no modules in a worker: tests/browser/test_old_phones.py.
npx esbuild scripts/village.js scripts/village-worker.js scripts/meeting.js scripts/round.js \
    scripts/phone-worker.js --bundle --format=iife --target=chrome70 --minify --log-level=warning --outdir="$out"
"$python" fonts.py node_modules "$out/fonts"

cp node_modules/@fontsource/noto-sans-khmer/files/noto-sans-khmer-khmer-400-normal.woff2 "$out/fonts/khmer-regular.woff2"
cp licences/govuk-frontend.txt "$out/licences/govuk-frontend.txt"
cp node_modules/@expo-google-fonts/noto-sans/LICENSE_FONT "$out/licences/noto-sans.txt"
cp node_modules/@expo-google-fonts/noto-serif/LICENSE_FONT "$out/licences/noto-serif.txt"
cp node_modules/@fontsource/noto-sans-khmer/LICENSE "$out/licences/noto-sans-khmer.txt"
cp node_modules/axe-core/axe.min.js ../tests/browser/vendor/axe.min.js
cp node_modules/acorn/dist/acorn.js ../tests/browser/vendor/acorn.js
cp node_modules/acorn/LICENSE ../tests/browser/vendor/acorn-LICENSE.txt
cp node_modules/axe-core/LICENSE ../tests/browser/vendor/axe-LICENSE.txt

gzip -9 -c "$out/dienhong.css" | wc -c | xargs echo "style sheet, bytes compressed:"
gzip -9 -c "$out/dienhong.js" | wc -c | xargs echo "scripts, bytes compressed:"
cat "$out"/fonts/s*.woff2 | wc -c | xargs echo "fonts of a first page, bytes:"
cat "$out/meeting.css" "$out/meeting.js" | gzip -9 | wc -c | xargs echo "a meeting on a phone, bytes compressed:"
cat "$out/meeting.css" "$out/round.js" | gzip -9 | wc -c | xargs echo "a ballot round on a phone, bytes compressed:"
