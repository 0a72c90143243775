/// One page of a list.
struct ListPage<Element, Key> {
    var elements: [Element]
    /// The key of the last element while more follow; `nil` ends the list.
    let next: Key?
}

/// Reads one page: as many elements as were asked for, 100 unless said, at most `most`.
/// - Parameter read: the elements behind the page before, in the order of their keys. It is asked for one more than the page
///   holds, which tells whether another page follows; more than it is asked for does no harm.
func listPage<Element, Key>(
    _ asked: UInt32, atMost most: Int = 500, by key: (Element) -> Key, read: (_ limit: Int) throws -> [Element]
) rethrows -> ListPage<Element, Key> {
    let size = pageSize(asked, atMost: most)
    var elements = try read(size + 1)
    guard elements.count > size else { return ListPage(elements: elements, next: nil) }
    elements.removeSubrange(size...)
    return ListPage(elements: elements, next: elements.last.map(key))
}

/// How many elements a page holds for which so many were asked.
func pageSize(_ asked: UInt32, atMost most: Int = 500) -> Int {
    asked == 0 ? min(100, most) : min(Int(asked), most)
}

/// Converts the cursor of a list that descends by id; 0 starts at the beginning.
func before(_ after: UInt64) -> UInt64 {
    after == 0 ? UInt64(Int64.max) : after
}
