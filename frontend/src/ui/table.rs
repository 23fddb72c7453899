//! Tables, which become a list of cards where they do not fit.

use super::badge::screen_reader_text;
use crate::hooks::use_language;
use locales::text;
use yew::prelude::*;

/// One row of a [`Table`].
#[derive(Clone, PartialEq)]
pub struct TableRow {
    /// Unique among the rows.
    pub key: String,
    /// One cell for each column.
    pub cells: Vec<Html>,
    /// The row is dimmed: inactive, revoked.
    pub dim: bool,
}

impl TableRow {
    /// A row.
    pub fn new(key: impl ToString, cells: Vec<Html>) -> Self {
        Self { key: key.to_string(), cells, dim: false }
    }

    /// The row, dimmed or not.
    #[must_use]
    pub fn dim(mut self, dim: bool) -> Self {
        self.dim = dim;
        self
    }
}

/// Properties of [`Table`].
#[derive(Properties, PartialEq)]
pub struct TableProps {
    /// The name of the table, for screen readers.
    pub label: AttrValue,
    /// The titles of the columns; empty for the column of actions.
    pub heads: Vec<AttrValue>,
    /// The rows.
    pub rows: Vec<TableRow>,
}

/// A table. Its roles are given explicitly, because a table that is laid out as cards loses them.
#[component]
pub fn Table(props: &TableProps) -> Html {
    let language = use_language();
    let cell = |(index, cell): (usize, &Html)| {
        let head = props.heads.get(index).cloned().unwrap_or_default();
        html! { <td role="cell" class="pf-v6-c-table__td" data-label={head}>{ cell.clone() }</td> }
    };
    let row = |row: &TableRow| {
        html! {
            <tr key={row.key.clone()} role="row" class={classes!("pf-v6-c-table__tr", row.dim.then_some("sol-dim"))}>
                { for row.cells.iter().enumerate().map(cell) }
            </tr>
        }
    };
    let head = |head: &AttrValue| {
        html! {
            <th role="columnheader" scope="col" class="pf-v6-c-table__th">
                if head.is_empty() { { screen_reader_text(text!(language, "admin-actions")) } } else { { head } }
            </th>
        }
    };
    html! {
        <div class="sol-tablebox">
        <table class="pf-v6-c-table pf-m-grid-md pf-m-compact sol-table" role="table" aria-label={props.label.clone()}>
            <thead class="pf-v6-c-table__thead" role="rowgroup">
                <tr class="pf-v6-c-table__tr" role="row">{ for props.heads.iter().map(head) }</tr>
            </thead>
            <tbody class="pf-v6-c-table__tbody" role="rowgroup">{ for props.rows.iter().map(row) }</tbody>
        </table>
        </div>
    }
}
