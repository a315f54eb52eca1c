//! A twin run in the picture's place.

use std::rc::Rc;

use yew::prelude::*;

use super::{Msg, Player};
use crate::command::Command;
use crate::components::fleet::FITTINGS;
use crate::components::pair::pair_area;
use crate::components::stage::Stage;
use crate::components::twin::text_twin;
use crate::pair::Pair;
use crate::snapshot::Snapshot;

impl Player {
    /// A beside B, as pictures or as text. B is the one that is acted on.
    pub(super) fn pair(
        &self,
        ctx: &Context<Self>,
        snapshot: &Snapshot,
        pair: &Pair,
        send: &Callback<Command>,
    ) -> Html {
        let both = if self.twin {
            [text_twin(&as_a(snapshot, pair)), text_twin(snapshot)]
        } else {
            [
                self.stage_of_a(ctx, snapshot, pair),
                self.stage(ctx, snapshot, send),
            ]
        };
        pair_area(snapshot, pair, both, send)
    }

    fn stage_of_a(&self, ctx: &Context<Self>, snapshot: &Snapshot, pair: &Pair) -> Html {
        html! {
            <Stage picture={pair.picture.clone()} now_s={snapshot.now.as_secs()} heaps={pair.heaps.clone()}
                selected={None} fittings={Some(&FITTINGS)} arrangement={snapshot.arrangement} cues={Rc::default()} dots={self.dots} inert=true
                painter={self.other_painter.clone()} send={Callback::<Command>::noop()} laid_out={ctx.link().callback(|()| Msg::Repaint)} />
        }
    }
}

/// The page as it would show A.
fn as_a(snapshot: &Snapshot, pair: &Pair) -> Snapshot {
    Snapshot {
        picture: pair.picture.clone(),
        readout: pair.readout,
        costs: pair.costs,
        heaps: pair.heaps.clone(),
        ..snapshot.clone()
    }
}
