#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the pictures of README and handbook: pictures.sh PICTURE SOURCES FOLDER. Each tests/golden/pictures/NAME.screen below
# SOURCES becomes FOLDER/NAME.svg in the colours of the light theme; home, which shows every theme, becomes one for each of them too.
set -eu
picture=$1 sources=$2 folder=$3
screens=$sources/tests/golden/pictures

mkdir -p "$folder"
for screen in "$screens"/*.screen; do
    name=${screen##*/}
    "$picture" "$sources/themes/light.theme" "$screen" >"$folder/${name%.screen}.svg"
done
for language in de en; do
    for theme in dark contrast console; do
        "$picture" "$sources/themes/$theme.theme" "$screens/$language-home.screen" >"$folder/$language-home-$theme.svg"
    done
done
