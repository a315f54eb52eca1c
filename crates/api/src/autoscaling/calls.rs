//! Which operations Amazon EC2 Auto Scaling has here: one line each.

use crate::operation::operations;

operations! {
    AutoScaling

    /// A call that changes something.
    Write(WriteCall) {
    }

    /// A call that only looks.
    Read(ReadCall) {
    }
}
