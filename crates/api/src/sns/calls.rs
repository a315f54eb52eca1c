//! Which operations Amazon SNS has here: one line each.

#[allow(clippy::wildcard_imports)] // every shape of the service is named here
use super::*;
use crate::operation::operations;

operations! {
    Sns

    /// A call that changes something.
    Write(WriteCall) {
        CreateTopic(CreateTopicInput) -> CreateTopicOutput;
        DeleteTopic(DeleteTopicInput);
        Subscribe(SubscribeInput) -> SubscribeOutput;
        ConfirmSubscription(ConfirmSubscriptionInput) -> ConfirmSubscriptionOutput;
        Unsubscribe(UnsubscribeInput);
        Publish(PublishInput) -> PublishOutput;
    }

    /// A call that only looks.
    Read(ReadCall) {
        ListTopics(ListTopicsInput) -> ListTopicsOutput;
        ListSubscriptions(ListSubscriptionsInput) -> ListSubscriptionsOutput;
        ListSubscriptionsByTopic(ListSubscriptionsByTopicInput) -> ListSubscriptionsByTopicOutput;
    }
}
