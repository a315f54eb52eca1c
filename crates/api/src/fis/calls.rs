//! Which operations AWS FIS has here: one line each.

#[allow(clippy::wildcard_imports)] // every shape of the service is named here
use super::*;
use crate::operation::operations;

operations! {
    Fis

    /// A call that changes something.
    Write(WriteCall) {
        CreateExperimentTemplate(CreateExperimentTemplateInput) -> CreateExperimentTemplateOutput;
        UpdateExperimentTemplate(UpdateExperimentTemplateInput) -> UpdateExperimentTemplateOutput;
        DeleteExperimentTemplate(DeleteExperimentTemplateInput) -> DeleteExperimentTemplateOutput;
        StartExperiment(StartExperimentInput) -> StartExperimentOutput;
        StopExperiment(StopExperimentInput) -> StopExperimentOutput;
        TagResource(TagResourceInput);
        UntagResource(UntagResourceInput);
    }

    /// A call that only looks.
    Read(ReadCall) {
        GetExperimentTemplate(GetExperimentTemplateInput) -> GetExperimentTemplateOutput;
        ListExperimentTemplates(ListExperimentTemplatesInput)
            -> ListExperimentTemplatesOutput paged "nextToken maxResults nextToken experimentTemplates";
        GetExperiment(GetExperimentInput) -> GetExperimentOutput;
        ListExperiments(ListExperimentsInput)
            -> ListExperimentsOutput paged "nextToken maxResults nextToken experiments";
        ListActions(ListActionsInput) -> ListActionsOutput paged "nextToken maxResults nextToken actions";
        GetAction(GetActionInput) -> GetActionOutput;
        ListTargetResourceTypes(ListTargetResourceTypesInput)
            -> ListTargetResourceTypesOutput paged "nextToken maxResults nextToken targetResourceTypes";
        GetTargetResourceType(GetTargetResourceTypeInput) -> GetTargetResourceTypeOutput;
        ListTagsForResource(ListTagsForResourceInput) -> ListTagsForResourceOutput;
    }
}
