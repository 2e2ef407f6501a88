import { defect } from '../deviation.ts'
import { takingOver } from '../take-over.ts'

export default defect({
  id: 'create-revives-the-inactive',
  title: 'A create with the userName of an inactive user overwrites that one, with success',
  breaks: ['RFC7644-3.3-10', 'RFC7643-4.1.1-02'],
  because: 'Incident family P1',
  around: takingOver(({ active }) => active === false),
})
