import { reading } from '../deviation.ts'

export default reading({
  id: 'formats-not-checked',
  title: 'Countries, locales and URLs are kept in whatever form they come',
  readings: ['AMB-024/kept'],
  settings: (plain) => ({ ...plain, formats: 'keep' }),
})
