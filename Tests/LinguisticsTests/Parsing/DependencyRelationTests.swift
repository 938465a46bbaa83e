import Linguistics
import Testing

@Suite struct DependencyRelationTests {
    @Test func namesLeadBack() {
        for relation in DependencyRelation.allCases {
            #expect(DependencyRelation(name: relation.name) == relation)
            #expect(relation.main.name == relation.name.prefix { $0 != ":" })
        }
    }

    @Test(arguments: [
        ("nmod:poss", DependencyRelation.nmodPoss), ("case", .case), ("flat:foreign", .flat), ("nonsense", .dep),
        ("", .dep),
    ])
    func fallsBackToTheMainRelation(name: String, relation: DependencyRelation) {
        #expect(DependencyRelation(name: name) == relation)
    }
}
