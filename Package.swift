// swift-tools-version: 6.1
import PackageDescription

// The house, floor by floor. Arrows only point down, and peers on one floor never import each other;
// `--explicit-target-dependency-import-check error` (see the Makefile) makes that a rule.
// Sources/TextModel/README.md is the one page to read first.

let package = Package(
    name: "Sayso",
    products: [
        .library(name: "Sayso", targets: ["Assembly", "TextModel"]),
        .executable(name: "sayso", targets: ["sayso"]),
        .executable(name: "sayso-train", targets: ["sayso-train"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Floor 0: values, word lists, C libraries.
        .target(name: "TextModel", exclude: ["README.md"]),
        .target(name: "CWordLists", exclude: ["Lists", "README.md"]),
        .target(name: "WordLists", dependencies: ["CWordLists"]),
        .target(name: "CModels", exclude: ["Models", "MODEL_CARD.md"]),
        .target(name: "CDense"),
        .target(name: "CFiles"),
        .target(name: "Learning", dependencies: ["CModels"], linkerSettings: [.linkedLibrary("m")]),
        .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(name: "CBrotli", providers: [.apt(["libbrotli-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev", "pkg-config"])]),

        // Floor 1: the stages and their tools.
        .target(name: "Linguistics", dependencies: ["TextModel", "WordLists", "Learning", "CDense"]),
        .target(name: "Segmentation", dependencies: ["TextModel", "WordLists", "Learning"]),
        .target(
            name: "Loading",
            dependencies: ["TextModel", "WordLists", "CLibCSV", "CZlib", "CZstd", "CBrotli", "CLibXML2"]),
        .target(name: "Execution"),
        .target(
            name: "Storage",
            dependencies: ["TextModel", .product(name: "GRDB", package: "GRDB.swift")]),
        .target(name: "Aggregation", dependencies: ["TextModel"]),
        .target(
            name: "Writing",
            dependencies: [
                "TextModel", "CLibCSV", "CFiles", .product(name: "Crypto", package: "swift-crypto"),
            ]),

        // Floor 2: the product's own field.
        .target(name: "Tagging", dependencies: ["TextModel", "Linguistics", "Learning", "WordLists"]),

        // Floor 3: the one place that sees every stage.
        .target(
            name: "Assembly",
            dependencies: [
                "TextModel", "Linguistics", "Segmentation", "Loading", "Execution", "Storage",
                "Aggregation", "Writing", "Tagging", "Yams",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ]),

        // Floor 4: commands.
        .executableTarget(
            name: "sayso",
            dependencies: [
                "Assembly", "TextModel",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        .executableTarget(
            name: "sayso-train",
            dependencies: [
                "TextModel", "Learning", "Linguistics", "Segmentation", "Tagging", "WordLists", "CDense", "CZlib",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], exclude: ["Lists"]),

        .target(name: "TestSupport", dependencies: ["Learning"], path: "Tests/TestSupport"),
        .testTarget(name: "TextModelTests", dependencies: ["TextModel"]),
        .testTarget(name: "WordListsTests", dependencies: ["WordLists"]),
        .testTarget(name: "LearningTests", dependencies: ["Learning"]),
        .testTarget(
            name: "LinguisticsTests",
            dependencies: ["Linguistics", "Segmentation", "TestSupport", "TextModel", "Learning", "CDense", "CModels"]),
        .testTarget(
            name: "SegmentationTests", dependencies: ["Segmentation", "TestSupport", "TextModel", "Learning"]),
        .testTarget(name: "LoadingTests", dependencies: ["Loading", "TextModel", "WordLists", "CZlib", "CZstd"]),
        .target(name: "CPlanted", path: "Tests/Planted"),
        .testTarget(name: "ExecutionTests", dependencies: ["Execution", "TestSupport", "Learning", "CPlanted"]),
        .testTarget(
            name: "StorageTests",
            dependencies: ["Storage", "TextModel", .product(name: "GRDB", package: "GRDB.swift")]),
        .testTarget(name: "AggregationTests", dependencies: ["Aggregation", "TextModel"]),
        .testTarget(
            name: "WritingTests",
            dependencies: [
                "Writing", "CFiles", "Loading", "Learning", "TextModel",
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .testTarget(
            name: "TaggingTests",
            dependencies: [
                "Tagging", "Learning", "Linguistics", "Segmentation", "TestSupport", "TextModel", "WordLists",
            ], exclude: ["Quantities/quantities.tsv"]),
        .testTarget(
            name: "AssemblyTests",
            dependencies: [
                "Aggregation", "Assembly", "Learning", "Loading", "Segmentation", "Storage", "Tagging", "TestSupport",
                "TextModel", "Writing",
                .product(name: "Crypto", package: "swift-crypto"), .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["Annotated", "Golden"]),
        .testTarget(
            name: "saysoTests", dependencies: ["sayso", "Assembly", "Learning", "TextModel"],
            exclude: ["Faults/shim.c", "Schedule/cron.sh"]),
        .testTarget(
            name: "sayso-trainTests",
            dependencies: ["sayso-train", "Linguistics", "Learning", "Segmentation", "Tagging", "TextModel"]),
    ],
    swiftLanguageModes: [.v6]
)
