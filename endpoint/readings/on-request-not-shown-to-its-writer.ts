import { reading } from '../deviation.ts'

export default reading({
  id: 'on-request-not-shown-to-its-writer',
  title: 'What is shown on request is not in the answer to who wrote it',
  readings: ['AMB-088/write-response'],
  kernel: (plain) => ({
    project: (resource, model, options) => plain.project(resource, model, { ...options, requested: [] }),
  }),
})
