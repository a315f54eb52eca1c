//! Which operations Amazon SNS has here: one line each.

use crate::operation::operations;

operations! {
    Sns

    /// A call that changes something.
    Write(WriteCall) {
    }

    /// A call that only looks.
    Read(ReadCall) {
    }
}
