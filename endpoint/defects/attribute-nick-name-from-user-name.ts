import { defect } from '../deviation.ts'

export default defect({
  id: 'attribute-nick-name-from-user-name',
  title: 'A user without a nickName gets the userName for one',
  breaks: ['RFC7643-4.1.1-13'],
  kernel: (plain) => ({
    project: (resource, model, options) => {
      const shown = plain.project(resource, model, options)
      return shown.userName === undefined ? shown : { nickName: shown.userName, ...shown }
    },
  }),
})
