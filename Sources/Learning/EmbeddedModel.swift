import CModels

extension ModelBytes {
    /// The model of `CModels` whose file is called `name`.bin, where it lies in the program.
    /// - Precondition: there is such a model; a test reads each.
    package init(embeddedModel name: String) {
        guard let model = sayso_model_named(name) else { preconditionFailure("no model is named \(name)") }
        self.init(embedded: model.pointee.bytes, count: model.pointee.count)
    }

    /// What is made of the embedded model of a name.
    /// - Precondition: the model was built with this program; a test opens each.
    package static func embedded<Model>(_ name: String, _ open: (ModelBytes) throws -> Model) -> Model {
        do {
            return try open(ModelBytes(embeddedModel: name))
        } catch {
            preconditionFailure("the embedded model \(name) is unusable: \(error)")
        }
    }
}
