//! A callback that passes something on only sometimes.

use yew::Callback;

/// Passes to `send` what `pick` makes of the event, if it makes anything.
pub fn send_if<E: 'static, T: 'static>(
    send: &Callback<T>,
    pick: impl Fn(E) -> Option<T> + 'static,
) -> Callback<E> {
    let send = send.clone();
    Callback::from(move |event| {
        if let Some(wish) = pick(event) {
            send.emit(wish);
        }
    })
}
