import { defineCheck } from '#check'
import { URN } from '#scim'
import { asIfWritten, judgeUnwritten, tryToWrite } from './unwritten.part.ts'

export default defineCheck({
  id: 'discovery/config-cannot-be-written',
  title: 'A POST to /ServiceProviderConfig is refused and changes nothing',
  proves: ['RFC7643-5-01'],
  needs: { features: ['serviceProviderConfig'] },

  async act({ send, mark }) {
    const body = {
      schemas: [URN.serviceProviderConfig],
      documentationUri: `https://scim-test.example/${mark('config')}`,
    }
    return tryToWrite(send, '/ServiceProviderConfig', body)
  },

  judge: (attempt, claim) => judgeUnwritten(attempt, (about) => claim('RFC7643-5-01', about)),

  counterexample: asIfWritten,
})
