//! The priority and the deadline that the request would get if it were sent now. Requesters are not asked for the impact;
//! this card shows what follows from that of the service.

use crate::api;
use crate::hooks::{use_clock, use_fetch};
use crate::ui::{Card, Priority, loaded, skeleton_lines};
use contract::Level;
use contract::catalogue::Prediction;
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`PredictionCard`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The identifier of the service.
    pub service: i64,
    /// The urgency that is chosen.
    pub urgency: Level,
}

/// Priority and deadline.
#[component]
pub fn PredictionCard(props: &Props) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let prediction = use_fetch((props.service, props.urgency), |(service, urgency)| async move {
        api::catalogue::prediction(service, urgency).await
    });
    let view = |prediction: &Rc<Prediction>| {
        let deadline = match prediction.deadline_at {
            Some(at) => clock.date_time(at),
            None => text!(language, "sla-none"),
        };
        let target = prediction.target.map(|target| {
            let time = locales::duration(language, target);
            text!(language, "open-prediction-target", time = time, calendar = prediction.calendar.as_str())
        });
        let group = prediction
            .group
            .as_ref()
            .map(|group| text!(language, "open-prediction-group", group = group.name.as_str()));
        let details: Vec<String> = target.into_iter().chain(group).collect();
        html! {
            <div class="prev" aria-live="polite">
                <div class="prev__r"><span
                    class="sol-subtle">{ text!(language, "open-prediction-priority") }</span><Priority
                    priority={prediction.priority} /></div>
                <div class="prev__r">
                    <span class="sol-subtle">{ text!(language, "open-prediction-deadline") }</span>
                    <strong>{ deadline }</strong>
                </div>
                <p class="sol-small sol-subtle">{ details.join(" ") }</p>
            </div>
        }
    };
    html! { <Card>{ loaded(&prediction, language, skeleton_lines(&[90, 80, 60]), view) }</Card> }
}
