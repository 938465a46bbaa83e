#!/usr/bin/env bash
# Fuzzes a reader with libFuzzer and the address sanitizer, from the small corpus beside this script.
#
#     Tests/Fuzzing/fuzz.sh html 600        one reader (a folder of corpus/) for that many seconds
#     Tests/Fuzzing/fuzz.sh extract 600     what finds quotes and numbers in a text
#     Tests/Fuzzing/fuzz.sh all 600         each of them in turn
#
# Builds the modules that it needs, and nothing else, in .build-fuzz (about a minute; some more for extract). New inputs stay there; what made
# a reader fail is left in .build-fuzz/findings and the exit status is not 0.
set -euo pipefail

reader=${1:?usage: fuzz.sh READER|all [SECONDS]}
seconds=${2:-600}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$root/.build-fuzz
sources=$work/package/Sources
mkdir -p "$sources" "$work/findings"

for module in TextModel Loading WordLists CWordLists CLibCSV CZlib CZstd CBrotli CLibXML2 \
    CModels CDense Learning Linguistics Segmentation Tagging; do
    ln -sfn "$root/Sources/$module" "$sources/$module"
done
for module in ReaderFuzz ExtractFuzz CLibFuzzer; do ln -sfn "$here/$module" "$sources/$module"; done
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
        .target(name: "CModels", exclude: ["Models", "MODEL_CARD.md"]),
        .target(name: "CDense"),
        .target(name: "Learning", dependencies: ["CModels"], linkerSettings: [.linkedLibrary("m")]),
        .target(name: "Linguistics", dependencies: ["TextModel", "WordLists", "Learning", "CDense"]),
        .target(name: "Segmentation", dependencies: ["TextModel", "WordLists", "Learning"]),
        .target(name: "Tagging", dependencies: ["TextModel", "Linguistics", "Learning", "WordLists"]),
        .executableTarget(name: "ExtractFuzz", dependencies: ["Segmentation", "Tagging", "TextModel", "CLibFuzzer"]),
    ],
    swiftLanguageModes: [.v6]
)
MANIFEST
case $reader in
extract) products=(ExtractFuzz) ;;
all) products=(ReaderFuzz ExtractFuzz) ;;
*) products=(ReaderFuzz) ;;
esac
for product in "${products[@]}"; do
    swift build --package-path "$work/package" --scratch-path "$work/build" -c release --product "$product" --quiet \
        -Xswiftc -use-ld=lld -Xswiftc -sanitize=fuzzer,address -Xswiftc -enforce-exclusivity=checked
done

# The names that readers know, for the fuzzer to put in.
{
    grep -oE '[A-Za-z][A-Za-z.-]+' "$root/Sources/Loading/Markup/MarkupName.swift"
    grep -oE '"[a-z_-]+"' "$root/Sources/Loading/JSON/ArticleField.swift" | tr -d '"'
} | sort -u | sed 's/.*/"&"/' >"$work/names.dict"

fuzz() { # fuzz READER
    echo "==> $1, $seconds s"
    mkdir -p "$work/corpus/$1"
    local program=ReaderFuzz length=65536
    # Its work on a text is a hundred times that of reading it.
    if [ "$1" = extract ]; then program=ExtractFuzz length=4096; fi
    READER=$1 "$work/build/release/$program" "$work/corpus/$1" "$here/corpus/$1" \
        -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=$length -dict="$work/names.dict" \
        -print_final_stats=1 -artifact_prefix="$work/findings/$1-"
}

failed=()
if [ "$reader" = all ]; then
    for folder in "$here"/corpus/*/; do fuzz "$(basename "$folder")" || failed+=("$(basename "$folder")"); done
else
    fuzz "$reader" || failed+=("$reader")
fi
if [ ${#failed[@]} -gt 0 ]; then echo "findings of ${failed[*]} in $work/findings" >&2; exit 1; fi
