#!/usr/bin/env bash
# Fuzzes a reader with libFuzzer and the address sanitizer, from the small corpus beside this script.
#
#     Tests/Fuzzing/fuzz.sh html 600        one format (auto, text, jsonl, json, csv, tsv, html, xml, warc) for that many seconds
#     Tests/Fuzzing/fuzz.sh all 600         each of them in turn
#
# Builds the modules that loading needs, and nothing else, in .build-fuzz (about a minute). New inputs stay there; what made
# the reader fail is left in .build-fuzz/findings and the exit status is not 0.
set -euo pipefail

reader=${1:?usage: fuzz.sh READER|all [SECONDS]}
seconds=${2:-600}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$root/.build-fuzz
mkdir -p "$work/package/Sources/ReaderFuzz" "$work/findings"

for module in TextModel Loading WordLists CWordLists CLibCSV CZlib CZstd CBrotli CLibXML2; do
    ln -sfn "$root/Sources/$module" "$work/package/Sources/$module"
done
ln -sfn "$here/ReaderFuzz.swift" "$work/package/Sources/ReaderFuzz/ReaderFuzz.swift"
cat >"$work/package/Package.swift" <<'MANIFEST'
// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "ReaderFuzz",
    targets: [
        .target(name: "TextModel", exclude: ["README.md"]),
        .target(name: "CWordLists", exclude: ["Lists", "README.md"]),
        .target(name: "WordLists", dependencies: ["CWordLists"]),
        .systemLibrary(name: "CLibCSV"), .systemLibrary(name: "CZlib"), .systemLibrary(name: "CZstd"),
        .systemLibrary(name: "CBrotli"), .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
        .target(
            name: "Loading",
            dependencies: ["TextModel", "WordLists", "CLibCSV", "CZlib", "CZstd", "CBrotli", "CLibXML2"]),
        .executableTarget(name: "ReaderFuzz", dependencies: ["Loading", "TextModel"]),
    ],
    swiftLanguageModes: [.v6]
)
MANIFEST
swift build --package-path "$work/package" --scratch-path "$work/build" -c release --product ReaderFuzz \
    -Xswiftc -parse-as-library -Xswiftc -sanitize=fuzzer,address -Xswiftc -enforce-exclusivity=checked

fuzz() { # fuzz READER
    echo "==> $1, $seconds s"
    mkdir -p "$work/corpus/$1"
    READER=$1 "$work/build/release/ReaderFuzz" "$work/corpus/$1" "$here/corpus/$1" \
        -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=65536 -print_final_stats=1 \
        -artifact_prefix="$work/findings/$1-"
}

if [ "$reader" = all ]; then
    for reader in auto text jsonl json csv html xml warc; do fuzz "$reader"; done
else
    fuzz "$reader"
fi
