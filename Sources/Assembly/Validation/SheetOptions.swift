import Loading
import Writing

extension CSVOptions {
    /// What run.json says about how the CSV files were written; what it does not say is as by default, and a finding.
    init(recordedIn dataset: DatasetFolder, _ findings: inout [Finding]) {
        self.init()
        let record: Loading.JSONValue
        switch dataset.document(DatasetFolder.record) {
        case .success(let document): record = document
        case .failure(let fault):
            // That it is missing has been found with the other missing files.
            if FolderEntry.kind(of: dataset.path + "/" + DatasetFolder.record) != nil {
                findings.append(Finding(file: DatasetFolder.record, line: nil, what: fault.reason))
            }
            return
        }
        func option(_ name: String, _ fallback: Bool) -> Bool {
            if case .bool(let value)? = record["options"]?[name] { return value }
            findings.append(
                Finding(
                    file: DatasetFolder.record, line: nil,
                    what: "does not say options.\(name); taken to be \(fallback)"))
            return fallback
        }
        byteOrderMark = option("bom", byteOrderMark)
        spreadsheetSafe = option("spreadsheet_safe", spreadsheetSafe)
    }
}
