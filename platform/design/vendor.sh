#!/usr/bin/env bash
# Fetches the design system and the font that every page uses, checks that they are what was chosen, and lays them
# beside the product's own style sheet. Run by whoever changes a version; everybody else finds the files in the tree.
set -euo pipefail
cd "$(dirname "$0")"

CSS=@digdir/designsystemet-css@1.22.0
CSS_INTEGRITY=sha512-f/+YOK1Gvl7ypdeRh0TDGs28eu8DkOPDAR+T8yLpnys9FxNWX05UNuhXJwYwRuzF9WUgjAhpJ5JKdodTDxWMEA==
INTER=@fontsource/inter@5.3.0
INTER_INTEGRITY=sha512-RofMylZmjlJEfELXeNHFWBRcSs75rGU/6bV2S2jfnvv/3rPXPGe0LgUJTklcHZ9lM4OZmAVFhcJPnACfb91A3g==

target=../src/main/resources/static/design
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fetch() { # name@version, expected integrity, folder
    local file
    file=$(npm pack --silent --pack-destination "$work" "$1")
    local got
    got=sha512-$(openssl dgst -sha512 -binary "$work/$file" | base64 -w0)
    [ "$got" = "$2" ] || { echo "$1 is not what was chosen: $got" >&2; exit 1; }
    mkdir -p "$work/$3"
    tar xzf "$work/$file" -C "$work/$3" --strip-components 1
}

fetch "$CSS" "$CSS_INTEGRITY" css
fetch "$INTER" "$INTER_INTEGRITY" inter

mkdir -p "$target/designsystemet" "$target/inter"
cp "$work/css/dist/theme/designsystemet.css" "$target/designsystemet/theme.css"
cp "$work/css/dist/src/index.css" "$target/designsystemet/designsystemet.css"
cp "$work/css/LICENSE" "$target/designsystemet/LICENSE"
for weight in 400 500 600; do
    cp "$work/inter/files/inter-latin-$weight-normal.woff2" "$target/inter/"
done
cp "$work/inter/LICENSE" "$target/inter/LICENSE"

{
    echo "# $CSS"
    echo "# $INTER"
    (cd "$target" && find designsystemet inter -type f | LC_ALL=C sort | xargs sha256sum)
} > vendored.sha256
