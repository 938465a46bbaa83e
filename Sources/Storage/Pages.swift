/// A sorted table that is read page by page: nothing is held open between two of them.
struct Pages<Element> {
    typealias Fetch = (StoreConnection, Element?, Int) throws(StorageError) -> [Element]

    private let connection: StoreConnection
    private let fetch: Fetch
    private var page: ArraySlice<Element> = []
    private var last: Element?
    private var isAtEnd = false
    private static var length: Int { 1024 }

    init(_ connection: StoreConnection, _ fetch: @escaping Fetch) {
        self.connection = connection
        self.fetch = fetch
    }

    mutating func first() throws(StorageError) -> Element? {
        if page.isEmpty, !isAtEnd {
            let next = try fetch(connection, last, Self.length)
            page = next[...]
            last = next.last
            isAtEnd = next.count < Self.length
        }
        return page.first
    }

    mutating func removeFirst() { page.removeFirst() }
}
