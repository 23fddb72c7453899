//! The values that were changed and not saved.

use contract::admin::ParameterView;
use std::collections::BTreeMap;

/// Values by the number of their parameter.
pub type UnsavedValues = BTreeMap<i32, String>;

/// Notes the new value of a parameter. The saved value is not a change.
pub fn set_value(unsaved: &mut UnsavedValues, saved: &[ParameterView], number: i32, value: String) {
    let saved = saved.iter().find(|parameter| parameter.id == number);
    if saved.is_some_and(|parameter| parameter.value == value) {
        unsaved.remove(&number);
    } else {
        unsaved.insert(number, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::admin::{ParameterGroup, ParameterType};
    use serde_json::json;

    #[test]
    fn a_value_that_is_set_back_is_no_change() {
        let saved: Vec<ParameterView> = serde_json::from_value(json!([{
            "id": 281, "group": ParameterGroup::ALL[0], "value_type": ParameterType::YesNo, "name": "Name",
            "help": "Help", "value": "S", "default": "N",
        }]))
        .unwrap();
        let mut unsaved = UnsavedValues::new();
        set_value(&mut unsaved, &saved, 281, "N".to_owned());
        assert_eq!(unsaved, UnsavedValues::from([(281, "N".to_owned())]));
        set_value(&mut unsaved, &saved, 281, "S".to_owned());
        assert_eq!(unsaved, UnsavedValues::new());
    }
}
