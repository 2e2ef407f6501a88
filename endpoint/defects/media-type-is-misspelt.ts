import { defect } from '../deviation.ts'

export default defect({
  id: 'media-type-is-misspelt',
  title: 'Answers are labelled application/json+scim',
  breaks: ['RFC7644-3.1-01'],
  because: 'FusionAuth (FusionAuth/fusionauth-issues#1769)',
  settings: (plain) => ({ ...plain, contentType: 'application/json+scim' }),
})
