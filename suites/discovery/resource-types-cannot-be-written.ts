import { defineCheck } from '#check'
import { URN } from '#scim'
import { asIfWritten, judgeUnwritten, tryToWrite } from './unwritten.part.ts'

export default defineCheck({
  id: 'discovery/resource-types-cannot-be-written',
  title: 'A POST to /ResourceTypes is refused and changes nothing',
  proves: ['RFC7643-6-01'],
  needs: { features: ['resourceTypes'] },

  async act({ send, mark }) {
    const name = mark('Type')
    const body = {
      schemas: [URN.resourceType],
      id: name,
      name,
      endpoint: `/${name}`,
      schema: `urn:scim-test:${name}`,
    }
    return tryToWrite(send, '/ResourceTypes', body)
  },

  judge: (attempt, claim) => judgeUnwritten(attempt, (about) => claim('RFC7643-6-01', about)),

  counterexample: asIfWritten,
})
