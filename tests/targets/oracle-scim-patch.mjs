// A resource as PATCH operations leave it, by scim-patch.
import { patchBodyValidation, scimPatch } from 'scim-patch'
import { serveOracle } from './oracle.mjs'

serveOracle(({ resource, body }) => {
  patchBodyValidation(body)
  // The options make the library as strict as RFC 7644 where it has a switch for it.
  return scimPatch(resource, body.Operations, { mutateDocument: false, treatMissingAsAdd: false })
})
