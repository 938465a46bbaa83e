#!/usr/bin/env bash
# Measures each component of the engine by itself: speed on one core beside gzip, and instructions per token.
#
#     Tests/Benchmarks/components.sh .build/release/sayso-train        the second table of `make bench`
#
# Speeds are of the fastest of RUNS passes, in the processor's time. Instructions are counted by callgrind as the
# difference of two passes and one, so start and reading do not count; they hardly vary from run to run, whatever else
# the machine does, and show a regression that the seconds hide. (valgrind knows no AVX-512: the parser's count is that
# of AVX2.) Without valgrind the column stays empty.
#
#     RUNS=5                   passes
#     BENCH_COMPONENTS_MB=2    text, in MB
#     BENCH_INPUT=FILE         JSON Lines of your own, to be repeated instead of the articles in Pipelines/
set -euo pipefail

train=${1:?usage: components.sh PATH-OF-SAYSO-TRAIN}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
sources=("${BENCH_INPUT:-$here/../../Pipelines}")
scratch=$(mktemp -d "${TMPDIR:-/tmp}/sayso-bench.XXXXXX")
trap 'rm -rf "$scratch"' EXIT

for size in "${BENCH_COMPONENTS_MB:-2}" 0.2; do
    python3 -B "$here/generate_input.py" "$size" "$scratch/$size" "${sources[@]}" >/dev/null
done
text="$scratch/${BENCH_COMPONENTS_MB:-2}"
# valgrind cannot read the debug information that Swift writes.
if command -v valgrind >/dev/null; then strip --strip-debug -o "$scratch/train" "$train"; fi

instructions() { # instructions COMPONENT PASSES
    valgrind --tool=callgrind --callgrind-out-file=/dev/null \
        "$scratch/train" bench "$scratch/0.2.jsonl" --only "$1" --passes "$2" 2>&1 >"$scratch/tokens" \
        | sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}

per_token() { # per_token COMPONENT: nothing where valgrind is not there or fails
    [ -x "$scratch/train" ] || return 0
    local one two
    one=$(instructions "$1" 1) && two=$(instructions "$1" 2) && [ -n "$one" ] && [ -n "$two" ] || return 0
    awk -v a="$one" -v b="$two" -v tokens="$(cat "$scratch/tokens")" 'BEGIN { printf "%.0f", (b - a) / tokens }'
}

compress() { # the fastest of RUNS, in the processor's seconds
    local run TIMEFORMAT='%U %S'
    for ((run = 0; run < ${RUNS:-5}; run++)); do
        { time taskset -c 0 gzip -6 -c "$text.txt" >/dev/null; } 2>&1 | awk '{ print $1 + $2 }'
    done | sort -n | head -n 1
}

gzip_seconds=$(compress)
printf '%-30s %12s %8s %8s %14s\n' "component, 1 core" "tokens/s" "MB/s" "x gzip" "instr./token"
taskset -c 0 "$train" bench "$text.jsonl" --passes "${RUNS:-5}" | while IFS=$'\t' read -r name title tokens bytes seconds; do
    awk -v title="$title" -v tokens="$tokens" -v bytes="$bytes" -v seconds="$seconds" -v gzip="$gzip_seconds" \
        -v instructions="$(per_token "$name" </dev/null)" 'BEGIN {
            printf "%-30s %12.0f %8.2f %8.2f %14s\n", title, tokens / seconds, bytes / 1e6 / seconds, gzip / seconds, instructions
        }'
done
