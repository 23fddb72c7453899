//! How a request stands. Situation is a filled label with its own icon; the SLA
//! is never a label but text, icon and a bar whose texture differs; priority is
//! bars without colour. Nothing is told by colour alone.

use super::badge::screen_reader_text;
use super::icon::icon_fixed;
use super::label::{Label, LabelColour};
use crate::hooks::{Clock, use_clock, use_language};
use crate::text::code;
use contract::desk::OtherRequest;
use contract::requests::SlaView;
use contract::{RequestType, Situation, SlaStatus};
use locales::text;
use yew::prelude::*;

/// Seconds up to which the time on the wall says more than the working time.
const WALL_MOST: i64 = 6 * 3600;

/// The icon of a situation.
#[must_use]
pub fn situation_icon(situation: Situation) -> &'static str {
    match situation {
        Situation::InProgress => "circle-notch",
        Situation::Suspended => "pause-circle",
        Situation::Resolved => "check-circle",
        Situation::Closed => "lock",
        Situation::Reopened => "undo-alt",
        Situation::Cancelled => "ban",
    }
}

/// Properties of [`SituationLabel`].
#[derive(Properties, PartialEq)]
pub struct SituationProps {
    /// The situation.
    pub situation: Situation,
    /// Smaller, in lists.
    #[prop_or_default]
    pub compact: bool,
}

/// The situation, as a filled label.
#[component]
pub fn SituationLabel(props: &SituationProps) -> Html {
    let language = use_language();
    let colour = match props.situation {
        Situation::InProgress => LabelColour::Blue,
        Situation::Suspended => LabelColour::Teal,
        Situation::Resolved => LabelColour::Green,
        Situation::Closed => LabelColour::Grey,
        Situation::Reopened => LabelColour::Purple,
        Situation::Cancelled => LabelColour::Outline,
    };
    let text = text!(language, &code("situation", props.situation));
    html! { <Label {text} {colour} icon={Some(situation_icon(props.situation))} compact={props.compact} /> }
}

/// Properties of [`TypeLabel`].
#[derive(Properties, PartialEq)]
pub struct TypeProps {
    /// The type.
    pub request_type: RequestType,
}

/// Service request or incident.
#[component]
pub fn TypeLabel(props: &TypeProps) -> Html {
    let language = use_language();
    let name = match props.request_type {
        RequestType::ServiceRequest => "concierge-bell",
        RequestType::Incident => "bolt",
    };
    html! {
        <span class="sol-type">{ icon_fixed(name) }{ " " }{ text!(language, &code("type", props.request_type)) }</span>
    }
}

/// Properties of [`Priority`].
#[derive(Properties, PartialEq)]
pub struct PriorityProps {
    /// 1 (critical) to 5 (minimal).
    pub priority: i32,
}

/// The priority, as bars that grow with it.
#[component]
pub fn Priority(props: &PriorityProps) -> Html {
    let language = use_language();
    let name = text!(language, &format!("priority-{}", props.priority));
    html! {
        <span class="sol-prio" title={text!(language, "ui-priority-title", number = props.priority)}>
            <span class="sol-prio__bars" aria-hidden="true">
                { for (1..=5).map(|bar| html! { <span class={classes!((bar <= 6 - props.priority).then_some("on"))}></span> }) }
            </span>
            <span>{ screen_reader_text(format!("{} ", text!(language, "ui-priority"))) }
                { props.priority }{ " · " }{ name }</span>
        </span>
    }
}

