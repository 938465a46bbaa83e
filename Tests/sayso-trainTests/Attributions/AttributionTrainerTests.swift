import Foundation
import Learning
import Linguistics
import Tagging
import Testing

@testable import sayso_train

@Suite struct AttributionTrainerTests {
    private static let engine = LinguisticEngine(lexicon: Lexicon())

    private func articles() throws -> [GoldArticle] {
        let lines = (1...4).map { number in
            """
            {"doc_id": "a\(number)", "text": "Orrick said the bridge was safe. Rain fell.", "quotes": [{"content": [[12, 31]], \
            "cue": [[7, 11]], "source": [[0, 6]], "type": "indirect"}]}
            """
        }
        let decoder = JSONDecoder()
        return try lines.map { try decoder.decode(GoldArticle.self, from: Data($0.utf8)) }
    }

    private func model(seed: UInt64) throws -> [UInt8] {
        var trainer = AttributionTrainer(seed: seed)
        trainer.epochs = 2
        trainer.orders = 1
        try trainer.train(articles(), engine: Self.engine, frames: FrameTable(lexicon: Self.engine.lexicon))
        return trainer.file()
    }

    @Test func theSameArticlesAndSeedGiveTheSameModel() throws {
        #expect(try model(seed: 1) == model(seed: 1))
    }

    @Test func aTrainedModelLoads() throws {
        _ = try AttributionModel(ModelFile(ModelBytes(copying: model(seed: 2))))
    }

    @Test func anotherModelIsRefused() {
        let other = ModelFileWriter(kind: "tagger", revision: 1).file()
        #expect(throws: LearningError.self) { try AttributionModel(ModelFile(ModelBytes(copying: other))) }
    }
}
