//! The status of a request. The situation is a filled label with an icon of its own; the SLA is text, an icon and a bar
//! whose texture differs; the priority is bars without colour. Nothing is told by colour alone.

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

/// Seconds up to which the time until the deadline is shown as time on the clock; beyond, working time is shown.
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

/// The situation of a request, as a label.
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

/// The type of a request: service request or incident.
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

/// The priority, as bars: the more, the higher.
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

/// The status of an SLA in a word, and the time that goes with it: *Expiring*, *42 min left*.
#[must_use]
pub fn sla_summary(clock: &Clock, sla: &SlaView) -> (String, Option<String>) {
    let language = clock.language;
    let word = match sla.status {
        // The request has a target, but was cancelled: its clock has stopped for good.
        SlaStatus::None if sla.target.is_some() => text!(language, "ui-sla-gone"),
        status => text!(language, &code("sla", status)),
    };
    let wall = sla.deadline_at.map(|at| clock.until(at)).or(sla.left_wall);
    let distance = |seconds: i64| locales::relative(language, seconds);
    let worked = |seconds: i64| locales::duration(language, seconds);
    let detail = match sla.status {
        SlaStatus::None => None,
        SlaStatus::OnTime => sla.left.map(|left| text!(language, "ui-sla-left-working", time = worked(left))),
        // A deadline after the weekend is days away, but only hours of work.
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
    /// The SLA.
    pub sla: SlaView,
    /// It has no bar.
    #[prop_or_default]
    pub bare: bool,
}

/// The SLA of another request, of which only the status and the deadline are known.
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

/// The SLA of a request: word, time and bar.
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

/// The share of the target that is used, in percent. None without a target, and once the outcome is fixed.
fn used_percent(sla: &SlaView) -> Option<i64> {
    let running =
        matches!(sla.status, SlaStatus::OnTime | SlaStatus::Expiring | SlaStatus::Overdue | SlaStatus::Paused);
    let target = sla.target.filter(|target| running && *target > 0)?;
    Some(if sla.status == SlaStatus::Overdue { 100 } else { (sla.used * 100 / target).clamp(0, 100) })
}

/// The bar of an SLA: the share of the target that is used. There is none once the outcome is fixed.
#[component]
pub fn SlaMeter(props: &SlaProps) -> Html {
    let language = use_language();
    let Some(used) = used_percent(&props.sla) else { return Html::default() };
    html! {
        <span class="sol-meter" role="img" aria-label={text!(language, "ui-sla-used", percent = used)}>
            <span style={format!("width:{used}%")}></span>
        </span>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sla(status: SlaStatus, target: Option<i64>, used: i64) -> SlaView {
        let other = OtherRequest {
            number: 1,
            title: String::new(),
            situation: Situation::InProgress,
            sla: status,
            deadline_at: None,
        };
        SlaView { target, used, ..sla_of(&other) }
    }

    #[test]
    fn the_bar_shows_how_much_of_the_target_is_used() {
        let used = |status, target, used| used_percent(&sla(status, target, used));
        assert_eq!(used(SlaStatus::OnTime, Some(200), 50), Some(25));
        assert_eq!(used(SlaStatus::Paused, Some(200), 500), Some(100));
        assert_eq!(used(SlaStatus::Overdue, Some(200), 50), Some(100));
        assert_eq!(used(SlaStatus::Met, Some(200), 50), None);
        assert_eq!(used(SlaStatus::OnTime, None, 50), None);
        assert_eq!(used(SlaStatus::OnTime, Some(0), 50), None);
    }
}
