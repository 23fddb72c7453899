//! Circles of files that import each other, inside one layer.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::imports::Import;
use super::sources::Sources;

/// The imports of a layer: by importing and imported file, the first import that makes the arrow.
type Arrows<'a> = BTreeMap<(usize, usize), &'a Import>;

/// Circles, the shortest first, no two with an import in common. When none is left, there was no other.
pub fn find(sources: &Sources, imports: &[Import]) -> Vec<String> {
    let layer = |file: usize| &sources.files[file].layer;
    let inside = imports.iter().filter(|one| !one.reexports_child && layer(one.from) == layer(one.to));
    let mut arrows: Arrows = BTreeMap::new();
    for import in inside {
        arrows.entry((import.from, import.to)).or_insert(import);
    }
    let mut found = Vec::new();
    while let Some(circle) = shortest(&arrows) {
        found.push(describe(sources, &arrows, &circle));
        for arrow in steps(&circle) {
            arrows.remove(&arrow);
        }
    }
    found
}

/// The files of the shortest circle.
fn shortest(arrows: &Arrows) -> Option<Vec<usize>> {
    let files: BTreeSet<usize> = arrows.keys().map(|(from, _)| *from).collect();
    files.into_iter().filter_map(|file| circle_through(arrows, file)).min_by_key(Vec::len)
}

/// The files of the shortest circle through this one, which comes first: a breadth-first search.
fn circle_through(arrows: &Arrows, start: usize) -> Option<Vec<usize>> {
    let mut reached_from = BTreeMap::new();
    let mut queue = VecDeque::from([start]);
    while let Some(file) = queue.pop_front() {
        for (_, next) in arrows.range((file, 0)..=(file, usize::MAX)).map(|(arrow, _)| *arrow) {
            if next == start {
                let mut circle = vec![file];
                while circle.last() != Some(&start) {
                    circle.extend(circle.last().and_then(|file| reached_from.get(file)));
                }
                circle.reverse();
                return Some(circle);
            }
            if let std::collections::btree_map::Entry::Vacant(unknown) = reached_from.entry(next) {
                unknown.insert(file);
                queue.push_back(next);
            }
        }
    }
    None
}

/// The arrows of a circle.
fn steps(circle: &[usize]) -> impl Iterator<Item = (usize, usize)> {
    circle.iter().copied().zip(circle.iter().copied().cycle().skip(1))
}

fn describe(sources: &Sources, arrows: &Arrows, circle: &[usize]) -> String {
    let layer = circle.first().map_or("", |file| &sources.files[*file].layer);
    let mut lines = vec![format!("a circle of {} files in layer {layer}:", circle.len())];
    lines.extend(steps(circle).filter_map(|arrow| arrows.get(&arrow)).map(|import| {
        let (from, to) = (&sources.files[import.from], &sources.files[import.to]);
        format!("  {}:{}: import {} — {}", from.path, import.line, import.path, to.path)
    }));
    lines.join("\n")
}
