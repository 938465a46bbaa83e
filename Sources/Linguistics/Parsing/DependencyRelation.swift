/// A relation of Universal Dependencies (version 2.16), with the subtypes that the English treebanks have.
///
/// The code of a case is part of a trained parser: add at the end only, and raise `ParserModel.revision`.
public enum DependencyRelation: UInt8, CaseIterable, Sendable {
    case root, punct, `case`, nsubj, det, advmod, obj, amod, obl, conj, compound, mark, nmod, cc, aux, cop, advcl
    case nmodPoss, xcomp, ccomp, aclRelcl, flat, parataxis, nummod, appos, acl, auxPass, nsubjPass, oblUnmarked
    case nmodUnmarked, discourse, compoundPrt, iobj, list, expl, fixed, nmodDesc, oblAgent, csubj, nsubjOuter
    case detPredet, vocative, goeswith, advclRelcl, ccPreconj, reparandum, orphan, csubjPass, dislocated, dep
    case csubjOuter

    /// As the treebanks write it: "nsubj:pass".
    public var name: String {
        switch self {
        case .nmodPoss: "nmod:poss"
        case .aclRelcl: "acl:relcl"
        case .auxPass: "aux:pass"
        case .nsubjPass: "nsubj:pass"
        case .oblUnmarked: "obl:unmarked"
        case .nmodUnmarked: "nmod:unmarked"
        case .compoundPrt: "compound:prt"
        case .nmodDesc: "nmod:desc"
        case .oblAgent: "obl:agent"
        case .nsubjOuter: "nsubj:outer"
        case .detPredet: "det:predet"
        case .advclRelcl: "advcl:relcl"
        case .ccPreconj: "cc:preconj"
        case .csubjPass: "csubj:pass"
        case .csubjOuter: "csubj:outer"
        default: "\(self)"
        }
    }

    /// Without its subtype: `nsubj` for `nsubjPass`. CoNLL 2018's LAS compares these.
    public var main: DependencyRelation {
        switch self {
        case .nsubjPass, .nsubjOuter: .nsubj
        case .csubjPass, .csubjOuter: .csubj
        case .nmodPoss, .nmodUnmarked, .nmodDesc: .nmod
        case .oblUnmarked, .oblAgent: .obl
        case .aclRelcl: .acl
        case .advclRelcl: .advcl
        case .auxPass: .aux
        case .compoundPrt: .compound
        case .detPredet: .det
        case .ccPreconj: .cc
        default: self
        }
    }

    /// The relation of that name; of its main type where the subtype is not known, `dep` where neither is.
    /// - Complexity: O(1); linear in the number of relations, for reading treebanks.
    public init(name: some StringProtocol) {
        let exact = Self.allCases.first { $0.name == name }
        self = exact ?? Self.allCases.first { $0.name == name.prefix { $0 != ":" } } ?? .dep
    }
}
