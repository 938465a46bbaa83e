import Learning

/// What receives the features of a decision, one after another: a sum of weights where a model serves, a list where it
/// is trained.
package protocol FeatureVisitor {
    mutating func visit(_ feature: UInt64)
}

/// Adds up what a model says of the features.
///
/// Lives no longer than the model.
struct WeightSum: FeatureVisitor, BitwiseCopyable {
    private let weights: HashedWeights.Borrowed
    private var total: Int32 = 0

    @inline(__always)
    init(_ weights: HashedWeights) {
        self.weights = weights.borrowed
    }

    @inline(__always)
    mutating func visit(_ feature: UInt64) { total &+= weights[feature] }

    var score: Float { Float(total) / weights.scale }
}

/// Keeps the features.
package struct FeatureList: FeatureVisitor {
    package private(set) var features: [UInt64] = []

    package init() {}

    package mutating func visit(_ feature: UInt64) { features.append(feature) }
}

/// Gives features their numbers: each template of a decision one after another, filled with what it is about.
struct FeatureTemplates<Visitor: FeatureVisitor> {
    var visitor: Visitor
    private var template: UInt64

    /// - Parameter first: where the decision's templates begin; those of two decisions must not meet.
    init(_ visitor: Visitor, from first: UInt64) {
        self.visitor = visitor
        template = first << 32
    }

    @inline(__always)
    mutating func add(_ a: UInt64) {
        template &+= 1
        visitor.visit(FeatureHash.combine(template, a))
    }

    @inline(__always)
    mutating func add(_ a: UInt64, _ b: UInt64) {
        template &+= 1
        visitor.visit(FeatureHash.combine(template, a, b))
    }

    @inline(__always)
    mutating func add(_ a: UInt64, _ b: UInt64, _ c: UInt64) {
        template &+= 1
        visitor.visit(FeatureHash.combine(FeatureHash.combine(template, a), b, c))
    }

    @inline(__always)
    mutating func add(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) {
        template &+= 1
        visitor.visit(FeatureHash.combine(FeatureHash.combine(template, a, b), c, d))
    }
}