/// The status in a word, and how it stands in time: *Expiring*, *42 min left*.
#[must_use]
pub fn sla_summary(clock: &Clock, sla: &SlaView) -> (String, Option<String>) {
    let language = clock.language;
    let word = match sla.status {
        // There is a target, but the request was cancelled: nothing counts any more.
        SlaStatus::None if sla.target.is_some() => text!(language, "ui-sla-gone"),
        status => text!(language, &code("sla", status)),
    };
    let wall = sla.deadline_at.map(|at| clock.until(at)).or(sla.left_wall);
    let distance = |seconds: i64| locales::relative(language, seconds);
    let worked = |seconds: i64| locales::duration(language, seconds);
    let detail = match sla.status {
        SlaStatus::None => None,
        SlaStatus::OnTime => sla.left.map(|left| text!(language, "ui-sla-left-working", time = worked(left))),
        // A deadline after the weekend is far away on the wall and near at work.
        SlaStatus::Expiring if wall.is_some_and(|wall| wall > WALL_MOST) && sla.left.is_some() => {
            sla.left.map(|left| text!(language, "ui-sla-left-working", time = worked(left)))
        }
        SlaStatus::Expiring if wall.is_some_and(|wall| wall <= 0) => Some(text!(language, "ui-sla-now")),
        SlaStatus::Expiring => wall.map(|wall| text!(language, "ui-sla-left", time = distance(wall))),
        SlaStatus::Overdue => wall.map(|wall| text!(language, "ui-sla-ago", time = distance(wall))),
        SlaStatus::Paused => sla.left.map(|left| {
            let key = if left < 0 { "ui-sla-paused-late" } else { "ui-sla-remaining-working" };
            text!(language, key, time = worked(left.abs()))
        }),
        SlaStatus::Met => sla.ended_at.map(|at| text!(language, "ui-sla-ended", at = clock.date_time(at))),
        SlaStatus::Missed => {
            let over = sla.target.map(|target| sla.used - target).filter(|over| *over > 0);
            over.map(|over| text!(language, "ui-sla-over", time = worked(over)))
        }
    };
    (word, detail)
}

fn sla_look(status: SlaStatus) -> (&'static str, &'static str) {
    match status {
        SlaStatus::None => ("sol-sla--none", "handshake"),
        SlaStatus::OnTime => ("sol-sla--ok", "clock"),
        SlaStatus::Expiring => ("sol-sla--warn", "hourglass-half"),
        SlaStatus::Overdue => ("sol-sla--late", "exclamation-circle"),
        SlaStatus::Paused => ("sol-sla--pause", "pause"),
        SlaStatus::Met => ("sol-sla--met", "check"),
        SlaStatus::Missed => ("sol-sla--miss", "times"),
    }
}

/// Properties of [`Sla`] and [`SlaMeter`].
#[derive(Properties, PartialEq)]
pub struct SlaProps {
    /// How it stands.
    pub sla: SlaView,
    /// Without the bar.
    #[prop_or_default]
    pub bare: bool,
}

/// What is known of another request's clock where only its outline is shown.
#[must_use]
pub fn sla_of(other: &OtherRequest) -> SlaView {
    SlaView {
        status: other.sla,
        target: None,
        deadline_at: other.deadline_at,
        used: 0,
        left: None,
        left_wall: None,
        ended_at: None,
        resumes_at: None,
    }
}

/// How a request stands against its target: word, time and bar.
#[component]
pub fn Sla(props: &SlaProps) -> Html {
    let clock = use_clock();
    let (look, name) = sla_look(props.sla.status);
    let (word, detail) = sla_summary(&clock, &props.sla);
    html! {
        <span class={classes!("sol-sla", look)}>
            <span class="sol-sla__text">
                { icon_fixed(name) }{ " " }<strong>{ word }</strong>
                if let Some(detail) = detail { <span class="sol-sla__detail">{ " · " }{ detail }</span> }
            </span>
            if !props.bare { <SlaMeter sla={props.sla.clone()} /> }
        </span>
    }
}

/// How much of the target is used; nothing once the outcome is fixed.
#[component]
pub fn SlaMeter(props: &SlaProps) -> Html {
    let language = use_language();
    let sla = &props.sla;
    let running =
        matches!(sla.status, SlaStatus::OnTime | SlaStatus::Expiring | SlaStatus::Overdue | SlaStatus::Paused);
    let Some(target) = sla.target.filter(|target| running && *target > 0) else { return Html::default() };
    let used = if sla.status == SlaStatus::Overdue { 100 } else { (sla.used * 100 / target).clamp(0, 100) };
    html! {
        <span class="sol-meter" role="img" aria-label={text!(language, "ui-sla-used", percent = used)}>
            <span style={format!("width:{used}%")}></span>
        </span>
    }
}
