/// What an element does to the text in it.
enum ElementRole: UInt8 {
    /// Part of the line: its text goes on in the block around it.
    case inline
    /// Begins and ends a block of text.
    case block
    /// A line break.
    case lineBreak
    /// A cell of a table: parted from its neighbour by a blank.
    case cell
    /// Never part of an article.
    case skipped
}

/// How sure it is that an element is no part of an article.
enum Asideness: Int, Comparable {
    case none, likely, sure

    static func < (one: Asideness, other: Asideness) -> Bool { one.rawValue < other.rawValue }

    /// The share of a page's running text, in percent, from which on an element is the article whatever it says about
    /// itself: publishing systems put words such as "comments-open" or "tag-politics" on whole articles, and a tag that
    /// was not closed swallows the page.
    var shareOfArticle: Int {
        switch self {
        case .none: 0
        case .likely: 30
        case .sure: 60
        }
    }
}

extension MarkupName {
    var role: ElementRole {
        switch self {
        case .script, .style, .template, .head, .title, .meta, .link, .base, .iframe, .object, .embed, .svg, .math,
            .canvas, .audio, .video, .map, .area, .input, .button, .select, .option, .optgroup, .datalist, .textarea,
            .output, .progress, .meter, .frameset, .frame, .noframes, .applet, .param, .source, .track, .noindex, .rt,
            .rp, .img, .picture, .mediaProducer:
            .skipped
        case .br, .hr: .lineBreak
        case .td, .th: .cell
        case .html, .body, .article, .main, .section, .header, .aside, .div, .p, .h1, .h2, .h3, .h4, .h5, .h6, .hgroup,
            .address, .details, .summary, .ul, .ol, .li, .dl, .dt, .dd, .table, .thead, .tbody, .tfoot, .tr, .caption,
            .figure, .figcaption, .blockquote, .pre, .form, .fieldset, .legend, .center, .nav, .footer, .noscript,
            .dialog,
            .menu, .block, .bodyHead, .bodyContent, .abstract, .hedline, .hl1, .hl2, .media, .mediaCaption:
            .block
        default: .inline
        }
    }

    /// How sure it is that the element is no part of an article.
    var asideness: Asideness {
        switch self {
        case .nav, .footer, .dialog, .menu: .sure
        case .aside, .form, .noscript: .likely
        default: .none
        }
    }

    /// 1 to 6; nil for what is no heading.
    var headingLevel: Int? {
        switch self {
        case .h1: 1
        case .h2: 2
        case .h3: 3
        case .h4: 4
        case .h5: 5
        case .h6: 6
        default: nil
        }
    }
}
