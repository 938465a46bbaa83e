import CLibXML2

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Collects what libxml2 reports (elements, attributes, texts) as a `MarkupTree`.
///
/// libxml2 builds no tree of its own here: half the time, a third of the memory, and nothing to free from nested nodes.
final class MarkupBuilder {
    private(set) var tree = MarkupTree()
    /// The elements around the place that is being read, outermost first.
    private var open: [Int32] = []
    private var names = NameCache()
    private let depthLimit: Int
    /// Whether the nesting went beyond the limit; nothing behind that place was taken in.
    private(set) var isTooDeep = false
    /// An entity that nobody here can tell the text of.
    var unknownEntity: String?
    /// Stops the parser; called once, when the nesting goes beyond the limit.
    var stop: (() -> Void)?

    init(depthLimit: Int, byteCount: Int) {
        self.depthLimit = depthLimit
        tree.text.reserveCapacity(byteCount / 2)
        tree.names.reserveCapacity(byteCount / 40)
        tree.ends.reserveCapacity(byteCount / 40)
        tree.parents.reserveCapacity(byteCount / 40)
        tree.ranges.reserveCapacity(byteCount / 40)
        tree.values.reserveCapacity(byteCount / 6)
    }

    /// - Parameter prefix: of the name in XML; `media:content` is not `content`.
    func begin(_ name: UnsafePointer<xmlChar>, prefix: UnsafePointer<xmlChar>? = nil) {
        if open.count >= depthLimit {
            isTooDeep = true
            stop?()
            return
        }
        let first = Int32(tree.attributes.count)
        append(prefix.map(Self.isForeign) ?? false ? .other : names.name(name), first..<first)
        open.append(Int32(tree.count - 1))
    }

    /// The prefixes of those additions to feeds that use the names of feeds for something else.
    private static func isForeign(_ prefix: UnsafePointer<xmlChar>) -> Bool {
        ["media", "itunes", "podcast", "image", "cc"].contains(String(cString: prefix))
    }

    /// Adds to the element that was just begun, when anybody will ask for it.
    func attribute(_ name: UnsafePointer<xmlChar>, _ value: UnsafeBufferPointer<UInt8>) {
        let known = names.name(name)
        guard known != .other, !isTooDeep, let element = open.last else { return }
        let start = Int32(tree.values.count)
        tree.values.append(contentsOf: value)
        tree.attributes.append(MarkupTree.Attribute(name: known, value: start..<Int32(tree.values.count)))
        tree.ranges[Int(element)] = tree.ranges[Int(element)].lowerBound..<Int32(tree.attributes.count)
    }

    func end() {
        guard !isTooDeep else { return }
        closeInnermost()
    }

    private func closeInnermost() {
        guard let element = open.popLast() else { return }
        tree.ends[Int(element)] = Int32(tree.count)
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        let start = Int32(tree.text.count)
        tree.text.append(contentsOf: bytes)
        let end = Int32(tree.text.count)
        // libxml2 hands out long texts in pieces.
        if let last = tree.names.last, last == .text, tree.parents.last == open.last ?? -1 {
            tree.ranges[tree.count - 1] = tree.ranges[tree.count - 1].lowerBound..<end
        } else {
            append(.text, start..<end)
            tree.ends[tree.count - 1] = Int32(tree.count)
        }
    }

    /// Closes what is still open.
    func finish() {
        while !open.isEmpty { closeInnermost() }
    }

    private func append(_ name: MarkupName, _ range: Range<Int32>) {
        tree.names.append(name)
        tree.ends.append(0)
        tree.parents.append(open.last ?? -1)
        tree.ranges.append(range)
    }
}

/// libxml2 keeps one copy of each name while it parses, so a name that was seen before is told by its address.
private struct NameCache {
    private var entries = [(address: UInt, name: MarkupName)](repeating: (0, .other), count: 512)

    mutating func name(_ spelling: UnsafePointer<xmlChar>) -> MarkupName {
        let address = UInt(bitPattern: spelling)
        let slot = Int((address ^ address >> 9) & 511)
        if entries[slot].address == address { return entries[slot].name }
        let name = MarkupName(spelling: String(cString: spelling))
        entries[slot] = (address, name)
        return name
    }
}

extension MarkupBuilder {
    /// Runs one of libxml2's parsers over bytes in memory and collects what it reports.
    /// - Parameters:
    ///   - handlers: in the place of libxml2's own, which would build a tree; they get a builder as their context.
    ///   - create: makes the parser's context; nil for want of memory.
    ///   - run: sets the options and gives the function that parses.
    ///   - check: what must hold at the end, besides the depth.
    static func tree(
        of bytes: UnsafeBufferPointer<UInt8>, depthLimit: Int, handlers: xmlSAXHandler,
        create: (UnsafePointer<CChar>?, Int32) -> xmlParserCtxtPtr?,
        run: (xmlParserCtxtPtr) -> (xmlParserCtxtPtr?) -> Int32,
        check: (xmlParserCtxtPtr, MarkupBuilder) throws(MarkupFault) -> Void = { _, _ in }
    ) throws(MarkupFault) -> MarkupTree {
        guard bytes.count <= Int32.max,
            let context = bytes.withMemoryRebound(to: CChar.self, { create($0.baseAddress, Int32($0.count)) })
        else { throw .noParser }
        defer { xmlFreeParserCtxt(context) }
        let builder = MarkupBuilder(depthLimit: depthLimit, byteCount: bytes.count)
        let parse = run(context)
        context.pointee.sax.pointee = handlers
        context.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
        withExtendedLifetime(builder) {
            // The handlers see the parser only through the builder, so they stop it through this.
            builder.stop = { xmlStopParser(context) }
            _ = parse(context)
            builder.stop = nil
        }
        builder.finish()
        if builder.isTooDeep { throw .tooDeep(limit: depthLimit) }
        try check(context, builder)
        return builder.tree
    }

    /// The builder behind the pointer that libxml2 passes back.
    static func at(_ context: UnsafeMutableRawPointer?) -> MarkupBuilder? {
        context.map { Unmanaged<MarkupBuilder>.fromOpaque($0).takeUnretainedValue() }
    }

    static func bytes(_ start: UnsafePointer<xmlChar>?, _ count: Int32) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: start, count: Int(max(count, 0)))
    }

    static func bytes(_ string: UnsafePointer<xmlChar>?) -> UnsafeBufferPointer<UInt8> {
        guard let string else { return UnsafeBufferPointer(start: nil, count: 0) }
        return string.withMemoryRebound(to: CChar.self, capacity: 1) { chars in
            UnsafeBufferPointer(start: string, count: strlen(chars))
        }
    }
}
