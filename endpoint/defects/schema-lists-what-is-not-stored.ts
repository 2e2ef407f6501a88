import { defect } from '../deviation.ts'

export default defect({
  id: 'schema-lists-what-is-not-stored',
  title: '/Schemas has nickName and profileUrl, and neither is stored',
  breaks: ['RFC7643-7-36', 'RFC7644-3.4-02'],
  because: 'Scimitar (pond/scimitar#120)',
  kernel: () => ({
    keep: ({ nickName: _, profileUrl: __, ...rest }) => rest,
  }),
})
