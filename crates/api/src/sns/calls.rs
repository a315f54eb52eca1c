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
        SetTopicAttributes(SetTopicAttributesInput);
        Subscribe(SubscribeInput) -> SubscribeOutput;
        ConfirmSubscription(ConfirmSubscriptionInput) -> ConfirmSubscriptionOutput;
        Unsubscribe(UnsubscribeInput);
        SetSubscriptionAttributes(SetSubscriptionAttributesInput);
        Publish(PublishInput) -> PublishOutput;
        PublishBatch(PublishBatchInput) -> PublishBatchOutput;
        TagResource(TagResourceInput);
        UntagResource(UntagResourceInput);
    }

    /// A call that only looks.
    Read(ReadCall) {
        GetTopicAttributes(GetTopicAttributesInput) -> GetTopicAttributesOutput;
        GetSubscriptionAttributes(GetSubscriptionAttributesInput) -> GetSubscriptionAttributesOutput;
        ListTagsForResource(ListTagsForResourceInput) -> ListTagsForResourceOutput;
        ListTopics(ListTopicsInput) -> ListTopicsOutput paged "NextToken - NextToken Topics";
        ListSubscriptions(ListSubscriptionsInput)
            -> ListSubscriptionsOutput paged "NextToken - NextToken Subscriptions";
        ListSubscriptionsByTopic(ListSubscriptionsByTopicInput)
            -> ListSubscriptionsByTopicOutput paged "NextToken - NextToken Subscriptions";
    }
}
