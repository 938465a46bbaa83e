import TextModel

/// A web address reduced to what tells an article, so that its copies under one address are found.
///
/// Scheme, "www.", fragment, a final slash and the parameters that campaigns and social networks hang on do not count;
/// neither does the case of the host. An address without path and query, which is a site's and not an article's, has no key.
enum WebAddress {
    /// - Returns: a hash; nil when the address names no article.
    /// - Complexity: O(*n*) in bytes.
    static func key(_ address: String) -> UInt64? {
        let bytes = Array(address.utf8)
        guard let scheme = schemeEnd(bytes) else { return nil }
        let hostEnd = bytes[scheme...].firstIndex { "/?#".utf8.contains($0) } ?? bytes.count
        var host = bytes[scheme..<hostEnd].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        if host.starts(with: "www.".utf8) { host.removeFirst(4) }
        let end = bytes[hostEnd...].firstIndex(of: UInt8(ascii: "#")) ?? bytes.count
        let queryStart = bytes[hostEnd..<end].firstIndex(of: UInt8(ascii: "?")) ?? end
        var path = bytes[hostEnd..<queryStart]
        while path.last == UInt8(ascii: "/") { path.removeLast() }
        let parameters = bytes[queryStart..<end].dropFirst().split(separator: UInt8(ascii: "&")).filter {
            !isCampaign($0)
        }
        guard !host.isEmpty, !path.isEmpty || !parameters.isEmpty else { return nil }
        var hash = ByteHash(host)
        hash.add(path)
        for parameter in parameters {
            hash.add(UInt8(ascii: "&"))
            hash.add(parameter)
        }
        return WordShingles.mix(hash.value)
    }

    private static func schemeEnd(_ bytes: [UInt8]) -> Int? {
        for scheme in ["http://", "https://"] where bytes.count > scheme.utf8.count {
            if zip(bytes, scheme.utf8).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 }) { return scheme.utf8.count }
        }
        return nil
    }

    /// `utm_source=…` and its like say where a reader came from, not what is read.
    private static func isCampaign(_ parameter: ArraySlice<UInt8>) -> Bool {
        let name = parameter.prefix { $0 != UInt8(ascii: "=") }
        return name.starts(with: "utm_".utf8) || campaigns.contains { name.elementsEqual($0.utf8) }
    }

    private static let campaigns = [
        "fbclid", "gclid", "dclid", "msclkid", "igshid", "mc_cid", "mc_eid", "ocid", "cmpid", "ncid", "smid", "xtor",
    ]
}
