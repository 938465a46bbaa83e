#!/usr/bin/env bash
# Measures `sayso load` beside zcat, which unpacks the same file: the reader of web archives alone, and with its pages.
#
#     Tests/Benchmarks/loading.sh .build/release/sayso        the third table of `make bench`
#
# Processor time on one core, medians of RUNS runs that take turns.
#
#     RUNS=5                 runs of each
#     BENCH_ARCHIVE_MB=100   HTML in the archive, in MB
#     BENCH_INPUT=FILE       JSON Lines of your own, to make the pages of instead of the articles in Pipelines/
set -euo pipefail

sayso=${1:?usage: loading.sh PATH-OF-SAYSO}
runs=${RUNS:-5}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
scratch=$(mktemp -d "${TMPDIR:-/tmp}/sayso-bench.XXXXXX")
trap 'rm -rf "$scratch"' EXIT

{ read -r page_bytes && read -r other_bytes; } < <(
    python3 -B "$here/generate_archive.py" "${BENCH_ARCHIVE_MB:-100}" "$scratch" "${BENCH_INPUT:-$here/../../Pipelines}")

seconds() { # seconds NAME COMMAND…: notes its processor time
    local name=$1
    shift
    { TIMEFORMAT='%U %S' && time taskset -c 0 "$@" >/dev/null; } 2>"$scratch/time"
    awk '{ print $1 + $2 }' "$scratch/time" >>"$scratch/$name.seconds"
}

median() {
    sort -n "$scratch/$1.seconds" | awk '{ v[NR] = $1 } END { m = int((NR + 1) / 2); print (v[m] + v[NR + 1 - m]) / 2 }'
}

line() { # line LABEL NAME BYTES ZCAT
    awk -v label="$1" -v s="$(median "$2")" -v bytes="$3" -v zcat="$(median "$4")" \
        'BEGIN { printf "%-34s %7.1f MB/s   %6.2f s   %.2f x zcat\n", label, bytes / 1e6 / s, s, s / zcat }'
}

for ((run = 0; run < runs; run++)); do
    seconds zcat_other zcat "$scratch/other.warc.gz"
    seconds other "$sayso" load "$scratch/other.warc.gz"
    seconds zcat_pages zcat "$scratch/pages.warc.gz"
    seconds pages "$sayso" load "$scratch/pages.warc.gz"
done
echo "Loading $page_bytes bytes of archive; seconds are the processor's"
line "zcat" zcat_other "$other_bytes" zcat_other
line "sayso load, no page in it" other "$other_bytes" zcat_other
line "sayso load, pages" pages "$page_bytes" zcat_pages
