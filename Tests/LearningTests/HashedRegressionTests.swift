import Learning
import Testing

@Suite struct HashedRegressionTests {
    /// Feature 1 speaks for, feature 2 against, feature 3 says nothing.
    private func trained() -> HashedRegression {
        var model = HashedRegression(bits: 10, rate: 0.1)
        for step in 0..<200 {
            let isRight = step.isMultiple(of: 2)
            model.step([isRight ? 1 : 2, 3], gradient: isRight ? 0.5 : -0.5)
        }
        return model
    }

    @Test func learnsWhatSpeaksForAndAgainst() {
        let model = trained()
        #expect(model.score([1]) > 1)
        #expect(model.score([2]) < -1)
        #expect(abs(model.score([3])) < 0.2)
        #expect(model.score([]) == 0)
        #expect(model.slot(of: 1 << 10 | 5) == 5)
    }

    @Test func theMeanOfOneModelIsThatModel() {
        #expect(HashedRegression.mean([trained(), trained()]).score([1]) == trained().score([1]))
    }

    @Test func servesWhatWasTrained() throws {
        var file = ModelFileWriter(kind: "test", revision: 1)
        trained().write(to: &file, name: "it", cuttingAt: 1)
        let weights = try HashedWeights(ModelFile(ModelBytes(copying: file.file())), name: "it")
        withExtendedLifetime(weights) {
            let borrowed = weights.borrowed
            #expect(borrowed[1] == 127)
            #expect(borrowed[2] == -127)
            #expect(borrowed[1 << 10 | 1] == 127)
            #expect(abs(Float(borrowed[3]) / borrowed.scale - trained().score([3])) <= 1 / borrowed.scale)
        }
    }

    @Test(arguments: [[Int8](), [1, 2, 3]])
    func refusesWeightsThatAreNoPowerOfTwo(weights: [Int8]) throws {
        var file = ModelFileWriter(kind: "test", revision: 1)
        file.add("it.scale", [Float(1)])
        file.add("it.weights", weights)
        let model = try ModelFile(ModelBytes(copying: file.file()))
        #expect(throws: LearningError.self) { try HashedWeights(model, name: "it") }
    }

    @Test(arguments: [0, -1, Float.nan, .infinity])
    func refusesAScaleThatIsNone(scale: Float) throws {
        var file = ModelFileWriter(kind: "test", revision: 1)
        file.add("it.scale", [scale])
        file.add("it.weights", [Int8(1)])
        let model = try ModelFile(ModelBytes(copying: file.file()))
        #expect(throws: LearningError.self) { try HashedWeights(model, name: "it") }
    }
}
