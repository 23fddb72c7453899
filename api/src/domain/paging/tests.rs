use super::{Cursor, EXACT_TOTAL, Order, PagingError, Sort, assemble, size, size_or};
use contract::limits;

fn cursor(backwards: bool) -> Cursor {
    Cursor { order: "Number+".to_owned(), key: "7".to_owned(), id: 7, backwards }
}

#[test]
fn cursors_come_back_as_they_went() {
    let text = cursor(true).encode();
    assert_eq!(Cursor::decode(Some(&text), "Number+"), Ok(Some(cursor(true))));
    assert_eq!(Cursor::decode(Some(&text), "Number-"), Err(PagingError::Cursor));
    assert_eq!(Cursor::decode(None, "Number+"), Ok(None));
    assert_eq!(Cursor::decode(Some(""), "Number+"), Ok(None));
    for wrong in ["%", "e30", "bm9wZQ"] {
        assert_eq!(Cursor::decode(Some(wrong), "Number+"), Err(PagingError::Cursor), "{wrong}");
    }
}

#[test]
fn sizes_have_limits() {
    assert_eq!(size(None), Ok(i64::from(limits::PAGE_SIZE)));
    assert_eq!(size_or(None, 50), Ok(50));
    assert_eq!(size(Some(limits::PAGE_SIZE_MAX)), Ok(i64::from(limits::PAGE_SIZE_MAX)));
    assert_eq!(
        (size(Some(0)), size(Some(limits::PAGE_SIZE_MAX + 1))),
        (Err(PagingError::Size), Err(PagingError::Size))
    );
}

#[test]
fn orders_are_read() {
    assert_eq!(Order::parse(None, None), Ok(Order { sort: Sort::Deadline, descending: false }));
    assert_eq!(Order::parse(Some("title"), Some("desc")), Ok(Order { sort: Sort::Title, descending: true }));
    let unknown = |name, value: &str| Err(PagingError::Unknown { name, value: value.to_owned() });
    assert_eq!(Order::parse(Some("colour"), None), unknown("sort", "colour"));
    assert_eq!(Order::parse(None, Some("up")), unknown("order", "up"));
}

#[test]
fn pages_tell_what_is_before_and_after_them() {
    let page = |rows: Vec<i64>, cursor: Option<&Cursor>| {
        assemble(rows, 2, cursor, EXACT_TOTAL + 1, |id| ("Number+".to_owned(), id.to_string(), *id))
    };
    let first = page(vec![1, 2, 3], None);
    assert_eq!((first.items, first.prev_cursor.is_some(), first.next_cursor.is_some()), (vec![1, 2], false, true));
    assert_eq!((first.total, first.total_is_lower_bound), (EXACT_TOTAL, true));
    let last = page(vec![8], Some(&cursor(false)));
    assert_eq!((last.items, last.prev_cursor.is_some(), last.next_cursor.is_some()), (vec![8], true, false));
    let before = page(vec![6, 5, 4], Some(&cursor(true)));
    assert_eq!((before.items, before.prev_cursor.is_some(), before.next_cursor.is_some()), (vec![5, 6], true, true));
}
