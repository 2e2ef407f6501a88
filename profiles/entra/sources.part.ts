/** Where the rows are known from. Nobody at Microsoft has looked at them. */
export const SOURCES = {
  tutorial: 'MicrosoftDocs/entra-docs scim-validator-tutorial.md',
  captures:
    'pranems/SCIMServer docs/archive/SCIM_VALIDATOR_FALSE_POSITIVES_REPORT.md (captures of the validator)',
  manager:
    'pranems/SCIMServer docs/MANAGER_PATCH_STRING_COERCION.md; AzureAD/SCIMReferenceCode PR#155 and PR#156',
  listing: 'MicrosoftDocs/entra-docs v2-howto-app-gallery-listing.md',
  logicApp: 'AzureAD/SCIMReferenceCode Microsoft.SCIM.LogicAppValidationTemplate',
  agent: 'AzureAD/SCIMReferenceCode scim-onboarding.agent.md',
  checklist: 'AzureAD/SCIMReferenceCode Entra-AppGallery-AI-Validation-Checklist.md',
  postman: 'AzureAD/SCIMReferenceCode PostmanCollection.json',
  mediaType: 'MicrosoftDocs/azure-docs#116775',
} as const
