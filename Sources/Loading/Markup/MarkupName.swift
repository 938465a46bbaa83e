/// The names of elements and attributes that the readers ask for, without prefix; everything else is `other`.
enum MarkupName: String, CaseIterable {
    // Text between tags; any name that no reader asks for.
    case text, other
    // HTML: the page and its head.
    case html, head, body, title, meta, link, script, style, base, noscript, template
    // HTML: sections.
    case article, main, section, header, footer, nav, aside, div, p, br, hr, h1, h2, h3, h4, h5, h6, hgroup, address,
        details, summary, dialog, menu
    // HTML: lists, tables, figures, quotations.
    case ul, ol, li, dl, dt, dd, table, thead, tbody, tfoot, tr, td, th, caption, figure, figcaption, blockquote, q,
        cite, pre, code
    // HTML: words in a line.
    case a, abbr, b, big, strong, em, i, u, s, strike, del, ins, mark, small, sub, sup, font, span, time, tt, kbd,
        samp, `var`, center, label, wbr, rt, rp
    // HTML: what is shown or filled in, not read.
    case img, picture, svg, math, iframe, object, embed, audio, video, canvas, map, area, form, input, button, select,
        option, optgroup, datalist, textarea, fieldset, legend, output, progress, meter, frameset, frame, noframes,
        applet, param, source, track, noindex
    // HTML: attributes.
    case `class`, id, itemprop, itemtype, role, rel, name, property, content, datetime, href, hidden,
        ariaHidden = "aria-hidden", type, lang, tag, charset, httpEquiv = "http-equiv", src
    // RSS, Atom.
    case rss, rdf = "RDF", channel, item, feed, entry, guid, pubDate, published, updated, date, author, creator,
        description, encoded, language
    // NITF.
    case nitf, docdata, docId = "doc-id", dateIssue = "date.issue", hedline, hl1, hl2, byline, byttl, dateline,
        abstract, bodyHead = "body.head", bodyContent = "body.content", bodyEnd = "body.end", block, media,
        mediaCaption = "media-caption", mediaProducer = "media-producer", pubdata, datePublication = "date.publication",
        idString = "id-string", norm,
        docCopyright = "doc.copyright", tobject, distributor, identifiedContent = "identified-content"
    // NewsML-G2.
    case newsItem, newsMessage, itemSet, itemMeta, contentMeta, contentSet, inlineXML, inlineData, headline, by,
        infoSource, contentCreated, contentModified, versionCreated, firstCreated, contenttype, literal, provider,
        remoteContent, copyrightHolder

    /// The name of this spelling.
    init(spelling: String) {
        self = Self.bySpelling[spelling] ?? .other
    }

    private static let bySpelling = [String: MarkupName](
        uniqueKeysWithValues: allCases.dropFirst(2).map { ($0.rawValue, $0) })
}
