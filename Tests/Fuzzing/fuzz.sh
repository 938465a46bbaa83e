#!/usr/bin/env bash
# Fuzzes a reader with libFuzzer and the address sanitizer, from the small corpus beside this script.
#
#     Tests/Fuzzing/fuzz.sh html 600        one reader (a folder of corpus/) for that many seconds
#     Tests/Fuzzing/fuzz.sh all 600         each of them in turn
#
# Builds the modules that loading needs, and nothing else, in .build-fuzz (about a minute). New inputs stay there; what made
# a reader fail is left in .build-fuzz/findings and the exit status is not 0.
set -euo pipefail

reader=${1:?usage: fuzz.sh READER|all [SECONDS]}
seconds=${2:-600}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$root/.build-fuzz
sources=$work/package/Sources
mkdir -p "$sources" "$work/findings"

for module in TextModel Loading WordLists CWordLists CLibCSV CZlib CZstd CBrotli CLibXML2; do
    ln -sfn "$root/Sources/$module" "$sources/$module"
done
for module in ReaderFuzz CLibFuzzer; do ln -sfn "$here/$module" "$sources/$module"; done
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
        .systemLibrary(name: "CLibFuzzer"),
        .target(
            name: "Loading",
            dependencies: ["TextModel", "WordLists", "CLibCSV", "CZlib", "CZstd", "CBrotli", "CLibXML2"]),
        .executableTarget(name: "ReaderFuzz", dependencies: ["Loading", "TextModel", "CLibFuzzer"]),
    ],
    swiftLanguageModes: [.v6]
)
MANIFEST
swift build --package-path "$work/package" --scratch-path "$work/build" -c release --product ReaderFuzz --quiet \
    -Xswiftc -use-ld=lld -Xswiftc -sanitize=fuzzer,address -Xswiftc -enforce-exclusivity=checked

# The names that readers know, for the fuzzer to put in.
{
    grep -oE '[A-Za-z][A-Za-z.-]+' "$root/Sources/Loading/Markup/MarkupName.swift"
    grep -oE '"[a-z_-]+"' "$root/Sources/Loading/JSON/ArticleField.swift" | tr -d '"'
} | sort -u | sed 's/.*/"&"/' >"$work/names.dict"

fuzz() { # fuzz READER
    echo "==> $1, $seconds s"
    mkdir -p "$work/corpus/$1"
    READER=$1 "$work/build/release/ReaderFuzz" "$work/corpus/$1" "$here/corpus/$1" \
        -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=65536 -dict="$work/names.dict" \
        -print_final_stats=1 -artifact_prefix="$work/findings/$1-"
}

failed=()
if [ "$reader" = all ]; then
    for folder in "$here"/corpus/*/; do fuzz "$(basename "$folder")" || failed+=("$(basename "$folder")"); done
else
    fuzz "$reader" || failed+=("$reader")
fi
if [ ${#failed[@]} -gt 0 ]; then echo "findings of ${failed[*]} in $work/findings" >&2; exit 1; fi
