//! Checks of accessibility with axe-core.

use super::page::Page;
use serde::Deserialize;
use serde_json::json;
use std::fmt;

/// The rules, which npm installs for the build of the SPA.
const AXE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../frontend/node_modules/axe-core/axe.min.js");

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// A rule that the page breaks, and the elements that break it.
#[derive(Debug, Deserialize)]
pub struct Violation {
    id: String,
    help: String,
    nodes: Vec<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}\n    {}", self.id, self.help, self.nodes.join("\n    "))
    }
}

/// Animations are finished first: otherwise axe would judge elements that are still fading in.
const RUN: &str = "
    const [dark, done] = arguments;
    document.documentElement.classList.toggle('pf-v6-theme-dark', dark);
    document.getAnimations().forEach((animation) => {
        try { animation.finish(); } catch { animation.cancel(); }
    });
    const options = dark ? { runOnly: ['color-contrast'] } : {};
    axe.run(document, { ...options, resultTypes: ['violations'] })
        .then(({ violations }) => done(violations.map(({ id, help, nodes }) => ({
            id,
            help,
            nodes: nodes.map((node) => `${node.target} ${node.html.slice(0, 200)} ${node.failureSummary.replace(/\\s+/g, ' ')}`),
        }))), (error) => done([{ id: 'axe', help: String(error), nodes: [] }]));";

impl Page {
    /// The rules that the page breaks. In the dark scheme only the contrast is checked, because
    /// all else is as in the light scheme.
    pub async fn violations(&self, scheme: Scheme) -> Vec<Violation> {
        let there: bool = self.execute("return 'axe' in window", vec![]).await.expect("an answer");
        if !there {
            let rules = std::fs::read_to_string(AXE).expect("axe-core: run cargo xtask spa");
            self.driver().execute(rules, vec![]).await.expect("axe-core runs");
        }
        let dark = scheme == Scheme::Dark;
        let found = self.driver().execute_async(RUN, vec![json!(dark)]).await.expect("axe-core answers");
        found.convert().expect("violations")
    }
}
