#!/usr/bin/env bash
# Measures `sayso extract`: speed on one core beside gzip, scaling from one worker to two, and peak memory.
#
#     Tests/Benchmarks/bench.sh .build/release/sayso        what `make bench` runs
#
# Speeds are millions of bytes of article text a second, medians of RUNS runs. The programs take turns, so that a
# machine that gets slower or faster meanwhile does so for all of them; compare the ratios, not the seconds.
#
#     RUNS=5              runs of each
#     BENCH_SPEED_MB=40   text for the speeds, in MB
#     BENCH_MB=1000       text for the memory, in MB; 0 leaves it out
#     BENCH_INPUT=FILE    JSON Lines of your own, to be repeated instead of the articles in Pipelines/
#     TMPDIR=/tmp         where the input is made; it is removed at the end
set -euo pipefail

sayso=${1:?usage: bench.sh PATH-OF-SAYSO}
runs=${RUNS:-5}
speed_mb=${BENCH_SPEED_MB:-40}
memory_mb=${BENCH_MB:-1000}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
sources=("${BENCH_INPUT:-$here/../../Pipelines}")

for tool in python3 taskset gzip; do
    command -v "$tool" >/dev/null || { echo "bench.sh needs $tool" >&2; exit 69; }
done

scratch=$(mktemp -d "${TMPDIR:-/tmp}/sayso-bench.XXXXXX")
trap 'rm -rf "$scratch"' EXIT

generate() { # generate MB NAME: NAME.jsonl and NAME.txt with that much text; prints "bytes articles words"
    python3 -B "$here/generate_input.py" "$1" "$scratch/$2" "${sources[@]}"
}

seconds() { # seconds NAME COMMAND…: runs it and notes how long it took
    local name=$1 start=$EPOCHREALTIME
    shift
    "$@" >/dev/null
    awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.6f\n", b - a }' >>"$scratch/$name.seconds"
}

extract() { # extract CORES WORKERS
    taskset -c "$1" "$sayso" extract --workers "$2" - <"$scratch/speed.jsonl"
}

compress() {
    taskset -c 0 gzip -6 -c "$scratch/speed.txt"
}

median() {
    sort -n "$scratch/$1.seconds" | awk '{ v[NR] = $1 } END { m = int((NR + 1) / 2); print (v[m] + v[NR + 1 - m]) / 2 }'
}

line() { # line LABEL NAME REMARK
    sort -n "$scratch/$2.seconds" | awk -v label="$1" -v median="$(median "$2")" -v bytes="$bytes" -v remark="$3" '
        NR == 1 { least = $1 } { most = $1 }
        END { printf "%-34s %7.2f MB/s   %7.2f s (%.2f to %.2f)   %s\n", label, bytes / 1e6 / median, median, least, most, remark }'
}

quotient() {
    awk -v a="$1" -v b="$2" -v format="${3:-%.2f}" 'BEGIN { printf format, a / b }'
}

read -r bytes articles words < <(generate "$speed_mb" speed)
echo "$("$sayso" --version), $(nproc) cores, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)"
echo "$bytes bytes of text, $articles articles, $words words; $runs runs each"
echo

two_cores=$([ "$(nproc)" -ge 2 ] && echo yes || echo no)
extract 0 1 >/dev/null # reads the input and the program into memory, uncounted
for ((run = 0; run < runs; run++)); do
    seconds gzip compress
    seconds one_core extract 0 1
    if [ "$two_cores" = yes ]; then
        seconds one_worker extract 0,1 1
        seconds two_workers extract 0,1 2
    fi
done

line "gzip -6, 1 core" gzip ""
line "sayso extract, 1 core" one_core \
    "$(quotient "$(median gzip)" "$(median one_core)") x gzip, $(quotient "$words" "$(median one_core)" %.0f) words/s"
if [ "$two_cores" = yes ]; then
    line "sayso extract, 2 cores, 1 worker" one_worker ""
    line "sayso extract, 2 cores, 2 workers" two_workers \
        "$(quotient "$(median one_worker)" "$(median two_workers)") x one worker"
else
    echo "Scaling is left out: this machine has one core."
fi

if [ "$memory_mb" -gt 0 ]; then
    rm -f "$scratch"/speed.*
    read -r bytes articles _ < <(generate "$memory_mb" memory)
    rm -f "$scratch/memory.txt"
    peak=$(python3 -B "$here/peak_memory.py" "$scratch/memory.jsonl" "$sayso" extract --workers "$(nproc)" -)
    echo
    echo "Peak memory: $(quotient "$peak" 1000000 %.0f) MB for $bytes bytes of text, $articles articles, $(nproc) workers"
fi
