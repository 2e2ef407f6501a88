import { defect } from '../deviation.ts'

export default defect({
  id: 'okta-put-keeps-the-name',
  title: 'The name of a user is set once and changed by nothing',
  breaks: ['RFC7644-3.5.1-06', 'RFC7644-3.5.2.3-02'],
  because: 'An application that takes names from its own directory',
  kernel: () => ({
    keep: (resource, _, before) =>
      before?.name === undefined ? resource : { ...resource, name: before.name },
  }),
})
