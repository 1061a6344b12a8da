#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# For "make fuzz FUZZ=csv SECONDS=7200": libFuzzer on one parser, with clang and the sanitizers, built in the folder
# fuzz/ of the build folder. What is learned stays in fuzz/corpus/NAME, or in $CORPUS; what is found in fuzz/found/NAME.
set -eu
name=${FUZZ:?'Say which parser: make fuzz FUZZ=csv SECONDS=7200'}
seconds=${SECONDS_OF_FUZZ:-600}
corpus=${CORPUS:-$PWD/fuzz/corpus/$name}
found=$PWD/fuzz/found/$name
source=$(cd "$top_srcdir" && pwd)
mkdir -p fuzz "$corpus" "$found"
cd fuzz
[ -f Makefile ] || "$source"/configure -q CC=clang CFLAGS='-g -O1 -fsanitize=fuzzer-no-link' --enable-sanitizers
make -s tests/fuzz/libfuzzer
seeds=("$source/tests/fuzz/seeds/$name")
[ ! -d "$source/tests/fuzz/found/$name" ] || seeds+=("$source/tests/fuzz/found/$name")
export UBSAN_OPTIONS=print_stacktrace=1
FUZZ=$name exec tests/fuzz/libfuzzer -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=16384 \
    -print_final_stats=1 -artifact_prefix="$found/" "$corpus" "${seeds[@]}"
