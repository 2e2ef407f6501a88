import { defect } from '../deviation.ts'

export default defect({
  id: 'sync-group-of-the-limit-is-large',
  title: 'A group of just maxGroupSize members has to be fetched by itself',
  breaks: ['fiks/S-17'],
  sync: () => ({ isLarge: (size, maxGroupSize) => size >= maxGroupSize }),
})
